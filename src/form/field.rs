//! One number of the scenario: a text field, its slider where it has one, where its value comes from, and what is wrong with it.

use super::shown;
use super::slider::Slider;
use crate::number;
use crate::state::{Fault, Page, forever, live, on, this_month, watch};
use leptos::prelude::*;
use traincost_locales::{Numbers, fill, spaced};
use traincost_model::estimate::{FieldStatus, Provenance};
use traincost_model::names::Measure;
use traincost_model::{Band, Field, FieldError};

/// The field of one number.
#[component]
pub(super) fn NumberField(
    /// The field to edit.
    field: Field,
) -> impl IntoView {
    let page = Page::here();
    let status = move || page.field(field).status;
    let fault = move || page.field(field).fault;
    let fault_now = move || page.faults.with_untracked(|faults| faults.of(field));
    // The text is the reader's while they type: it is never written back under their fingers.
    let raw = RwSignal::new(String::new());
    let typing = StoredValue::new(false);
    let seen = StoredValue::new(0);
    let show = move || {
        let (value, range) = page.scenario.with_untracked(|scenario| (scenario.get(field), scenario.range(field)));
        raw.set(untrack(|| shown::entered(&page, field, value, range)));
    };
    watch(move || {
        // Read all of them before any branch, so that the effect follows each.
        page.field(field);
        page.view.track();
        let replaced = page.replaced.get();
        let is_new = replaced != seen.get_value();
        seen.set_value(replaced);
        if is_new || (!typing.get_value() && fault_now().is_none()) {
            show();
        }
    });
    let enter = move |text: String| {
        let read = if number::trimmed(&text).is_empty() && field.is_optional() {
            Ok(None)
        } else {
            shown::read(field, &text, untrack(|| page.money())).map(Some).map_err(Fault::Number)
        };
        raw.set(text);
        match read {
            Ok(entry) => page.enter(field, entry),
            Err(fault) => page.fault(field, Some(fault)),
        }
    };
    // Total and active parameters bound each other: what did not fit may fit once the other has changed.
    if matches!(field, Field::Params | Field::Active) {
        watch(move || {
            page.scenario.track();
            if fault_now() == Some(Fault::Field(FieldError::MoreActiveThanTotal)) {
                enter(raw.get_untracked());
            }
        });
    }
    let leave = move |_| {
        typing.set_value(false);
        if fault_now().is_none() {
            show();
        }
    };
    let name = |part: &str| forever(format!("{part}-{}", field.id()));
    let (input_id, error_id, hint_id) = (name("field"), name("error"), name("hint"));
    let described = forever(format!("{hint_id} {error_id}"));
    view! {
        <div class=live(move || if fault().is_some() { "field wrong" } else { "field" }.to_owned())>
            <div class="field-head">
                <label class="field-label" for=input_id>{live(move || (page.text().field)(field).label.to_owned())}</label>
                <span class="chip" data-from=live(move || status().provenance.id().to_owned())>
                    {live(move || origin(&page, status().provenance).to_owned())}
                </span>
            </div>
            <div class="field-row">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    spellcheck="false"
                    id=input_id
                    data-testid=input_id
                    aria-describedby=described
                    aria-invalid=live(move || fault().is_some().to_string())
                    placeholder=live(move || placeholder(&page, field, &status()))
                    prop:value=live(move || raw.get())
                    on:focus=on(move |_| typing.set_value(true))
                    on:blur=on(leave)
                    on:input=on(move |event| {
                        typing.set_value(true);
                        if !is_composing(&event) {
                            enter(event_target_value(&event));
                        }
                    })
                    on:compositionend=on(move |event| enter(event_target_value(&event)))
                />
                <span class="field-unit">{live(move || unit(&page, field))}</span>
            </div>
            <Slider field />
            <p class="field-hint" id=hint_id>{live(move || hint(&page, field, &status()))}</p>
            <p class="field-error" id=error_id data-testid=error_id role="alert">
                {live(move || fault().map(|fault| sentence(&page, field, fault)).unwrap_or_default())}
            </p>
        </div>
    }
    .into_any()
}

