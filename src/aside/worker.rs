//! The worker's ear and mouth: a request is lines of text, and so is the answer.

use super::{Look, plan, runs, validation};
use crate::decimal;
use crate::state::link;
use js_sys::JsString;
use traincost_locales::{Currency, Lang, Money};
use traincost_model::estimate::planned;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The found plan of the scenario.
pub const PLAN: &str = "plan";
/// How right the model is.
pub const VALIDATION: &str = "validation";
/// The published runs as a table.
pub const RUNS: &str = "runs";

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

/// What a request asks for: its subject, the width in CSS px, `dark` or not, and a link's query, a line each. The answer: the subject, P10, mid
/// and P90 of the found MFU or an empty line, and HTML.
fn answer(request: &str) -> String {
    let mut lines = request.splitn(4, '\n');
    let mut line = || lines.next().unwrap_or_default();
    let (subject, width, dark, query) = (line(), decimal::read(line()), line() == "dark", line());
    let decoded = link::decode(query);
    let view = decoded.view;
    let money = Money { currency: view.currency.unwrap_or(Currency::Usd), cny_per_usd: view.rate() };
    let look = Look { lang: view.lang.unwrap_or(Lang::En), money, dark, width: if width > 0.0 { width } else { 640.0 } };
    let mut found = String::new();
    let html = match subject {
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
        _ => String::new(),
    };
    format!("{subject}\n{found}\n{html}")
}
