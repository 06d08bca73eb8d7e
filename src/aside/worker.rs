//! The worker's ear and mouth: a request is lines of text, and so is the answer.

use super::method::FORMULAS;
use super::{
    Asked, Look, Today, chips, drivers, explain, export, formulas, levers, plan, rent_or_buy, routes, runs, validation, years,
};
use crate::decimal;
use crate::state::{Drawn, link};
use js_sys::JsString;
use traincost_locales::{Currency, Lang, Money};
use traincost_model::analysis::distribution::drawn;
use traincost_model::estimate::{estimate_wholly, estimate_with, planned};
use traincost_model::explain::Explanation;
use traincost_model::{Estimate, Figure};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

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

/// Answers every message from now on.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let mouth = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data().dyn_into::<JsString>().map(String::from).unwrap_or_default();
        _ = mouth.post_message(&JsValue::from(answer(&request)));
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    hear.forget();
}

/// What a request asks for: its subject, the width in CSS px, `dark` or not, P10, mid and P90 of the MFU found before, the day, and a link's query, a
/// line each. The answer: the subject's place, the MFU found now or an empty line, and HTML.
fn answer(request: &str) -> String {
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
        RANGES => Drawn::write(&drawn(&estimate_with(&decoded.scenario, super::found(known)), Figure::is_shown)),
        LEVERS => levers(&decoded.scenario, view.levers.among(&decoded.scenario), &look),
        ROUTES => {
            let estimate = estimate_with(&decoded.scenario, super::found(known));
            routes(&drawn(&estimate, |one| matches!(one, Figure::Total | Figure::Days)), &look)
        }
        RENT_OR_BUY => rent_or_buy(&decoded.scenario, &look),
        YEARS => {
            let estimate = estimate_with(&decoded.scenario, super::found(known));
            years(&drawn(&estimate, |one| one == Figure::Total), Today::read(today), &look)
        }
        EXPORT => export(&decoded.scenario, &look),
        FORMULAS => formulas(&look),
        _ if place.starts_with(EXPLAINS) => {
            let estimate = estimate_wholly(&decoded.scenario, super::found(known));
            let asked = Asked { today: Today::read(today), query };
            Figure::from_id(figure)
                .map(|figure| explain(&with_drawn(&estimate, figure), figure, &asked, &look))
                .unwrap_or_default()
        }
        _ => String::new(),
    };
    format!("{place}\n{found}\n{html}")
}

/// An estimate with the ranges of a figure drawn, and of the figures that it is made of.
fn with_drawn(estimate: &Estimate, figure: Figure) -> Estimate {
    let operands = Explanation::of(estimate, figure).operands;
    drawn(estimate, |one| one == figure || operands.iter().any(|operand| operand.term == one.term()))
}
