//! The words of index.html, which stand in the served page before any script runs. The build writes them; the page's module does not carry them.

/// All of them in one language, as plain text; names in braces are filled by [`crate::fill`].
pub struct ShellText {
    /// CSS names of fonts for its script; empty where every browser has one.
    pub fonts: &'static str,
    /// The page in one or two sentences, for search engines.
    pub description: &'static str,
    pub loading: &'static str,
    /// The browser cannot run WebAssembly.
    pub unsupported: &'static str,
    /// The calculator did not arrive, and the host does not answer.
    pub unreachable: &'static str,
    /// The host answers, but not with the files of this page.
    pub incomplete: &'static str,
    /// The calculator is still on its way, but has made no progress.
    pub stalled: &'static str,
    /// A sandbox keeps the calculator from loading: `{open}` is a link to the page itself, of the text `open_alone`.
    pub sandbox: &'static str,
    pub open_alone: &'static str,
    /// The stylesheet did not arrive.
    pub unstyled: &'static str,
    /// The page failed to start, and started again without its offline copy.
    pub repaired: &'static str,
    /// Whose figures a page shows that failed to start.
    pub default_figures: &'static str,
    /// Stands for the figures of a link until the calculator has loaded.
    pub pending: &'static str,
    /// The calculator stopped: `{restart}` is a link of that text.
    pub broken: &'static str,
    pub restart: &'static str,
    /// The page was opened from a file.
    pub file: &'static str,
    /// No script of the page runs.
    pub not_started: &'static str,
    pub new_version: &'static str,
    /// The scripts beyond the first answer did not arrive.
    pub late_missing: &'static str,
    pub reload: &'static str,
}
