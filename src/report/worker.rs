//! What the worker is asked and answers: a request is lines of text, and so is each part of the answer.

use super::method::FORMULAS;
use super::parts::{Part, Parts, at_once};
use super::{
    Asked, Reader, Today, chips, drivers, explain, export, formulas, frontier, levers, plan, ranges, rent_or_buy, routes, runs,
    solver, validation, years,
};
use crate::decimal;
use crate::sections::Section;
use crate::state::link;
use leptos::wasm_split::wasm_split;
use std::cell::Cell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use traincost_locales::{Currency, Lang, Money};
use traincost_model::analysis::distribution::drawn;
use traincost_model::estimate::{estimate_all, estimate_with, planned};
use traincost_model::explain::Explanation;
use traincost_model::{Estimate, Figure};
use wasm_bindgen::prelude::wasm_bindgen;

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
#[wasm_split(worker, wasm_split_path = crate::report::at_hand)]
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
        let reader =
            Reader { lang: view.lang.unwrap_or(Lang::DEFAULT), money, dark, width: if width > 0.0 { width } else { 640.0 } };
        let mut found = String::new();
        let (place, figure) = subject.split_once(' ').unwrap_or((subject, ""));
        let estimate = || estimate_with(&decoded.scenario, super::found(known));
        let parts = match Section::from_id(place) {
            Some(Section::Plan) => {
                let outcome = planned::plan(&decoded.scenario);
                if let Ok(planned) = &outcome
                    && planned.best.memory.fits
                {
                    found = [planned.mfu.low, planned.mfu.mid, planned.mfu.high].map(decimal::shortest).join(" ");
                }
                at_once(plan(&decoded.scenario, &outcome, &reader))
            }
            Some(Section::Validation) => at_once(validation(&reader)),
            Some(Section::Runs) => at_once(runs(&reader)),
            Some(Section::Chips) => at_once(chips(&reader)),
            Some(Section::Drivers) => drivers(&estimate(), reader),
            Some(Section::Ranges) => ranges(&estimate()),
            Some(Section::Export) => at_once(export(&decoded.scenario, &reader)),
            Some(Section::Levers) => at_once(levers(&estimate(), view.levers.among(&decoded.scenario), &reader)),
            Some(Section::Solver) => solver(&estimate(), view, reader),
            Some(Section::Frontier) => frontier(&estimate(), view, reader),
            Some(Section::Routes) => {
                at_once(routes(&drawn(&estimate(), |one| matches!(one, Figure::Total | Figure::Days)), &reader))
            }
            Some(Section::RentOrBuy) => at_once(rent_or_buy(&decoded.scenario, &reader)),
            Some(Section::Years) => at_once(years(&drawn(&estimate(), |one| one == Figure::Total), Today::read(today), &reader)),
            None if place == FORMULAS => at_once(formulas(&reader)),
            None if place.starts_with(EXPLAINS) => {
                let estimate = estimate_all(&decoded.scenario, super::found(known));
                let asked = Asked { today: Today::read(today), query };
                let explained = |figure| explain(&with_drawn(&estimate, figure), figure, &asked, &reader);
                at_once(Figure::from_id(figure).map(explained).unwrap_or_default())
            }
            Some(Section::Law) | None => at_once(String::new()),
        };
        Self { head: format!("{number}\n{place}\n{found}"), parts }
    }
}

/// An estimate with the ranges of a figure drawn, and of the figures that it is made of.
fn with_drawn(estimate: &Estimate, figure: Figure) -> Estimate {
    let operands = Explanation::of(estimate, figure).operands;
    drawn(estimate, |one| one == figure || operands.iter().any(|operand| operand.term == one.term()))
}
