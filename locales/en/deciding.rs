//! Drivers and distribution of the total.

use crate::shape::{DecidingText, DecidingTitles};

pub(crate) static DECIDING_TITLES: DecidingTitles = DecidingTitles { drivers: "What moves the total?" };

pub(crate) static DECIDING: DecidingText = DecidingText {
    no_total: "The total depends on a figure that nobody knows: enter it first.",
    nothing_moves: "None of the inputs behind the total is uncertain.",
    drivers_say: "The input that moves the total most is the {name}: it alone, all else at the middle, moves the total from {low} to {high}.",
    tornado_axis: "Total with one input at either end of its range, {currency}",
    tornado_note: "Each bar moves one input to its P10 (one colour) or its P90 (the other); all else stays at the middle. Click a bar or a name to go to its input.",
    go: "Go to this input",
    column_input: "Input",
    column_input_range: "Its P10 to P90",
    column_total: "Total at P10 / P90",
    column_effect: "Share of the spread",
    effects_note: "The share of the spread is the total-effect Sobol index: how much of the total's variance would disappear if this input, with its interactions, were known. {points} points, seed {seed}; shares may add up to more than 100%.",
    weighing: "Weighing the inputs",
    spread: "How likely is each total?",
    spread_says: "In {draws} simulations, one total in ten is below {low}, half are below {median}, nine in ten below {high}.",
    spread_axis: "Total, {currency}",
    below: "{share} of the simulations are below {amount}",
    column_head: "Part of the bill",
    column_mean: "Mean",
    spread_note: "Simulations use a low-discrepancy sequence with seed {seed}: the same everywhere and every time. Inputs are lognormal on either side of their middle. Assumed to move together: utilisation and goodput against scale, rent with purchase price, salaries with each other. The median is above the total with every input at its middle, because inputs can exceed it by more than they can fall short.",
    drawing: "Simulating more",
};
