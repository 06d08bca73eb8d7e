//! The price book: the reader's own prices as CSV, applied where they fit; one button reverts them.

use crate::state::book::{Price, read};
use crate::state::{Page, live, on, watch};
use leptos::html;
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::{Field, Scenario};

/// A folded place for a price book. `public/gestures.js` reads a file that is dropped there into it, and applies it.
#[component]
pub(super) fn PriceBook() -> impl IntoView {
    let page = Page::here();
    let area = NodeRef::<html::Textarea>::new();
    // The rents of the book: one applies when its accelerator and basis are chosen.
    let rents = StoredValue::new(Vec::<Price>::new());
    let before = RwSignal::new(None::<(Scenario, Vec<Price>)>);
    let outcome = RwSignal::new((0, Vec::new()));
    let apply = move |text: &str| {
        let (prices, bad) = read(text);
        if !prices.is_empty() {
            before.set(Some((page.scenario.get_untracked(), rents.get_value())));
            rents.set_value(prices.clone());
            page.replace(priced(page.scenario.get_untracked(), &prices));
        }
        outcome.set((prices.len(), bad));
    };
    let undo = move || {
        if let Some((scenario, prices)) = before.get_untracked() {
            before.set(None);
            rents.set_value(prices);
            page.replace(scenario);
            outcome.set((0, Vec::new()));
        }
    };
    // Another accelerator or basis has another price of the book; a price that was typed stays.
    let last = StoredValue::new(None);
    watch(move || {
        let scenario = page.scenario.get();
        let now = (scenario.accelerator, scenario.basis);
        let was = last.get_value();
        last.set_value(Some(now));
        if was.is_some_and(|was| was != now) && rents.with_value(|rents| !rents.is_empty()) {
            let of_book = |price: Option<f64>| {
                rents.with_value(|rents| rents.iter().any(|rent| matches!(rent, Price::Rent(.., one) if Some(*one) == price)))
            };
            let mut next = scenario;
            if of_book(next.get(Field::Price)) {
                _ = next.set(Field::Price, None);
            }
            if next.get(Field::Price).is_none() {
                next = rents.with_value(|rents| priced_rent(next, rents));
            }
            if next != scenario {
                page.replace(next);
            }
        }
    });
    let says = move || {
        let text = page.text();
        let (count, bad) = outcome.get();
        let taken = if count > 0 { fill(text.book_taken, &[("count", &count.to_string())]) } else { String::new() };
        let bad = bad.iter().map(|bad| fill(text.book_bad, &[("line", &bad.line.to_string()), ("column", bad.column.name())]));
        std::iter::once(taken).chain(bad).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    };
    view! {
        <details class="group">
            <summary>{page.say(|text| text.book)}</summary>
            <div class="group-body book">
                <p class="fine">{page.say(|text| text.book_how)}</p>
                <textarea
                    node_ref=area
                    rows="5"
                    spellcheck="false"
                    data-testid="book"
                    aria-label=page.say(|text| text.book_text)
                ></textarea>
                <p>
                    <button type="button" class="apply" on:click=on(move |_| apply(&area.get_untracked().map(|area| area.value()).unwrap_or_default()))>
                        {page.say(|text| text.book_apply)}
                    </button>
                    " "
                    <button type="button" disabled=move || before.with(Option::is_none) on:click=on(move |_| undo())>
                        {page.say(|text| text.book_undo)}
                    </button>
                </p>
                <p role="status" data-testid="book-says">{live(says)}</p>
            </div>
        </details>
    }
    .into_any()
}

/// The scenario at the prices of a book.
fn priced(mut scenario: Scenario, prices: &[Price]) -> Scenario {
    for price in prices {
        if let Price::Of(field, value) = price {
            // Checked when it was read.
            _ = scenario.set(*field, Some(*value));
        }
    }
    priced_rent(scenario, prices)
}

/// The scenario at the rent that a book has for its accelerator and basis, if any.
fn priced_rent(mut scenario: Scenario, prices: &[Price]) -> Scenario {
    for price in prices {
        if let Price::Rent(accelerator, basis, value) = price
            && (*accelerator, *basis) == (scenario.accelerator, scenario.basis)
        {
            _ = scenario.set(Field::Price, Some(*value));
        }
    }
    scenario
}
