//! The methodology and the claims, as pages.

use crate::shape::{FormulaText, PaperText};

pub(crate) static PAPER: PaperText = PaperText {
    back: "To the calculator",
    method_link: "How it computes",
    claims_link: "Claims checked",
    contents: "Contents",
    computed_with: "Computed with the data of {version}, by the calculator's own model, when this version of it was built.",
    method_title: "How TrainCost computes",
    method_intro: "Every figure of the calculator has one formula. All of them stand here in the order in which they build on each other, from \
                   the work of training to the whole bill. They are written out from the very definitions that compute, so they cannot differ \
                   from them.",
    method_read: "Each is said in words first, then in symbols, then with numbers: those of {preset}, the project that the calculator opens \
                  with. P10 to P90 is the range in which the figure should lie four times in five. Small numbers in brackets lead to the \
                  sources at the end.",
    method_waits: "The formulas come from the part of the calculator that computes, and need scripts. If they do not appear, please check the \
                   connection and load the page again.",
    claims_title: "Claims about the cost of training, checked",
    claims_intro: "What is commonly said, what public sources say, and what this calculator makes of it. Our figures come from the calculator \
                   itself; each opens as a project that you can change.",
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
    owned: "Nothing where hardware is rented; the numbers are those of the same project on hardware of its own that loses the same share \
                   of its worth each year.",
    rooms: [
        "Work and hours",
        "Alignment",
        "Power, carbon and water",
        "Hardware that is owned",
        "Rent",
        "Data and labels",
        "People",
        "The bill",
    ],
    sources: "Sources of the numbers",
};
