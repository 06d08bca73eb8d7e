//! Lines over linear or logarithmic axes, some with a range behind them: cost against volume, months or years.

use plotters::style::text_anchor::HPos;
use plotters::style::{Color, RGBColor};
use plotters_backend::DrawingBackend;

use super::axes::{Marked, draw_axes, room};
use super::geometry::{Area, Spot};
use super::labels::{Placer, around};
use super::pen::{Pen, Type};
use super::{Frame, Hit, Hits, NARROW, Theme};

/// A line chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// The lines, most important first: labels are placed in this order.
    pub lines: Vec<Line>,
    /// Labelled vertical lines at values of x where an event happens.
    pub uprights: Vec<(f64, String)>,
    /// Points where lines cross.
    pub dots: Vec<(f64, f64)>,
    /// Values of x at which the lines can be read, ascending; each is a hit.
    pub columns: Vec<f64>,
}

/// An axis, linear by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Its first value; above zero on a logarithmic axis.
    pub low: f64,
    /// Its last value.
    pub high: f64,
    /// `true` if it is logarithmic.
    pub is_log: bool,
    /// The measured quantity, with its unit.
    pub label: String,
    /// Ticks, ascending, with their text.
    pub ticks: Vec<(f64, String)>,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// `(x, y)`, ascending in x.
    pub points: Vec<(f64, f64)>,
    /// `(x, low, high)`, ascending in x; empty if the line has no range.
    pub band: Vec<(f64, f64, f64)>,
    /// Index into the colours: [`Theme::series`], then the accent and the ink, wrapping around.
    pub series: usize,
}

impl Axis {
    /// Share of the axis at which a value lies, 0 to 1 inside; `None` for a value that has no position on it.
    fn share(&self, value: f64) -> Option<f64> {
        let of = |value: f64| if self.is_log { value.ln() } else { value };
        let share = (of(value) - of(self.low)) / (of(self.high) - of(self.low));
        share.is_finite().then_some(share)
    }

    /// Its ticks between two ends in px.
    fn marked(&self, ends: (f64, f64)) -> Marked<'_> {
        Marked::new(&self.label, &self.ticks, ends, |value| self.share(value))
    }
}

const GAP: f64 = 6.0;
/// Number of distances from its line at which a label tries for room.
const RINGS: u8 = 8;
/// Length in px of the stroke before a label, in its line's colour.
const STROKE: f64 = 12.0;

