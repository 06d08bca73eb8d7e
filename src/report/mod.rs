//! Reports: HTML sections written by the worker, or at build time. Their code and texts do not travel with the page (docs/decisions/008).
//!
//! ```
//! use traincost::report::{Reader, validation};
//! use traincost_locales::{Currency, Lang, Money};
//!
//! let money = Money { currency: Currency::Usd, cny_per_usd: 7.2 };
//! let html = validation(&Reader { lang: Lang::En, money, dark: false, width: 640.0 });
//! assert!(html.contains("Where we are wrong"));
//! ```

mod book;
mod chips;
mod claims;
mod curves;
mod draft;
mod drivers;
mod explain;
mod export;
mod frontier;
mod hours;
mod html;
mod levers;
#[cfg(target_family = "wasm")]
mod loaded;
mod method;
mod paper;
mod plan;
mod quantity;
mod reader;
mod rent_or_buy;
mod routes;
mod runs;
mod solver;
mod spending;
mod step;
mod validation;
mod worker;
mod years;

pub use crate::state::Today;
pub use book::book;
pub use chips::chips;
pub use claims::claims;
pub use draft::{Draft, Drafts, finish};
pub use drivers::{drivers, ranges};
pub use explain::{Context, explain};
pub use export::export;
pub use frontier::frontier;
pub use levers::levers;
pub use method::{formulas, method};
pub use plan::plan;
pub use reader::Reader;
pub use rent_or_buy::rent_or_buy;
pub use routes::routes;
pub use runs::runs;
pub use solver::solver;
pub use spending::spending;
pub use validation::validation;
pub use worker::answer;
pub use years::years;

use crate::sections::Section;
use crate::state::{link, mfu};
use draft::complete;
use traincost_locales::{Currency, Lang, Money, fill};
use traincost_model::analysis::distribution::sampled;
use traincost_model::estimate::{estimate_all, estimate_with, planned};
use traincost_model::explain::Explanation;
use traincost_model::{Estimate, Figure};
use worker::Request;

/// The report that a request asks for, and the MFU that it found for the page, or an empty text.
fn report(section: Section, request: &Request) -> (String, Drafts) {
    let decoded = link::decode(request.query);
    let (scenario, view) = (decoded.scenario, decoded.view);
    let money = Money { currency: view.currency.unwrap_or(Currency::Usd), cny_per_usd: view.rate() };
    let width = if request.width > 0.0 { request.width } else { 640.0 };
    let reader = Reader { lang: view.lang.unwrap_or(Lang::DEFAULT), money, dark: request.dark, width };
    let today = Today::read(request.today);
    let known = mfu::read(request.mfu);
    let estimate = || estimate_with(&scenario, known);
    let mut found = String::new();
    let drafts = match section {
        Section::Plan => {
            let outcome = planned::plan(&scenario);
            found =
                outcome.as_ref().ok().filter(|plan| plan.best.memory.fits).map(|plan| mfu::write(&plan.mfu)).unwrap_or_default();
            complete(plan(&scenario, &outcome, &reader))
        }
        Section::Ranges => ranges(&estimate()),
        Section::Drivers => drivers(&estimate(), reader),
        Section::Levers => complete(levers(&estimate(), view.levers.among(&scenario), &reader)),
        Section::Solver => solver(&estimate(), view, reader),
        Section::Law => complete(String::new()),
        Section::Frontier => frontier(&estimate(), view, reader),
        Section::Routes => complete(routes(&sampled(&estimate(), |one| matches!(one, Figure::Total | Figure::Days)), &reader)),
        Section::RentOrBuy => complete(rent_or_buy(&scenario, &reader)),
        Section::Years => complete(years(&sampled(&estimate(), |one| one == Figure::Total), today, &reader)),
        Section::Spending => complete(spending(&estimate(), &reader)),
        Section::Validation => complete(validation(&reader)),
        Section::Chips => complete(chips(&reader)),
        Section::Export => complete(export(&scenario, &reader)),
        Section::Runs => complete(runs(&reader)),
        Section::Explanation => {
            let estimate = estimate_all(&scenario, known);
            let context = Context { today, query: request.query };
            let explained = |figure| explain(&with_ranges_around(&estimate, figure), figure, &context, &reader);
            complete(Figure::from_id(request.subject).map(explained).unwrap_or_default())
        }
        Section::Book => complete(book(request.subject, request.text, &reader)),
        Section::Formulas => complete(formulas(&reader)),
    };
    (found, drafts)
}

/// An estimate with sampled ranges of a figure and of its operands.
fn with_ranges_around(estimate: &Estimate, figure: Figure) -> Estimate {
    let operands = Explanation::of(estimate, figure).operands;
    sampled(estimate, |one| one == figure || operands.iter().any(|operand| operand.term == one.term()))
}

/// A template with values formatted for it.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    fill(template, &values.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>())
}
