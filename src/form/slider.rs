//! A slider on a logarithmic scale, bound to a field.

use super::field::{put, standing};
use super::shown;
use crate::decimal;
use crate::state::{Page, forever, live, on};
use leptos::prelude::*;
use traincost_locales::fill;
use traincost_model::Field;
use traincost_model::scenario::Measure;

/// Steps of the native slider from end to end.
const STEPS: f64 = 1000.0; // as in the view below

/// The span that a slider offers, in the field's unit; what people plan, not all that is allowed. `None`: no slider.
pub(super) const fn span(field: Field) -> Option<(f64, f64)> {
    Some(match field {
        Field::Params | Field::Active => (1e8, 1e13),
        Field::Tokens => (1e7, 1e14),
        Field::Count => (1.0, 1e6),
        Field::Mfu => (0.05, 0.8),
        Field::Goodput => (0.3, 1.0),
        Field::Experiments => (1.0, 20.0),
        Field::Price => (0.1, 50.0),
        Field::Pue => (1.0, 2.0),
        Field::Electricity => (0.02, 0.5),
        _ => return None,
    })
}

fn position((low, high): (f64, f64), value: f64) -> f64 {
    ((value / low).ln() / (high / low).ln() * STEPS).round().clamp(0.0, STEPS)
}

/// The value at a position, rounded to two digits: nobody slides to a third.
fn value_at((low, high): (f64, f64), position: f64, field: Field) -> f64 {
    let raw = low * (high / low).powf(position / STEPS);
    let value = decimal::rounded(raw, 2);
    let value = if field.measure() == Measure::Whole { value.round() } else { value };
    value.clamp(low, high)
}

/// The slider of a field; shows nothing for fields without a [`span`].
#[component]
pub(super) fn Slider(
    /// The field it moves.
    field: Field,
) -> impl IntoView {
    let Some(span) = span(field) else { return ().into_any() };
    let page = Page::here();
    view! {
        <input
            type="range"
            class="slider"
            data-testid=forever(format!("slider-{}", field.id()))
            min="0"
            max="1000"
            step="1"
            aria-label=live(move || fill(page.text().slider_of, &[("field", (page.text().field)(field).label)]))
            aria-valuetext=live(move || standing(&page, field).map(|value| shown::of(&page, field, value)).unwrap_or_default())
            prop:value=live(move || standing(&page, field).map_or(STEPS / 2.0, |value| position(span, value)).to_string())
            on:input=on(move |event| {
                put(&page, field, Some(value_at(span, decimal::read(&event_target_value(&event)), field)));
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
        assert_eq!(value_at((low, high), 0.0, Field::Tokens), low);
        assert_eq!(value_at((low, high), STEPS, Field::Tokens), high);
        for at in [137.0, 500.0, 875.0] {
            assert!((position((low, high), value_at((low, high), at, Field::Tokens)) - at).abs() <= 6.0);
        }
    }
}
