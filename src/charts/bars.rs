//! Horizontal bars, such as the bill by heads.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::geometry::{Area, Spot};
use super::labels::stride;
use super::pen::{Pen, Type};
use super::{Frame, Hit, Hits, NARROW};

/// A bar chart; all values share one unit, which `axis_label` names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// The measured quantity, with its unit.
    pub axis_label: String,
    /// Axis ticks, ascending, with their text.
    pub ticks: Vec<(f64, String)>,
    /// End of the axis; longer bars and ranges extend it.
    pub max: f64,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// Its length. If not finite (unknown), only the texts are drawn.
    pub value: f64,
    /// Start of its range.
    pub low: f64,
    /// End of its range. No range is drawn unless it is above `low`.
    pub high: f64,
    /// The value as text.
    pub value_label: String,
    /// Index into [`Theme::series`](super::Theme::series), wrapping around.
    pub colour: usize,
    /// `true` if it does not count here, such as power included in the rent: drawn hatched, without range.
    pub muted: bool,
}

const AXIS_SIZE: f64 = 12.0;
const LABEL_SIZE: f64 = 14.0;
/// Space between a bar and its text.
const GAP: f64 = 8.0;
const CAPTION: f64 = 20.0;

/// Suitable height in CSS px for this many bars at this width.
pub fn bars_height(rows: usize, css_width: f64) -> f64 {
    let row = if css_width < NARROW { 54.0 } else { 42.0 };
    HEAD + rows as f64 * row + FOOT
}

const HEAD: f64 = 46.0;
const FOOT: f64 = 4.0;

/// Draws the bars. A value that is not finite gets its texts only.
///
/// # Errors
/// The backend's message if it cannot draw.
pub fn draw_bars<DB: DrawingBackend>(root: DB, spec: &Bars, frame: &Frame) -> Result<Hits, String> {
    let mut pen = Pen::new(root, frame)?;
    let layout = BarLayout::of(&pen, spec, frame);
    draw_axis(&mut pen, spec, frame, &layout)?;
    let mut marks = Vec::with_capacity(spec.bars.len());
    for (index, bar) in spec.bars.iter().enumerate() {
        let row = layout.row(index);
        if let Some(length) = drawable(bar.value) {
            draw_bar(&mut pen, bar, frame, Area { right: layout.x(length), ..row }, &layout)?;
        }
        draw_texts(&mut pen, bar, frame, row, &layout)?;
        let y = (row.top + row.bottom) / 2.0;
        marks.push(Hit { index, x: layout.x(reach(bar)), y, r: layout.row_height / 2.0 });
    }
    if !layout.narrow {
        // Drawn over the starts of the bars, so that all bars begin on one edge.
        pen.down(layout.plot.left, layout.plot.top, layout.plot.bottom, 1.0, frame.theme.muted.to_rgba())?;
    }
    pen.finish()?;
    Ok(Hits { marks, rows: true })
}

/// The length, if it can be drawn.
fn drawable(value: f64) -> Option<f64> {
    (value.is_finite() && value > 0.0).then_some(value)
}

/// The range, if there is one to draw.
fn range(bar: &Bar) -> Option<(f64, f64)> {
    let real = !bar.muted && bar.value.is_finite() && bar.low.is_finite() && bar.high.is_finite() && bar.low < bar.high;
    real.then_some((bar.low.max(0.0), bar.high.max(0.0)))
}

/// The end of the bar or its range, whichever is farther.
fn reach(bar: &Bar) -> f64 {
    let end = drawable(bar.value).unwrap_or(0.0);
    range(bar).map_or(end, |(_, high)| high.max(end))
}

fn label_type(frame: &Frame) -> Type {
    Type::new(LABEL_SIZE, frame.theme.ink)
}

/// `true` if the value is a remark, shown after the bar instead of in the column of values: it does not count here, or it is
/// unknown.
fn is_remark(bar: &Bar) -> bool {
    bar.muted || !bar.value.is_finite()
}

/// The layout in CSS px.
struct BarLayout {
    page: Area,
    plot: Area,
    narrow: bool,
    /// Width of the label column in the wide layout.
    names: f64,
    row_height: f64,
    max: f64,
}