fn is_composing(event: &web_sys::Event) -> bool {
    use wasm_bindgen::JsCast;
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}

/// The sentence that names the field, its fault and the remedy. Reactive.
fn sentence(page: &Page, field: Field, fault: Fault) -> String {
    let text = page.text();
    fault.of_field(field, text, (text.field)(field).label, |limit| shown::of(page, field, limit))
}

/// The catalog's value of a field in words, and its range; empty for one known exactly.
fn catalog_says(page: &Page, field: Field, band: &Band<f64>) -> (String, String) {
    if band.is_exact() { (shown::of(page, field, band.mid), String::new()) } else { shown::band(page, field, band) }
}

fn placeholder(page: &Page, field: Field, status: &FieldStatus) -> String {
    match (status.fallback, status.number) {
        (Some(found), _) => catalog_says(page, field, &found.band).0,
        (None, Some(total)) if field == Field::Active => shown::of(page, field, total),
        (None, None) if status.provenance == Provenance::Unknown => page.text().price_needed.to_owned(),
        _ => String::new(),
    }
}

fn unit(page: &Page, field: Field) -> String {
    let unit = (page.text().field)(field).unit;
    if field.measure() != Measure::Money {
        return unit.to_owned();
    }
    spaced(page.money().currency.sign(page.lang()), unit).trim().to_owned()
}

/// The word for the origin of a value. Reactive.
fn origin(page: &Page, provenance: Provenance) -> &'static str {
    let text = page.text();
    match provenance {
        Provenance::You => text.from_you,
        Provenance::Preset | Provenance::Inherited => text.from_preset,
        Provenance::Default => text.from_default,
        Provenance::Unused => text.from_unused,
        Provenance::Estimate => text.from_estimate,
        Provenance::Catalog => text.from_catalog,
        Provenance::Unverified => text.from_unverified,
        Provenance::Computed => text.from_computed,
        Provenance::Unknown => text.unknown,
    }
}

/// The field's meaning and content: its number read back, or the catalog's value with range and date.
fn hint(page: &Page, field: Field, status: &FieldStatus) -> String {
    let text = page.text();
    let meaning = (text.field)(field).hint;
    let stands = match (status.value, status.fallback) {
        (Some(mid), _) if status.range.is_some() => fill(text.range_says, &[("mid", &shown::middle(page, field, mid))]),
        (Some(value), _) if field.measure() == Measure::Count && value >= 1e4 => scientific(page, value),
        (Some(_), _) if status.provenance == Provenance::Inherited => {
            fill(text.inherited_says, &[("preset", page.lang().preset(page.scenario.with_untracked(|scenario| scenario.preset)))])
        }
        (Some(_), _) => String::new(),
        (None, _) if field == Field::Active => text.same_as_total.to_owned(),
        (None, None) if status.provenance != Provenance::Unknown => String::new(),
        (None, None) => text.catalog_unknown.to_owned(),
        (None, Some(found)) => {
            let (mid, range) = catalog_says(page, field, &found.band);
            let date = found.date.map(|date| date.to_string()).unwrap_or_default();
            let template = match found.date {
                None => text.computed_says,
                Some(_) if found.band.is_exact() => text.catalog_says_exact,
                Some(_) => text.catalog_says,
            };
            let said = fill(template, &[("mid", &mid), ("range", &range), ("date", &date)]);
            let years = found.date.map_or(0.0, |date| this_month().years_since(date));
            if years > 1.0 { said + &fill(text.catalog_aged, &[("years", &page.numbers().plain(years, 2))]) } else { said }
        }
    };
    match (meaning.is_empty(), stands.is_empty()) {
        (false, false) => format!("{stands} · {meaning}"),
        _ => format!("{stands}{meaning}"),
    }
}

/// `700亿 = 7×10¹⁰`: a large number in two notations, so that a slip of three zeros shows.
fn scientific(page: &Page, value: f64) -> String {
    format!("{} = {}", page.numbers().compact(value, 4), crate::decimal::power(value, 4))
}
