//! The words of index.html.

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "",
    description: "What a model costs to train, with its range: compute, energy, data, people and hardware, explained figure by figure. Works offline.",
    loading: "Loading the calculator",
    unsupported: "This browser cannot run the calculator, which needs WebAssembly. Please try a current browser, or allow WebAssembly in this one.",
    unreachable: "The calculator could not be loaded. Please check the connection and reload the page.",
    broken: "The calculator stopped with an error, which is our fault. {restart}.",
    restart: "Start again with the default project",
    file: "Browsers do not run this page from a file. Please open it through a web server.",
    no_script: "The figures above are for the default project. To change anything, allow JavaScript and reload the page.",
    new_version: "A new version is ready.",
    reload: "Reload",
};
