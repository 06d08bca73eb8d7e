//! The layers of every crate, and the crates that a room may not name; ARCHITECTURE.md explains them.

/// The order of one crate.
pub struct Rules {
    /// The root file.
    pub root: &'static str,
    /// Rooms separated by spaces, one string per layer, lowest first; `*` stands for all rooms without a place of their own. A room
    /// may import rooms of lower layers only.
    pub layers: &'static [&'static str],
    /// A room, and the paths of other crates that it may not name.
    pub may_not_know: &'static [(&'static str, &'static str)],
    /// Imports against the order that are still to be removed, as importing and imported module. An exception that nothing needs fails.
    pub exceptions: &'static [(&'static str, &'static str)],
}

pub const CRATES: [Rules; 6] = [
    Rules {
        root: "model/src/lib.rs",
        layers: &[
            "named units",
            "band choice order",
            "formula",
            "names",
            "catalog",
            "scenario",
            "training",
            "bill",
            "estimate",
            "analysis",
            "claims explain",
        ],
        may_not_know: &[],
        exceptions: &[],
    },
    Rules {
        root: "model/build.rs",
        layers: &["facts unit", "rents rule", "tables", "bill", "names", "*"],
        may_not_know: &[],
        exceptions: &[],
    },
    Rules {
        root: "locales/lib.rs",
        layers: &["fill shape", "*", "lang", "numbers", "verdict"],
        may_not_know: &[],
        exceptions: &[],
    },
    Rules {
        root: "src/lib.rs",
        layers: &["decimal sections", "charts number", "state", "bridge mount", "form report results share", "app"],
        may_not_know: &[("charts", "leptos traincost_model traincost_locales"), ("report", "leptos::prelude")],
        exceptions: &[],
    },
    Rules {
        root: "xtask/src/main.rs",
        layers: &[
            "html steps sw workspace",
            "process size",
            "deny minify setup split",
            "native",
            "finish page",
            "proof serve test",
            "bench",
        ],
        may_not_know: &[],
        exceptions: &[],
    },
    Rules {
        root: "calibration/src/main.rs",
        layers: &["errors tables", "corpora", "fits", "accuracy"],
        may_not_know: &[],
        exceptions: &[],
    },
];
