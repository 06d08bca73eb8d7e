//! A project as a whole: everything that a reader enters.

use super::book::Book;
use super::{Page, View};
use leptos::prelude::*;
use traincost_model::Scenario;
use traincost_model::analysis::levers::LeverSet;
use traincost_model::catalog::PresetId;

/// The inputs of a reader, without language, currency and theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Project {
    scenario: Scenario,
    levers: LeverSet,
    /// CNY per USD, if the reader's own.
    rate: Option<f64>,
    book: Book,
}

impl Project {
    /// The page's project. Not reactive.
    pub fn of(page: &Page) -> Self {
        let View { levers, rate, .. } = page.view.get_untracked();
        Self { scenario: page.scenario.get_untracked(), levers, rate, book: page.book.get_untracked() }
    }

    /// A scenario with the levers and the rate of a view, and no price book.
    pub fn new(scenario: Scenario, View { levers, rate, .. }: View) -> Self {
        Self { scenario, levers, rate, book: Book::default() }
    }

    /// The project of a page that nobody has touched.
    pub fn fresh() -> Self {
        Self::new(Scenario::from_preset(PresetId::DEFAULT), View::default())
    }

    /// Replaces the page's project.
    pub fn open(self, page: &Page) {
        let Self { scenario, levers, rate, book } = self;
        page.book.set(book);
        page.view.update(|view| (view.levers, view.rate) = (levers, rate));
        page.replace(scenario);
    }
}
