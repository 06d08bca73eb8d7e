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
    /// The calculator did not arrive.
    pub unreachable: &'static str,
    /// The calculator stopped: `{restart}` is a link of that text.
    pub broken: &'static str,
    pub restart: &'static str,
    /// The page was opened from a file.
    pub file: &'static str,
    /// Scripts are off.
    pub no_script: &'static str,
    pub new_version: &'static str,
    pub reload: &'static str,
}
