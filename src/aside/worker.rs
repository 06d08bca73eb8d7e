//! What the worker is asked and answers: a request is lines of text, and so is the answer.

use super::method::FORMULAS;
use super::{Asked, Look, Today, chips, drivers, explain, formulas, levers, plan, read_levers, runs, validation};
use crate::decimal;
use crate::state::link;
use leptos::wasm_split::wasm_split;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use traincost_locales::{Currency, Lang, Money};
use traincost_model::Figure;
use traincost_model::estimate::{estimate_wholly, estimate_with, planned};
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
/// What would make it cheaper; the levers that are on stand behind the place.
pub const LEVERS: &str = "levers";
/// What the places of explanations begin with; the figure's id stands behind the place.
const EXPLAINS: &str = "explains-";

/// Answers a request, in a worker that has both modules: what it is, and what the answer is, says [`written`].
#[wasm_bindgen]
pub fn answer(request: String) -> String {
    // What would wait for the second module never does.
    match pin!(written(request)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => String::new(),
    }
}

/// What a request asks for: its subject, the width in CSS px, `dark` or not, P10, mid and P90 of the MFU found before, the day, and a link's query, a
/// line each. The answer: the subject's place, the MFU found now or an empty line, and HTML.
///
/// All that only this reaches is in the second module.
#[wasm_split(worker, wasm_split_path = crate::aside::at_hand)]
fn written(request: String) -> String {
    let mut lines = request.splitn(6, '\n');
    let mut line = || lines.next().unwrap_or_default();
    let (subject, width, dark, known, today, query) = (line(), decimal::read(line()), line() == "dark", line(), line(), line());
    let decoded = link::decode(query);
    let view = decoded.view;
    let money = Money { currency: view.currency.unwrap_or(Currency::Usd), cny_per_usd: view.rate() };
    let look = Look { lang: view.lang.unwrap_or(Lang::En), money, dark, width: if width > 0.0 { width } else { 640.0 } };
    let mut found = String::new();
    let (place, figure) = subject.split_once(' ').unwrap_or((subject, ""));
    let html = match place {
        PLAN => {
            let outcome = planned::plan(&decoded.scenario);
            if let Ok(planned) = &outcome
                && planned.best.memory.fits
            {
                found = [planned.mfu.low, planned.mfu.mid, planned.mfu.high].map(decimal::shortest).join(" ");
            }
            plan(&decoded.scenario, &outcome, &look)
        }
        VALIDATION => validation(&look),
        RUNS => runs(&look),
        CHIPS => chips(&look),
        DRIVERS => drivers(&estimate_with(&decoded.scenario, super::found(known)), &look),
        LEVERS => levers(&decoded.scenario, read_levers(figure), &look),
        FORMULAS => formulas(&look),
        _ if place.starts_with(EXPLAINS) => {
            let estimate = estimate_wholly(&decoded.scenario, super::found(known));
            let asked = Asked { today: Today::read(today), query };
            Figure::from_id(figure).map(|figure| explain(&estimate, figure, &asked, &look)).unwrap_or_default()
        }
        _ => String::new(),
    };
    format!("{place}\n{found}\n{html}")
}
