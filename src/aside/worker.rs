//! The worker's ear and mouth: a request is lines of text, and so is each part of the answer. It does one thing at a time, and drops it for what is
//! asked next.

use super::method::FORMULAS;
use super::parts::{Part, Parts, at_once};
use super::{
    Asked, Look, Today, chips, drivers, explain, export, formulas, frontier, levers, plan, ranges, runs, solver, validation,
};
use crate::decimal;
use crate::state::link;
use js_sys::JsString;
use std::cell::RefCell;
use std::rc::Rc;
use traincost_locales::{Currency, Lang, Money};
use traincost_model::analysis::distribution::drawn;
use traincost_model::estimate::{estimate_wholly, estimate_with, planned};
use traincost_model::explain::Explanation;
use traincost_model::{Estimate, Figure};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

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

/// What the worker is at.
#[derive(Default)]
enum Work {
    #[default]
    Nothing,
    /// A request that was heard and not yet begun.
    Asked(String),
    Answering(Answer),
}

/// Answers every message from now on.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let Ok(channel) = MessageChannel::new() else { return };
    // A message to itself comes behind those that wait: the worker hears them first.
    let (bell, rung) = (channel.port2(), channel.port1());
    let work = Rc::new(RefCell::new(Work::Nothing));
    let (at, mouth, again) = (work.clone(), scope.clone(), bell.clone());
    let turn = Closure::<dyn Fn()>::new(move || {
        let say = |text: &str| _ = mouth.post_message(&JsValue::from(text));
        let mut answer = match at.take() {
            Work::Nothing => return,
            Work::Asked(request) => {
                // Whoever asked learns that it is heard, before it may take long.
                say(request.split('\n').next().unwrap_or_default());
                Answer::to(&request)
            }
            Work::Answering(answer) => answer,
        };
        match (answer.parts)() {
            Part::On => {}
            Part::Stands(html) => say(&format!("{}\nmore\n{html}", answer.head)),
            Part::Whole(html) => return say(&format!("{}\n\n{html}", answer.head)),
        }
        at.replace(Work::Answering(answer));
        _ = again.post_message(&JsValue::NULL);
    });
    rung.set_onmessage(Some(turn.as_ref().unchecked_ref()));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let request = event.data().dyn_into::<JsString>().map(String::from).unwrap_or_default();
        // While it is at something, a turn is under way.
        if matches!(work.replace(Work::Asked(request)), Work::Nothing) {
            _ = bell.post_message(&JsValue::NULL);
        }
    });
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    // They live as long as the worker does.
    turn.forget();
    hear.forget();
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
            DRIVERS => drivers(&estimate_with(&decoded.scenario, super::found(known)), look),
            RANGES => ranges(&estimate_with(&decoded.scenario, super::found(known))),
            EXPORT => at_once(export(&decoded.scenario, &look)),
            LEVERS => at_once(levers(&decoded.scenario, view.levers.among(&decoded.scenario), &look)),
            SOLVER => solver(&decoded.scenario, view, look),
            FRONTIER => frontier(&decoded.scenario, view, look),
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
