//! One number of the scenario: a text field, its slider where it has one, where its value comes from, and what is wrong with it.

use super::slider::Slider;
use super::{Fault, shown};
use crate::state::{Page, live, on, watch};
use leptos::prelude::*;
use traincost_locales::{Currency, Numbers, fill};
use traincost_model::scenario::Measure;
use traincost_model::{Field, FieldError, Scenario};

/// The field of one number.
#[component]
pub(super) fn NumberField(
    /// Which number.
    field: Field,
) -> impl IntoView {
    let page = Page::here();
    let value = Signal::derive(move || page.scenario.with(|scenario| scenario.get(field)));
    let standing = Signal::derive(move || value.get().or_else(|| catalog_mid(&page, field)));
    let fault = Signal::derive(move || page.faults.with(|faults| faults.get(&(field as u8)).copied()));
    let wrong = Signal::derive(move || fault.get().is_some());
    // The text is the reader's while they type: it is never written back under their fingers.
    let raw = RwSignal::new(String::new());
    let typing = StoredValue::new(false);
    let seen = StoredValue::new(0);
    watch(move || {
        let text = value.get().map(|value| shown::of(&page, field, value)).unwrap_or_default();
        let replaced = page.replaced.get();
        let is_new = replaced != seen.get_value();
        seen.set_value(replaced);
        if is_new || (!typing.get_value() && fault.get_untracked().is_none()) {
            raw.set(text);
        }
    });
    let take = move |text: String| {
        let read = if text.trim().is_empty() && field.is_optional() {
            Ok(None)
        } else {
            shown::read(field, &text, page.money.get_untracked()).map(Some).map_err(Fault::Number)
        };
        raw.set(text);
        page.fault(field, read.and_then(|value| put(&page, field, value)).err());
    };
    // Total and active parameters bound each other: what did not fit may fit once the other has changed.
    watch(move || {
        page.scenario.track();
        if fault.get_untracked() == Some(Fault::Field(FieldError::MoreActiveThanTotal)) {
            take(raw.get_untracked());
        }
    });
    let leave = move |_| {
        typing.set_value(false);
        if fault.get_untracked().is_none() {
            raw.set(value.get_untracked().map(|value| shown::of(&page, field, value)).unwrap_or_default());
        }
    };
    let slide = Callback::new(move |value| page.fault(field, put(&page, field, Some(value)).err()));
    let (input_id, error_id, hint_id) = (format!("field-{}", field.id()), format!("error-{}", field.id()), format!("hint-{}", field.id()));
    let described = format!("{hint_id} {error_id}");
    view! {
        <div class="field" class:wrong=wrong>
            <div class="field-head">
                <label class="field-label" for=input_id.clone()>{live(move || (page.text().field)(field).label.to_owned())}</label>
                <span class="chip" data-from=live(move || origin(&page, field, value.get()).0.to_owned())>
                    {live(move || origin(&page, field, value.get()).1.to_owned())}
                </span>
            </div>
            <div class="field-row">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    id=input_id.clone()
                    data-testid=input_id
                    aria-describedby=described
                    aria-invalid=live(move || wrong.get().to_string())
                    placeholder=live(move || placeholder(&page, field))
                    prop:value=live(move || raw.get())
                    on:focus=on(move |_| typing.set_value(true))
                    on:blur=on(leave)
                    on:input=on(move |event| {
                        typing.set_value(true);
                        if !is_composing(&event) {
                            take(event_target_value(&event));
                        }
                    })
                    on:compositionend=on(move |event| take(event_target_value(&event)))
                />
                <span class="field-unit">{live(move || unit(&page, field))}</span>
            </div>
            <Slider field value=standing on_move=slide />
            <p class="field-hint" id=hint_id>{live(move || hint(&page, field, value.get()))}</p>
            <p class="field-error" id=error_id.clone() data-testid=error_id role="alert">
                {live(move || fault.get().map(|fault| fault.sentence(&page, field)).unwrap_or_default())}
            </p>
        </div>
    }
    .into_any()
}

fn is_composing(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}

/// Puts a value into the scenario, or says why it cannot stand there.
fn put(page: &Page, field: Field, value: Option<f64>) -> Result<(), Fault> {
    let mut next = page.scenario.get_untracked();
    next.set(field, value).map_err(Fault::Field)?;
    if next != page.scenario.get_untracked() {
        page.scenario.set(next);
    }
    Ok(())
}

fn catalog_mid(page: &Page, field: Field) -> Option<f64> {
    if field == Field::Active {
        return page.scenario.with(|scenario| scenario.get(Field::Params));
    }
    page.estimate.with(|estimate| estimate.catalog_value(field)).map(|(band, _)| band.mid)
}

fn placeholder(page: &Page, field: Field) -> String {
    match catalog_mid(page, field) {
        // What the catalog has is a mid of a range: two digits of it are enough to see its size.
        Some(mid) if field != Field::Active => shown::band(page, field, &traincost_model::Band::new(mid * 0.9, mid, mid * 1.1)).0,
        Some(total) => shown::of(page, field, total),
        None if field.is_optional() => page.text().price_needed.to_owned(),
        None => String::new(),
    }
}

fn unit(page: &Page, field: Field) -> String {
    let unit = (page.text().field)(field).unit;
    if field.measure() != Measure::Money {
        return unit.to_owned();
    }
    let sign = if page.money.get().currency == Currency::Usd { "$" } else { "¥" };
    if unit.is_empty() { sign.to_owned() } else { format!("{sign} {unit}") }
}

/// Where the value comes from: a stable name for the style, and the word.
fn origin(page: &Page, field: Field, value: Option<f64>) -> (&'static str, &'static str) {
    let text = page.text();
    let scenario = page.scenario.get();
    let preset = scenario.preset.get();
    if value.is_some() && value != Scenario::from_preset(scenario.preset).get(field) {
        return ("you", text.from_you);
    }
    if value.is_some() || field == Field::Active {
        let guessed = preset.is_estimated(field);
        return if guessed { ("estimate", text.from_estimate) } else { ("preset", text.from_preset) };
    }
    match page.estimate.with(|estimate| estimate.catalog_value(field)) {
        Some((_, fact)) if fact.verified => ("catalog", text.from_catalog),
        Some(_) => ("unverified", text.from_unverified),
        None => ("unknown", text.unknown),
    }
}

/// What the field means, and what stands in it: a number read back, or the catalog's value with its range and date.
fn hint(page: &Page, field: Field, value: Option<f64>) -> String {
    let text = page.text();
    let meaning = (text.field)(field).hint;
    let standing = match value {
        Some(value) if field.measure() == Measure::Count && value >= 1e4 => scientific(page, value),
        Some(_) => String::new(),
        None if field == Field::Active => text.same_as_total.to_owned(),
        None => page.estimate.with(|estimate| estimate.catalog_value(field)).map_or_else(
            || text.catalog_unknown.to_owned(),
            |(band, fact)| {
                let (mid, range) = shown::band(page, field, &band);
                fill(text.catalog_says, &[("mid", &mid), ("range", &range), ("date", &fact.date.to_string())])
            },
        ),
    };
    match (meaning.is_empty(), standing.is_empty()) {
        (false, false) => format!("{standing} · {meaning}"),
        _ => format!("{standing}{meaning}"),
    }
}

/// `700亿 = 7×10¹⁰`: a large number said twice, so that a slip of three zeros is seen.
fn scientific(page: &Page, value: f64) -> String {
    format!("{} = {}", page.numbers().compact(value, 4), crate::results::format::power(value, 4))
}