/// Draws the lines; each column is a hit. Values without a position on their axis are skipped.
///
/// # Errors
/// The backend's message if it cannot draw.
pub fn draw_lines<DB: DrawingBackend>(root: DB, spec: &Lines, frame: &Frame) -> Result<Hits, String> {
    let mut pen = Pen::new(root, frame)?;
    let theme = frame.theme;
    let size = if pen.page().width() < NARROW { 11.0 } else { 12.0 };
    let (axis, ink) = (Type::new(size, theme.muted), Type::new(size, theme.ink));
    let plot = room(&pen, axis, &spec.x.ticks, &spec.y.ticks);
    let x = |value: f64| Some(plot.left + spec.x.share(value)? * plot.width());
    let y = |value: f64| Some(plot.bottom - spec.y.share(value)? * plot.height());
    let spot = |(across, up): (f64, f64)| Some((x(across)?, y(up)?));

    for line in &spec.lines {
        let below = line.band.iter().filter_map(|&(x, low, _)| spot((x, low)));
        let above = line.band.iter().rev().filter_map(|&(x, _, high)| spot((x, high)));
        let outline: Vec<_> = below.chain(above).collect();
        pen.polygon(&plot.clip_polygon(&outline), colour(theme, line.series).mix(0.16))?;
    }
    draw_axes(&mut pen, frame, (plot, axis), spec.x.marked((plot.left, plot.right)), spec.y.marked((plot.bottom, plot.top)))?;

    let mut placer = Placer::new(plot);
    let mut drawn = Vec::with_capacity(spec.lines.len());
    for line in &spec.lines {
        let spots: Vec<_> = line.points.iter().filter_map(|&point| spot(point)).collect();
        let pieces: Vec<_> = spots.windows(2).filter_map(|pair| plot.clip_segment(pair[0], pair[1])).collect();
        // Segments that touch form one stroke.
        for stroke in pieces.chunk_by(|one, next| one.1 == next.0) {
            let path: Vec<_> = stroke.iter().map(|piece| piece.0).chain(stroke.last().map(|piece| piece.1)).collect();
            pen.path(&path, 2.0, colour(theme, line.series).to_rgba())?;
        }
        drawn.push(on(&pieces, 4.0));
    }
    let is_inside = |x: &f64| (plot.left - 0.5..=plot.right + 0.5).contains(x);
    for (value, text) in &spec.uprights {
        let Some(x) = x(*value).filter(is_inside) else { continue };
        pen.down(x, plot.top, plot.bottom, 1.0, theme.ink.to_rgba())?;
        placer.occupy(Area { left: x - 4.0, right: x + 4.0, ..plot });
        let kind = ink.bold();
        let text = pen.fitted(text, kind, plot.width() * 0.6);
        let (width, height) = (pen.width(&text, kind), kind.line());
        let sides = |y: f64| [Area::at(x + GAP, y, width, height), Area::at(x - GAP - width, y, width, height)];
        if let Some(place) = placer.place(&[sides(plot.top), sides(plot.bottom - height)].concat()) {
            pen.text_on_paper(&text, (place.left, f64::midpoint(place.top, place.bottom)), HPos::Left, kind)?;
        }
    }
    for dot in spec.dots.iter().filter_map(|&dot| spot(dot)) {
        let area = Area::around(dot, 4.0);
        if plot.contains(&area) {
            pen.disc(dot, 5.0, theme.paper.to_rgba())?;
            pen.disc(dot, 4.0, theme.ink.to_rgba())?;
            placer.occupy(area);
        }
    }
    drawn.iter().flatten().for_each(|&spot| placer.occupy(Area::around(spot, 2.0)));
    for (line, spots) in spec.lines.iter().zip(&drawn) {
        let text = pen.fitted(&line.label, ink, plot.width() * 0.7);
        let (width, height) = (pen.width(&text, ink) + STROKE + GAP, ink.line());
        // Farther and farther away if there is no room nearby; the stroke's colour identifies the line.
        let near = |gap: f64| spots.iter().step_by(3).flat_map(move |&spot| around(spot, gap, (width, height)));
        let places: Vec<_> = (0..RINGS).flat_map(|ring| near(GAP * f64::from(1 + 2 * ring))).collect();
        if let Some(place) = placer.place_least_crowded(&places) {
            let middle = f64::midpoint(place.top, place.bottom);
            pen.across(middle, place.left, place.left + STROKE, 3.0, colour(theme, line.series).to_rgba())?;
            pen.text(&text, (place.left + STROKE + GAP, middle), HPos::Left, ink)?;
        }
    }
    pen.finish()?;
    let columns: Vec<_> =
        spec.columns.iter().enumerate().filter_map(|(index, value)| Some((index, x(*value).filter(is_inside)?))).collect();
    let apart = columns.windows(2).map(|pair| pair[1].1 - pair[0].1).fold(plot.width(), f64::min);
    let hit = |(index, x)| Hit { index, x, y: plot.bottom, r: (apart / 2.0).max(0.0) };
    Ok(Hits { marks: columns.into_iter().map(hit).collect(), rows: false })
}

fn colour(theme: &Theme, series: usize) -> RGBColor {
    let [a, b, c, d, e] = theme.series;
    let all = [a, b, c, d, e, theme.accent, theme.ink];
    all[series % all.len()]
}

/// Spots along the segments of a line, `apart` px from each other.
fn on(pieces: &[(Spot, Spot)], apart: f64) -> Vec<Spot> {
    let each = |&(from, to): &(Spot, Spot)| {
        let count = ((to.0 - from.0).hypot(to.1 - from.1) / apart).ceil().max(1.0) as usize;
        (0..count).map(move |i| super::geometry::between(from, to, i as f64 / count as f64))
    };
    pieces.iter().flat_map(each).collect()
}
