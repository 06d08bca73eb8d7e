//! The words of index.html.

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "",
    description: "What a model costs to train, with its range: compute, energy, data, people and hardware, explained figure by figure. Works offline.",
    loading: "Loading the calculator",
    unsupported: "This browser cannot run the calculator, which needs WebAssembly. Please try a current browser, or allow WebAssembly in this one.",
    unreachable: "The calculator could not be loaded. Please check the connection and reload the page.",
    incomplete: "The calculator could not be loaded: a file is missing or damaged on the host, which may be updating this page. Please reload it in a few minutes.",
    stalled: "No data has arrived for 20 seconds; the calculator is still loading. If this lasts, please check the connection and reload the page.",
    sandbox: "The calculator could not be loaded, because this page is in a sandbox. {open}.",
    open_alone: "Open it in a tab of its own",
    unstyled: "The style of this page could not be loaded, so it looks bare. Please reload the page.",
    repaired: "A file of this page was missing or damaged. The page repaired itself: it dropped its offline copy and loaded again.",
    default_figures: "The figures above are for the default project.",
    pending: "The figures of this link's project appear here when the calculator has loaded.",
    broken: "The calculator stopped with an error, which is our fault. {restart}.",
    restart: "Start again with the default project",
    file: "Browsers do not run this page from a file. Please open it through a web server.",
    not_started: "The calculator is not running: JavaScript is off, or a file of this page did not arrive. The figures above are for the default project, whatever the address names. Please allow JavaScript, or reload the page in a few minutes.",
    new_version: "A new version is ready.",
    late_missing: "Explanations, sampled ranges and reports are missing: a part of the page could not be loaded.",
    reload: "Reload",
};
