//! A histogram of a figure's probability, with its P10, P50 and P90.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::geometry::Area;
use super::labels::stride;
use super::pen::{Pen, Type};
use super::{Frame, Hit, Hits};

/// A histogram; all values share one unit, which `axis_label` names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Start, end and probability of each column.
    pub columns: Vec<(f64, f64, f64)>,
    /// The measured quantity, with its unit.
    pub axis_label: String,
    /// Axis ticks, ascending, with their text.
    pub ticks: Vec<(f64, String)>,
    /// Values marked with a line over the columns, ascending, with their text.
    pub lines: Vec<(f64, String)>,
}

const SIZE: f64 = 12.0;
const GAP: f64 = 8.0;
const HEAD: f64 = 28.0;
const FOOT: f64 = 40.0;

/// Draws the columns; each is a hit. Columns between the first and the last line are darker.
///
/// # Errors
/// The backend's message if it cannot draw.
pub fn draw_histogram<DB: DrawingBackend>(root: DB, spec: &Histogram, frame: &Frame) -> Result<Hits, String> {
    let mut pen = Pen::new(root, frame)?;
    let (page, theme) = (pen.page(), frame.theme);
    let (kind, ink) = (Type::new(SIZE, theme.muted), Type::new(SIZE, theme.ink).bold());
    let plot = Area { left: page.left + 2.0, top: page.top + HEAD, right: page.right - 2.0, bottom: page.bottom - FOOT };
    let low = spec.columns.first().map_or(0.0, |column| column.0);
    let high = spec.columns.last().map_or(1.0, |column| column.1);
    let most = spec.columns.iter().map(|column| column.2).fold(1e-12, f64::max);
    let x = |value: f64| plot.left + (value - low) / (high - low) * plot.width();
    let inner = spec.lines.first().zip(spec.lines.last()).map_or((low, high), |(first, last)| (first.0, last.0));
    let mut marks = Vec::with_capacity(spec.columns.len());
    for (index, (from, to, share)) in spec.columns.iter().enumerate() {
        let (left, right) = (x(*from), x(*to));
        let middle = f64::midpoint(*from, *to);
        let is_inner = inner.0 <= middle && middle <= inner.1;
        let colour = theme.series[0].mix(if is_inner { 1.0 } else { 0.45 });
        let top = plot.bottom - share / most * plot.height();
        pen.rect(Area { left, top, right: (right - 1.0).max(left + 0.5), bottom: plot.bottom }, colour)?;
        marks.push(Hit { index, x: f64::midpoint(left, right), y: plot.bottom, r: (right - left) / 2.0 });
    }
    pen.across(plot.bottom, plot.left, plot.right, 1.0, theme.muted.to_rgba())?;
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (value, text) in &spec.lines {
        pen.down(x(*value), plot.top - 6.0, plot.bottom, 1.5, theme.ink.to_rgba())?;
        let width = pen.width(text, ink);
        let place = Area::at(x(*value) - width / 2.0, 0.0, width, 1.0).moved_into(&page);
        if taken.iter().all(|(left, right)| place.right + GAP < *left || right + GAP < place.left) {
            pen.text(text, (place.left, 10.0), HPos::Left, ink)?;
            taken.push((place.left, place.right));
        }
    }
    let shown: Vec<_> = spec.ticks.iter().filter(|(value, _)| (low..=high).contains(value)).collect();
    let places: Vec<_> = shown
        .iter()
        .map(|(value, text)| {
            let width = pen.width(text, kind);
            let text = Area::at(x(*value) - width / 2.0, 0.0, width, 1.0).moved_into(&page);
            (text.left, text.right)
        })
        .collect();
    let step = stride(&places, GAP);
    for ((_, text), place) in shown.into_iter().zip(places).step_by(step) {
        pen.text(text, (place.0, plot.bottom + 11.0), HPos::Left, kind)?;
    }
    let title = pen.fitted(&spec.axis_label, kind, page.width());
    pen.text(&title, (plot.left, plot.bottom + 29.0), HPos::Left, kind)?;
    pen.finish()?;
    Ok(Hits { marks, rows: false })
}
