//! The two axes of a chart: their margins, ticks and titles.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::Frame;
use super::geometry::Area;
use super::labels::stride;
use super::pen::{Pen, Type};

/// Tick values, ascending, with their text.
pub(super) type Ticks = [(f64, String)];

/// An axis with its title, and its visible ticks with their positions, ascending in value.
pub(super) struct Marked<'a> {
    pub(super) title: &'a str,
    pub(super) places: Vec<(f64, &'a str)>,
}

impl<'a> Marked<'a> {
    /// Places ticks between the two ends of an axis; `share` maps a value to its share of the way.
    pub(super) fn new(title: &'a str, ticks: &'a Ticks, (from, to): (f64, f64), share: impl Fn(f64) -> Option<f64>) -> Self {
        let inside = |value| share(value).filter(|share| (-1e-9..=1.0 + 1e-9).contains(share));
        let placed = ticks.iter().filter_map(|(value, text)| Some((from + inside(*value)? * (to - from), text.as_str())));
        Self { title, places: placed.collect() }
    }
}

const GAP: f64 = 8.0;
const HEAD: f64 = 30.0;
const FOOT: f64 = 44.0;

/// The plot area that the axes leave free.
pub(super) fn room<DB: DrawingBackend>(pen: &Pen<DB>, kind: Type, across: &Ticks, up: &Ticks) -> Area {
    let page = pen.page();
    let widest = up.iter().map(|(_, text)| pen.width(text, kind)).fold(0.0, f64::max);
    let last = across.last().map_or(0.0, |(_, text)| pen.width(text, kind) / 2.0);
    // Slightly more than measured: viewers of an exported file may use wider fonts.
    let left = (widest * 1.04 + GAP + 3.0).min(page.width() * 0.4);
    Area { left, top: HEAD, right: page.right - last.max(4.0), bottom: page.bottom - FOOT }
}

/// Draws both axes around the plot area.
pub(super) fn draw_axes<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    frame: &Frame,
    (plot, kind): (Area, Type),
    across: Marked,
    up: Marked,
) -> Result<(), String> {
    let (page, theme) = (pen.page(), frame.theme);
    let title = pen.fitted(up.title, kind, page.width());
    pen.text(&title, (page.left, 9.0), HPos::Left, kind)?;
    let half = kind.size / 2.0;
    // The axis runs upwards, against the page's y.
    let step = stride(&up.places.iter().map(|(y, _)| (-y - half, -y + half)).collect::<Vec<_>>(), 4.0);
    for (y, text) in up.places.into_iter().step_by(step) {
        pen.across(y, plot.left, plot.right, 1.0, theme.grid.to_rgba())?;
        let text = pen.fitted(text, kind, plot.left - GAP);
        pen.text(&text, (plot.left - GAP, y), HPos::Right, kind)?;
    }

    pen.across(plot.bottom, plot.left, plot.right, 1.0, theme.muted.to_rgba())?;
    let extent = |(x, text): &(f64, &str)| {
        let width = pen.width(text, kind);
        let place = Area::at(x - width / 2.0, 0.0, width, 1.0).moved_into(&page);
        (place.left, place.right)
    };
    let extents: Vec<_> = across.places.iter().map(extent).collect();
    let step = stride(&extents, GAP);
    for ((x, text), extent) in across.places.into_iter().zip(extents).step_by(step) {
        pen.down(x, plot.bottom, plot.bottom + 5.0, 1.0, theme.muted.to_rgba())?;
        pen.text(text, (extent.0, plot.bottom + 15.0), HPos::Left, kind)?;
    }
    let title = pen.fitted(across.title, kind, page.width());
    pen.text(&title, (page.right, page.bottom - 9.0), HPos::Right, kind)
}
