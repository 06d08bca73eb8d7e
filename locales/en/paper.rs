//! The methodology and the claims, as pages.

use crate::shape::{FormulaText, PaperText};

pub(crate) static PAPER: PaperText = PaperText {
    back: "To the calculator",
    method_link: "How it computes",
    claims_link: "Claims checked",
    contents: "Contents",
    computed_with: "Computed with the data of {version}, by the calculator's own model, when this version was built.",
    method_title: "How TrainCost computes",
    method_intro: "Every figure of the calculator has one formula. This page lists them all, each after those it builds on, from the work of training to the whole bill. They are generated from the very definitions that compute, so the two cannot differ.",
    method_read: "Each formula is given in words, then in symbols, then with the numbers of {preset}, the project that the calculator opens with. The figure lies between P10 and P90 with 80% probability. Small numbers in brackets lead to the sources at the end.",
    method_waits: "The formulas come from the part of the calculator that computes, and need scripts. If they do not appear, please check the \
                   connection and load the page again.",
    claims_title: "Claims about the cost of training, checked",
    claims_intro: "Common claims, the public sources on each, and the result of this calculator. Our figures come from the calculator itself; each opens as a project that you can change.",
    wrong_by: "wrong, about {factor} times off",
    claims_public: "Public figures",
    claims_ours: "Our figure",
    claims_sources: "Sources",
    claim_open: "Open the calculation",
    claim_link: "Link to this claim",
    with_range: "{one} ({other})",
    in_dollars: "{one}, or {other}",
};

pub(crate) static FORMULAS: FormulaText = FormulaText {
    in_numbers: "In numbers",
    range: "P10 to P90: {value}",
    from: "Sources:",
    owned: "Zero where hardware is rented. The numbers are those of the same project on its own hardware, with declining-balance depreciation.",
    rooms: [
        "Work and hours",
        "Alignment",
        "Power, carbon and water",
        "Owned hardware",
        "Rent",
        "Data and labels",
        "People",
        "The bill",
    ],
    sources: "Sources of the numbers",
};