impl BarLayout {
    fn of<DB: DrawingBackend>(pen: &Pen<DB>, spec: &Bars, frame: &Frame) -> Self {
        let page = pen.page();
        let narrow = page.width() < NARROW;
        let max = spec.bars.iter().map(reach).chain(drawable(spec.max)).fold(0.0, f64::max);
        let max = if max > 0.0 { max } else { 1.0 };
        let kind = label_type(frame);
        let names = spec.bars.iter().map(|bar| pen.width(&bar.label, kind)).fold(0.0, f64::max).min(page.width() * 0.34);
        let values = spec.bars.iter().filter(|bar| !is_remark(bar)).map(|bar| pen.width(&bar.value_label, kind.bold()));
        let values = values.fold(0.0, f64::max).min(page.width() * 0.3);
        // One px more than the columns need, so that floating-point noise does not cut off a value.
        let left = if narrow { 0.5 } else { names + GAP + values + GAP + 3.0 };
        let plot = Area { left, top: page.top + HEAD, right: page.right - 4.0, bottom: page.bottom - FOOT };
        Self { page, plot, narrow, names, row_height: (plot.height() / spec.bars.len().max(1) as f64).min(64.0), max }
    }

    fn x(&self, value: f64) -> f64 {
        self.plot.left + value / self.max * self.plot.width()
    }

    /// The bar's area in its row, as wide as the plot.
    fn row(&self, index: usize) -> Area {
        let top = self.plot.top + index as f64 * self.row_height;
        let (caption, share) = if self.narrow { (CAPTION + 4.0, 0.62) } else { (0.0, 0.52) };
        let free = (self.row_height - caption).max(4.0);
        let thick = (free * share).min(26.0);
        let start = if self.narrow { top + caption } else { top + (free - thick) / 2.0 };
        Area::at(self.plot.left, start, self.plot.width(), thick)
    }
}

fn draw_axis<DB: DrawingBackend>(pen: &mut Pen<DB>, spec: &Bars, frame: &Frame, layout: &BarLayout) -> Result<(), String> {
    let kind = Type::new(AXIS_SIZE, frame.theme.muted);
    let (plot, page) = (layout.plot, layout.page);
    let title = pen.fitted(&spec.axis_label, kind, page.width());
    // Starts above the plot if it fits, otherwise at the page's edge.
    let start = plot.left.min(page.right - pen.width(&title, kind)).max(page.left);
    pen.text(&title, (start, 9.0), HPos::Left, kind)?;
    let shown: Vec<_> = spec.ticks.iter().filter(|(value, _)| (0.0..=layout.max).contains(value)).collect();
    let places: Vec<_> = shown
        .iter()
        .map(|(value, text)| {
            let width = pen.width(text, kind);
            let text = Area::at(layout.x(*value) - width / 2.0, 0.0, width, 1.0).moved_into(&page);
            (text.left, text.right)
        })
        .collect();
    let step = stride(&places, GAP);
    for ((value, text), place) in shown.into_iter().zip(places).step_by(step) {
        pen.text(text, (place.0, plot.top - 14.0), HPos::Left, kind)?;
        pen.down(layout.x(*value), plot.top - 4.0, plot.bottom, 1.0, frame.theme.grid.to_rgba())?;
    }
    Ok(())
}

fn draw_bar<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    bar: &Bar,
    frame: &Frame,
    area: Area,
    layout: &BarLayout,
) -> Result<(), String> {
    let theme = frame.theme;
    let colour = theme.series[bar.colour % theme.series.len()];
    if bar.muted {
        return draw_hatched(pen, area, colour);
    }
    pen.polygon(&rounded(area), colour.to_rgba())?;
    draw_range(pen, bar, frame, area, layout)
}

