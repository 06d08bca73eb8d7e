//! What moves the total.

use crate::shape::DecidingText;

pub(crate) static DECIDING: DecidingText = DecidingText {
    no_total: "The total rests on something nobody knows: enter it first.",
    nothing_moves: "Nothing that moves the total is uncertain.",
    drivers_say: "What moves the total most is the {name}: with all else in the middle, it alone takes the total from {low} to {high}.",
    tornado_axis: "Total with one input at an end of its range, {currency}",
    tornado_note: "Each input goes to its own P10 (one colour) and P90 (the other) while all others stay in the middle. Nothing is drawn by lot. Click a \
                   bar or a name to go to its input.",
    go: "Go to this input",
    column_input: "Input",
    column_input_range: "Its P10 to P90",
    column_total: "Total at P10 / P90",
    column_effect: "Share of the spread",
    effects_note: "The share of the spread is the total-effect Sobol index: how much of the total's variance would go if this input, with all it does \
                   together with others, were known. {points} points, seed {seed}; shares may add up to more than 100%.",
    weighing: "Weighing the inputs",
    spread: "How likely is which total?",
    spread_says: "Of {draws} draws of all inputs at once, one in ten stays below {low}, half below {median}, nine in ten below {high}.",
    spread_axis: "Total, {currency}",
    below: "{share} of the draws lie below {amount}",
    column_head: "Head",
    column_mean: "Mean",
    spread_note: "Draws are a low-discrepancy sequence with seed {seed}: the same everywhere and every time. Inputs are lognormal on either side of their \
                  middle. Assumed to move together: utilisation and goodput against scale, rent with purchase price, salaries with each other. The median lies above the figure with every input in its middle: \
                  inputs can be further above it than below.",
    drawing: "Drawing more",
};
