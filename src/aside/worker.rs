//! What the worker is asked and answers: a request is lines of text, and so is each part of the answer.

use super::method::FORMULAS;
use super::parts::{Part, Parts, at_once};
use super::{
    Asked, Look, Today, chips, drivers, explain, export, formulas, frontier, levers, plan, ranges, rent_or_buy, routes, runs,
    solver, validation, years,
};
use crate::decimal;
use crate::state::link;
use leptos::wasm_split::wasm_split;
use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use traincost_locales::{Currency, Lang, Money};
use traincost_model::analysis::distribution::drawn;
use traincost_model::estimate::{estimate_wholly, estimate_with, planned};
use traincost_model::explain::Explanation;
use traincost_model::{Estimate, Figure};
use wasm_bindgen::prelude::wasm_bindgen;

/// The found plan of the scenario.
pub const PLAN: &str = "plan";
/// How right the model is.
pub const VALIDATION: &str = "validation";
/// The published runs as a table.
pub const RUNS: &str = "runs";
/// What accelerators do for a watt and for a dollar.
pub const CHIPS: &str = "chips";
/// What moves the total, and how likely it is to be what.
pub const DRIVERS: &str = "drivers";
/// The ranges of all figures shown, drawn.
pub const RANGES: &str = "ranges";
/// What would make it cheaper.
pub const LEVERS: &str = "levers";
/// The best model for a budget and a deadline.
pub const SOLVER: &str = "solver";
/// The law of the loss: inputs alone, within those of [`SOLVER`].
pub const LAW: &str = "law";
/// Cost against time over all offers.
pub const FRONTIER: &str = "frontier";
/// Training, tuning and buying side by side.
pub const ROUTES: &str = "routes";
/// When owning becomes cheaper than renting.
pub const RENT_OR_BUY: &str = "rent-or-buy";
/// The same capability in other years.
pub const YEARS: &str = "years";
/// The project as JSON.
pub const EXPORT: &str = "export";
/// What the places of explanations begin with; the figure's id stands behind the place.
const EXPLAINS: &str = "explains-";

/// Answers a request, in a worker that has both modules: what it is, and what the answer is, says [`written`].
#[wasm_bindgen]
pub fn answer(request: String) -> String {
    // What would wait for the second module never does.
    match pin!(written(request)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(part) => part,
        Poll::Pending => String::new(),
    }
}

thread_local! {
    /// What the worker is at: one thing at a time, dropped for what is asked next.
    static WORK: Cell<Option<Answer>> = const { Cell::new(None) };
}

/// The first part of what a request asks for, or of an empty one the next part of what the last asked for: what [`Answer::to`] says, or nothing where
/// there is nothing new to show yet.
///
/// All that only this reaches is in the second module.
#[wasm_split(worker, wasm_split_path = crate::aside::at_hand)]
fn written(request: String) -> String {
    let work = if request.is_empty() { WORK.take() } else { Some(Answer::to(&request)) };
    let Some(mut answer) = work else { return String::new() };
    let said = match (answer.parts)() {
        Part::On => String::new(),
        Part::Stands(html) => format!("{}\nmore\n{html}", answer.head),
        Part::Whole(html) => return format!("{}\n\n{html}", answer.head),
    };
    WORK.set(Some(answer));
    said
}

/// An answer that is being given.
struct Answer {
    /// What its every part begins with: the request's number, the subject's place, the MFU found now or an empty line.
    head: String,
    parts: Parts,
}

impl Answer {
    /// What a request asks for: its number, its subject, the width in CSS px, `dark` or not, P10, mid and P90 of the MFU found before, the day, and a
    /// link's query, a line each. Each part of the answer: its head, `more` or an empty line, and HTML.
    fn to(request: &str) -> Self {
        let mut lines = request.splitn(7, '\n');
        let mut line = || lines.next().unwrap_or_default();
        let (number, subject, width, dark) = (line(), line(), decimal::read(line()), line() == "dark");
        let (known, today, query) = (line(), line(), line());
        let decoded = link::decode(query);
        let view = decoded.view;
        let money = Money { currency: view.currency.unwrap_or(Currency::Usd), cny_per_usd: view.rate() };
        let look = Look { lang: view.lang.unwrap_or(Lang::En), money, dark, width: if width > 0.0 { width } else { 640.0 } };
        let mut found = String::new();
        let (place, figure) = subject.split_once(' ').unwrap_or((subject, ""));
        let estimate = || estimate_with(&decoded.scenario, super::found(known));
        let parts = match place {
            PLAN => {
                let outcome = planned::plan(&decoded.scenario);
                if let Ok(planned) = &outcome
                    && planned.best.memory.fits
                {
                    found = [planned.mfu.low, planned.mfu.mid, planned.mfu.high].map(decimal::shortest).join(" ");
                }
                at_once(plan(&decoded.scenario, &outcome, &look))
            }
            VALIDATION => at_once(validation(&look)),
            RUNS => at_once(runs(&look)),
            CHIPS => at_once(chips(&look)),
            DRIVERS => drivers(&estimate(), look),
            RANGES => ranges(&estimate()),
            EXPORT => at_once(export(&decoded.scenario, &look)),
            LEVERS => at_once(levers(&estimate(), view.levers.among(&decoded.scenario), &look)),
            SOLVER => solver(&estimate(), view, look),
            FRONTIER => frontier(&estimate(), view, look),
            ROUTES => at_once(routes(&drawn(&estimate(), |one| matches!(one, Figure::Total | Figure::Days)), &look)),
            RENT_OR_BUY => at_once(rent_or_buy(&decoded.scenario, &look)),
            YEARS => at_once(years(&drawn(&estimate(), |one| one == Figure::Total), Today::read(today), &look)),
            FORMULAS => at_once(formulas(&look)),
            _ if place.starts_with(EXPLAINS) => {
                let estimate = estimate_wholly(&decoded.scenario, super::found(known));
                let asked = Asked { today: Today::read(today), query };
                let explained = |figure| explain(&with_drawn(&estimate, figure), figure, &asked, &look);
                at_once(Figure::from_id(figure).map(explained).unwrap_or_default())
            }
            _ => at_once(String::new()),
        };
        Self { head: format!("{number}\n{place}\n{found}"), parts }
    }
}

/// An estimate with the ranges of a figure drawn, and of the figures that it is made of.
fn with_drawn(estimate: &Estimate, figure: Figure) -> Estimate {
    let operands = Explanation::of(estimate, figure).operands;
    drawn(estimate, |one| one == figure || operands.iter().any(|operand| operand.term == one.term()))
}
