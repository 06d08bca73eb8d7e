//! Rows of spans on one axis that need not start at zero: drivers of a figure, or steps from one total to another.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::geometry::Area;
use super::labels::stride;
use super::pen::{Pen, Type};
use super::{Frame, Hit, Hits, NARROW};

/// A chart of spans; all values share one unit, which `axis_label` names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spans {
    /// The rows from top to bottom.
    pub rows: Vec<SpanRow>,
    /// The measured quantity, with its unit.
    pub axis_label: String,
    /// Axis ticks, ascending, with their text.
    pub ticks: Vec<(f64, String)>,
    /// Ends of the axis.
    pub axis: (f64, f64),
    /// A reference value for all rows.
    pub line: Option<f64>,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SpanRow {
    /// Its name.
    pub label: String,
    /// The text beside it.
    pub value_label: String,
    /// Start, end, and an index into [`Theme::series`](super::Theme::series), wrapping around.
    pub spans: Vec<(f64, f64, usize)>,
}

const AXIS_SIZE: f64 = 12.0;
const LABEL_SIZE: f64 = 13.0;
const GAP: f64 = 8.0;
const CAPTION: f64 = 18.0;
const HEAD: f64 = 46.0;

/// Suitable height in CSS px for this many rows at this width.
pub fn spans_height(rows: usize, css_width: f64) -> f64 {
    let row = if css_width < NARROW { 40.0 } else { 26.0 };
    HEAD + rows as f64 * row + 4.0
}

/// Draws the rows; each is a hit.
///
/// # Errors
/// The backend's message if it cannot draw.
pub fn draw_spans<DB: DrawingBackend>(root: DB, spec: &Spans, frame: &Frame) -> Result<Hits, String> {
    let mut pen = Pen::new(root, frame)?;
    let (page, theme) = (pen.page(), frame.theme);
    let narrow = page.width() < NARROW;
    let (axis, kind) = (Type::new(AXIS_SIZE, theme.muted), Type::new(LABEL_SIZE, theme.ink));
    let widest = |text: &dyn Fn(&SpanRow) -> &str| spec.rows.iter().map(|row| pen.width(text(row), kind)).fold(0.0, f64::max);
    let names = widest(&|row| &row.label).min(page.width() * 0.4);
    let values = widest(&|row| &row.value_label).min(page.width() * 0.3);
    let (left, right) = if narrow { (4.0, page.right - 4.0) } else { (names + GAP, page.right - values - GAP) };
    let plot = Area { left, top: page.top + HEAD, right, bottom: page.bottom - 4.0 };
    let (low, high) = spec.axis;
    let x = |value: f64| plot.left + ((value - low) / (high - low)).clamp(0.0, 1.0) * plot.width();

    let title = pen.fitted(&spec.axis_label, axis, page.width());
    let start = plot.left.min(page.right - pen.width(&title, axis)).max(page.left);
    pen.text(&title, (start, 9.0), HPos::Left, axis)?;
    let shown: Vec<_> = spec.ticks.iter().filter(|(value, _)| (low..=high).contains(value)).collect();
    let places: Vec<_> = shown
        .iter()
        .map(|(value, text)| {
            let width = pen.width(text, axis);
            let text = Area::at(x(*value) - width / 2.0, 0.0, width, 1.0).moved_into(&page);
            (text.left, text.right)
        })
        .collect();
    let step = stride(&places, GAP);
    for ((value, text), place) in shown.into_iter().zip(places).step_by(step) {
        pen.text(text, (place.0, plot.top - 14.0), HPos::Left, axis)?;
        pen.down(x(*value), plot.top - 4.0, plot.bottom, 1.0, theme.grid.to_rgba())?;
    }

    let row_height = plot.height() / spec.rows.len().max(1) as f64;
    let mut marks = Vec::with_capacity(spec.rows.len());
    for (index, row) in spec.rows.iter().enumerate() {
        let top = plot.top + index as f64 * row_height;
        let caption = if narrow { CAPTION } else { 0.0 };
        let thick = ((row_height - caption) * 0.66).clamp(3.0, 18.0);
        let bar = top + caption + (row_height - caption - thick) / 2.0;
        for (from, to, colour) in &row.spans {
            let (from, to) = (x(from.min(*to)), x(from.max(*to)));
            let colour = theme.series[colour % theme.series.len()].to_rgba();
            pen.rect(Area::at(from, bar, (to - from).max(1.0), thick), colour)?;
        }
        // The line spans only the bars: on narrow pages the labels are above them.
        if let Some(line) = spec.line {
            pen.down(x(line), bar - 2.0, bar + thick + 2.0, 1.5, theme.ink.to_rgba())?;
        }
        let y = if narrow { top + CAPTION / 2.0 } else { bar + thick / 2.0 };
        let edge = page.right;
        let value = pen.fitted(&row.value_label, kind, if narrow { page.width() * 0.5 } else { values });
        let room = if narrow { edge - pen.width(&value, kind) - GAP } else { names };
        let label = pen.fitted(&row.label, kind, room);
        pen.text_on_paper(&label, (page.left, y), HPos::Left, kind)?;
        pen.text_on_paper(&value, (edge, y), HPos::Right, kind)?;
        marks.push(Hit { index, x: plot.left, y: top + row_height / 2.0, r: row_height / 2.0 });
    }
    pen.finish()?;
    Ok(Hits { marks, rows: true })
}
