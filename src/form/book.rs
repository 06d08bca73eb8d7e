//! The price book: the reader's own prices as CSV. A worker reads them and shows how (`report/book.rs`); one button applies them, another undoes that.

use crate::state::book::{LONGEST, Price};
use crate::state::{Page, live, on, watch};
use leptos::html;
use leptos::prelude::*;
use traincost_locales::{Currency, fill};
use wasm_bindgen::JsCast;

/// A folded place for a price book. `public/worker/book.js` has its text read, and reads a file that is dropped there into it.
#[component]
pub(super) fn PriceBook() -> impl IntoView {
    let page = Page::here();
    // The number of prices that were applied last; 0 once the text has changed, or they are undone.
    let applied = RwSignal::new(0);
    let undo_button = NodeRef::<html::Button>::new();
    let apply = move |event: web_sys::MouseEvent| {
        let button = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(written) = button.and_then(|button| button.get_attribute("data-prices")) else { return };
        let (before, prices) = (page.scenario.get_untracked(), Price::list(&written));
        page.change(page.book.try_update(|book| book.apply(before, &prices)).unwrap_or(before));
        applied.set(prices.len());
        // The reading has served its purpose, and the focus must not go with its button.
        if let Some(place) = event.current_target().and_then(|place| place.dyn_into::<web_sys::Element>().ok()) {
            place.set_inner_html("");
        }
        request_animation_frame(move || _ = undo_button.get_untracked().map(|button| button.focus()));
    };
    let undo = move |_| {
        let now = page.scenario.get_untracked();
        page.change(page.book.try_update(|book| book.undo(now)).unwrap_or(now));
        applied.set(0);
    };
    // Another accelerator or basis has another price of the book; a price that was typed stays.
    watch(move || {
        let now = page.scenario.get();
        if let Some(next) = page.book.try_update_untracked(|book| book.follow(&now)).flatten() {
            page.change(next);
        }
    });
    let says = move || match applied.get() {
        0 => String::new(),
        count => fill(page.text().book_applied, &[("count", &count.to_string())]),
    };
    view! {
        <details class="group">
            <summary>{page.say(|text| text.book)}</summary>
            <div class="group-body book">
                <p class="fine" id="book-how">{live(move || how(&page))}</p>
                <textarea
                    rows="5"
                    spellcheck="false"
                    data-testid="book"
                    data-limit=LONGEST.to_string()
                    aria-label=page.say(|text| text.book_text)
                    aria-describedby="book-how"
                    on:input=on(move |_: web_sys::Event| applied.set(0))
                ></textarea>
                <p>
                    <button type="button" class="preview" on:click=on(move |_: web_sys::MouseEvent| applied.set(0))>
                        {page.say(|text| text.book_preview)}
                    </button>
                    " "
                    <button
                        type="button"
                        class="undo"
                        node_ref=undo_button
                        disabled=move || !page.book.with(|book| book.can_undo())
                        on:click=on(undo)
                    >
                        {page.say(|text| text.book_undo)}
                    </button>
                </p>
                <p role="status" data-testid="book-says">{live(says)}</p>
                <div data-report="book" data-testid="book-reads" aria-live="polite" on:click=on(apply)></div>
            </div>
        </details>
    }
    .into_any()
}

/// The rules of a book. Reactive.
fn how(page: &Page) -> String {
    let text = page.text();
    let currency = match page.money().currency {
        Currency::Usd => text.currency_usd,
        Currency::Cny => text.currency_cny,
    };
    fill(text.book_how, &[("currency", currency)])
}
