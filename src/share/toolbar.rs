//! Language, currency, theme, the link, and a fresh start.

use super::address::{full, go_to, shared};
use crate::number;
use crate::state::{Fault, Page, Project, Theme, View, live, on, storage, watch};
use leptos::html;
use leptos::prelude::*;
use traincost_locales::{Currency, Lang};
use wasm_bindgen_futures::JsFuture;

/// The toolbar of the full page, or the one link of the compact view.
#[component]
pub fn Toolbar() -> impl IntoView {
    let page = Page::here();
    if page.embed {
        return view! {
            <a class="open-full" data-testid="open-full" target="_blank" rel="noopener" href=live(move || full(&page))>
                {page.say(|text| text.open_full)}
            </a>
        }
        .into_any();
    }
    view! {
        <Languages />
        <Currencies />
        <ThemeButton />
        <CopyLink />
        <StartOver />
    }
    .into_any()
}

/// The button that empties the page, and beside it the one that brings the project back.
#[component]
fn StartOver() -> impl IntoView {
    let page = Page::here();
    let button = NodeRef::<html::Button>::new();
    let start = move |_| {
        let left = Project::of(&page);
        go_to(&page, Project::fresh());
        page.left.set((left != Project::of(&page)).then_some(left));
    };
    let undo = move |_| {
        if let Some(left) = page.left.get_untracked() {
            page.left.set(None);
            go_to(&page, left);
            // The button for it disappears, and must not take the focus along.
            _ = button.get_untracked().map(|button| button.focus());
        }
    };
    view! {
        <button type="button" data-testid="reset" node_ref=button on:click=on(start)>{page.say(|text| text.reset)}</button>
        <button
            type="button"
            data-testid="reset-undo"
            class=live(move || if page.left.with(Option::is_some) { "" } else { "away" }.to_owned())
            on:click=on(undo)
        >
            {page.say(|text| text.reset_undo)}
        </button>
    }
    .into_any()
}

#[component]
fn Languages() -> impl IntoView {
    let page = Page::here();
    let button = move |lang: Lang| {
        view! {
            <button
                type="button"
                lang=lang.tag()
                data-testid=format!("lang-{}", lang.tag())
                aria-pressed=live(move || (page.lang() == lang).to_string())
                on:click=on(move |_| {
                    storage::keep(storage::key::LANG, Some(lang.tag()));
                    page.view.update(|view| view.lang = Some(lang));
                })
            >{lang.name()}</button>
        }
    };
    view! {
        <div class="choice" role="group" aria-label=page.say(|text| text.language)>
            {Lang::ALL.map(button)}
        </div>
    }
    .into_any()
}

#[component]
fn Currencies() -> impl IntoView {
    let page = Page::here();
    let button = move |currency: Currency, sign: &'static str, testid: &'static str| {
        let name = page.say(match currency {
            Currency::Usd => |text| text.currency_usd,
            Currency::Cny => |text| text.currency_cny,
        });
        view! {
            <button
                type="button"
                data-testid=testid
                aria-label=name
                aria-pressed=live(move || (page.money().currency == currency).to_string())
                on:click=on(move |_| {
                    storage::keep(storage::key::CURRENCY, Some(&currency.code().to_ascii_lowercase()));
                    page.view.update(|view| view.currency = Some(currency));
                })
            >{sign}</button>
        }
    };
    view! {
        <div class="choice" role="group" aria-label=page.say(|text| text.currency)>
            {button(Currency::Usd, "$", "currency-usd")}
            {button(Currency::Cny, "¥", "currency-cny")}
        </div>
        <Rate />
    }
    .into_any()
}

/// The exchange rate: the catalog's dated one until the reader enters their own.
#[component]
fn Rate() -> impl IntoView {
    let page = Page::here();
    let raw = RwSignal::new(number::plain(page.view.with_untracked(View::rate)));
    let fault = move || page.faults.with(|faults| faults.rate);
    // Another project has its own rate.
    watch(move || {
        page.replaced.track();
        raw.set(number::plain(page.view.with_untracked(View::rate)));
    });
    let take = move |text: String| {
        let rate = number::parse(&text).map_err(Fault::Number).and_then(|rate| View::check_rate(rate).map_err(Fault::Field));
        raw.set(text);
        page.faults.update(|faults| faults.rate = rate.err());
        if let Ok(rate) = rate {
            page.view.update(|view| view.rate = Some(rate));
        }
    };
    let sentence = move |fault: Fault| fault.sentence(page.text(), page.text().exchange_rate, "7.1", true, number::plain);
    view! {
        <label class=live(move || {
            match (page.money().currency, fault().is_some()) {
                (Currency::Usd, _) => "rate away",
                (Currency::Cny, true) => "rate wrong",
                (Currency::Cny, false) => "rate",
            }
            .to_owned()
        })>
            <span>{page.say(|text| text.exchange_rate)}</span>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                data-testid="field-fx"
                aria-invalid=live(move || fault().is_some().to_string())
                aria-describedby="error-fx"
                prop:value=live(move || raw.get())
                on:input=on(move |event| take(event_target_value(&event)))
            />
            <span class="field-error" id="error-fx" role="alert" data-testid="error-fx">
                {live(move || fault().map(sentence).unwrap_or_default())}
            </span>
        </label>
    }
    .into_any()
}

#[component]
fn ThemeButton() -> impl IntoView {
    let page = Page::here();
    let theme = move || page.view.with(|view| view.theme);
    let next = move |_| {
        // Between the system's theme and its opposite: every press shows something.
        let opposite = if untrack(|| page.prefers_dark()) { Theme::Light } else { Theme::Dark };
        let next = if page.view.with_untracked(|view| view.theme) == Some(opposite) { None } else { Some(opposite) };
        storage::keep(storage::key::THEME, next.map(Theme::id));
        page.view.update(|view| view.theme = next);
    };
    view! {
        <button type="button" data-testid="theme" on:click=on(next)>
            {live(move || {
                let text = page.text();
                match theme() {
                    None => text.theme_auto,
                    Some(Theme::Light) => text.theme_light,
                    Some(Theme::Dark) => text.theme_dark,
                }
                .to_owned()
            })}
        </button>
    }
    .into_any()
}

const NOTHING: u32 = 0;
const COPIED: u32 = 1;
const REFUSED: u32 = 2;

#[component]
fn CopyLink() -> impl IntoView {
    let page = Page::here();
    // The result of the last copy: none, copied or refused.
    let said = RwSignal::new(NOTHING);
    let copy = move |_| {
        let link = untrack(|| shared(&page));
        let promise = window().navigator().clipboard().write_text(&link);
        leptos::task::spawn_local(async move {
            said.set(if JsFuture::from(promise).await.is_ok() { COPIED } else { REFUSED });
            set_timeout(move || said.set(NOTHING), std::time::Duration::from_secs(3));
        });
    };
    view! {
        <button type="button" class="primary" data-testid="copy-link" on:click=on(copy)>
            {live(move || if said.get() == COPIED { page.text().copied.to_owned() } else { page.text().copy_link.to_owned() })}
        </button>
        <span class="said" role="status">
            {live(move || match said.get() {
                REFUSED => page.text().copy_failed.to_owned(),
                COPIED => page.text().copied.to_owned(),
                _ => String::new(),
            })}
        </span>
    }
    .into_any()
}