/// Draws the range as a thin line with end caps: in paper colour on the bar, in ink beyond it.
fn draw_range<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    bar: &Bar,
    frame: &Frame,
    area: Area,
    layout: &BarLayout,
) -> Result<(), String> {
    const THICK: f64 = 1.5;
    let Some((low, high)) = range(bar) else { return Ok(()) };
    let (from, to, y) = (layout.x(low), layout.x(high), (area.top + area.bottom) / 2.0);
    let end = (area.height() * 0.18).clamp(2.0, 4.0);
    let (inside, beyond) = (frame.theme.paper.to_rgba(), frame.theme.ink.to_rgba());
    let edge = area.right.max(from).min(to);
    pen.across(y, from, edge, THICK, inside)?;
    pen.across(y, edge, to, THICK, beyond)?;
    for x in [from, to] {
        pen.down(x, y - end, y + end, THICK, if x < area.right { inside } else { beyond })?;
    }
    Ok(())
}

/// Draws an outline filled with slanted lines.
fn draw_hatched<DB: DrawingBackend>(pen: &mut Pen<DB>, area: Area, colour: RGBColor) -> Result<(), String> {
    const PERIOD: f64 = 6.0;
    let mut outline = rounded(area);
    outline.extend(outline.first().copied());
    pen.path(&outline, 1.0, colour.mix(0.8))?;
    let mut start = area.left - area.height() + PERIOD;
    while start < area.right {
        if let Some((from, to)) = area.clip_segment((start, area.bottom), (start + area.height(), area.top)) {
            pen.path(&[from, to], 1.0, colour.mix(0.45))?;
        }
        start += PERIOD;
    }
    Ok(())
}

/// The outline of a bar with its outer corners rounded.
fn rounded(area: Area) -> Vec<Spot> {
    const STEPS: usize = 4;
    let radius = 3.0_f64.min(area.width()).min(area.height() / 2.0).max(0.0);
    // Rational points of a quarter circle instead of sines, whose tables would add to the page's size.
    let quarter = (0..=STEPS).map(|step| {
        let t = step as f64 / STEPS as f64;
        ((1.0 - t * t) / (1.0 + t * t), 2.0 * t / (1.0 + t * t))
    });
    let x = |share: f64| area.right - radius + radius * share;
    let mut spots = vec![(area.left, area.bottom), (area.left, area.top)];
    spots.extend(quarter.clone().map(|(along, across)| (x(across), area.top + radius - radius * along)));
    spots.extend(quarter.map(|(along, across)| (x(along), area.bottom - radius + radius * across)));
    spots
}

/// Draws the bar's label and value: in columns beside it when wide, on a line above it when narrow. A remark follows the bar.
fn draw_texts<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    bar: &Bar,
    frame: &Frame,
    row: Area,
    layout: &BarLayout,
) -> Result<(), String> {
    let (kind, page, middle) = (label_type(frame), layout.page, (row.top + row.bottom) / 2.0);
    let value = if is_remark(bar) { "" } else { &bar.value_label };
    let (y, edge) =
        if layout.narrow { (row.top - CAPTION / 2.0 - 1.0, page.right) } else { (middle, layout.plot.left - GAP - 2.0) };
    let value = pen.fitted(value, kind.bold(), edge - layout.names.min(edge * 0.45) - GAP);
    let room = if layout.narrow { edge - pen.width(&value, kind.bold()) - GAP } else { layout.names };
    let label = pen.fitted(&bar.label, kind, room);
    pen.text_on_paper(&label, (page.left, y), HPos::Left, kind)?;
    pen.text_on_paper(&value, (edge, y), HPos::Right, kind.bold())?;
    if !is_remark(bar) {
        return Ok(());
    }
    // The remark goes after the bar, in smaller type if necessary; else inside the bar near its end; else over its end, where the
    // outline remains visible around it.
    let (end, edge) = (layout.x(reach(bar)), page.right);
    let fits = |size: &f64| end + GAP + pen.width(&bar.value_label, Type::new(*size, frame.theme.muted)) <= edge;
    let size = [LABEL_SIZE - 1.0, AXIS_SIZE].into_iter().find(fits).unwrap_or(AXIS_SIZE - 1.0);
    let kind = Type::new(size, frame.theme.muted);
    let text = pen.fitted(&bar.value_label, kind, edge - layout.plot.left);
    let width = pen.width(&text, kind);
    let inside = end - GAP - width;
    let start = if end + GAP + width > edge && inside > layout.plot.left { inside } else { (end + GAP).min(edge - width) };
    pen.text_on_paper(&text, (start, middle), HPos::Left, kind)
}
