//! A slider on a logarithmic scale, bound to a field.

use super::shown;
use crate::decimal;
use crate::number::Entry;
use crate::state::{Page, forever, live, on};
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::Field;
use traincost_model::names::Measure;

/// Steps of the native slider from end to end.
const STEPS: f64 = 1000.0; // as in the view below

/// The span that a slider offers, in the field's unit; what people plan, not all that is allowed. `None`: no slider.
pub(super) const fn span(field: Field) -> Option<(f64, f64)> {
    Some(match field {
        Field::Params | Field::Active => (1e8, 1e13),
        Field::Tokens => (1e7, 1e14),
        Field::Count => (1.0, 1e6),
        Field::DenseMfu => (0.05, 0.8),
        Field::Goodput => (0.3, 1.0),
        Field::ExperimentFactor => (1.0, 20.0),
        Field::Price => (0.1, 50.0),
        Field::Pue => (1.0, 2.0),
        Field::ElectricityPrice => (0.02, 0.5),
        _ => return None,
    })
}

fn position((low, high): (f64, f64), value: f64) -> f64 {
    ((value / low).ln() / (high / low).ln() * STEPS).round().clamp(0.0, STEPS)
}

/// A value fit for a field: no more digits than anybody slides to, whole where the field is, and inside what stands beside it.
fn fit(page: &Page, field: Field, (low, high): (f64, f64), raw: f64) -> f64 {
    let value = decimal::rounded(raw, if high / low > 100.0 { 2 } else { 3 });
    let value = if field.measure() == Measure::Whole { value.round() } else { value };
    // A slider cannot say why total parameters stop at the active ones: it stops there.
    let active = if field == Field::Params { page.scenario.with_untracked(|scenario| scenario.get(Field::Active)) } else { None };
    let total = if field == Field::Active { page.scenario.with_untracked(|scenario| scenario.get(Field::Params)) } else { None };
    value.max(low).max(active.unwrap_or(low)).min(high).min(total.unwrap_or(high))
}

/// The raw value at a position.
fn value_at((low, high): (f64, f64), position: f64) -> f64 {
    low * (high / low).powf(position / STEPS)
}

/// The value after a key: arrows change it by a tenth (a hundredth where the whole span is small), pages double and halve it.
fn stepped(key: &str, field: Field, (low, high): (f64, f64), value: f64) -> Option<f64> {
    let (arrow, page) = if high / low > 100.0 { (1.1, 2.0) } else { (1.02, 1.1) };
    let stepped = match key {
        "ArrowRight" | "ArrowUp" => value * arrow,
        "ArrowLeft" | "ArrowDown" => value / arrow,
        "PageUp" => value * page,
        "PageDown" => value / page,
        _ => return None,
    };
    // A small whole number still moves.
    let one = if stepped > value { 1.0 } else { -1.0 };
    Some(if field.measure() == Measure::Whole && (stepped - value).abs() < 1.0 { value + one } else { stepped })
}

/// The slider of a field; empty for fields without a [`span`].
#[component]
pub(super) fn Slider(
    /// The field it moves.
    field: Field,
) -> impl IntoView {
    let Some(span) = span(field) else { return ().into_any() };
    let page = Page::here();
    let number = move || page.field(field).status.number;
    view! {
        <input
            type="range"
            class="slider"
            data-testid=forever(format!("slider-{}", field.id()))
            min="0"
            max="1000"
            step="1"
            aria-label=live(move || fill(page.text().slider_of, &[("field", (page.text().field)(field).label)]))
            aria-valuetext=live(move || shown::entered(&page, field, number(), page.field(field).status.range))
            prop:value=live(move || (number().map_or(STEPS / 2.0, |value| position(span, value)) as u32).to_string())
            on:input=on(move |event| {
                let raw = value_at(span, decimal::read(&event_target_value(&event)));
                page.enter(field, Some(Entry::Number(fit(&page, field, span, raw))));
            })
            on:keydown=on(move |event: web_sys::KeyboardEvent| {
                let value = untrack(number).unwrap_or(span.0);
                if let Some(raw) = stepped(&event.key(), field, span, value) {
                    event.prevent_default();
                    page.enter(field, Some(Entry::Number(fit(&page, field, span, raw))));
                }
            })
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_and_every_position_come_back() {
        let (low, high) = span(Field::Tokens).unwrap();
        assert_eq!(value_at((low, high), 0.0), low);
        assert!((value_at((low, high), STEPS) / high - 1.0).abs() < 1e-12);
        for at in [137.0, 500.0, 875.0] {
            assert_eq!(position((low, high), value_at((low, high), at)), at);
        }
    }

    #[test]
    fn keys_always_move_a_whole_number() {
        let span = span(Field::Count).unwrap();
        assert_eq!(stepped("ArrowRight", Field::Count, span, 1.0), Some(2.0));
        assert_eq!(stepped("ArrowLeft", Field::Count, span, 2.0), Some(1.0));
        assert_eq!(stepped("PageUp", Field::Count, span, 64.0), Some(128.0));
        assert_eq!(stepped("a", Field::Count, span, 64.0), None);
    }
}
