//! A scatter of points on two log axes, such as the cost of runs against their compute.

use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use super::axes::{Marked, draw_axes, room};
use super::geometry::{Area, Spot};
use super::labels::{Placer, around};
use super::pen::{Pen, Type};
use super::{Frame, Hit, Hits, NARROW};

/// A log-log chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scatter {
    /// The horizontal axis.
    pub x: LogAxis,
    /// The vertical axis.
    pub y: LogAxis,
    /// The points, most important first: if room is short, later labels are left out.
    pub points: Vec<ScatterPoint>,
    /// Filled areas behind everything else.
    pub bands: Vec<BandArea>,
    /// A line under the points, ascending in x; parts outside the axes are left out.
    pub line: Vec<(f64, f64)>,
    /// The reader's own scenario, always labelled.
    pub you: Option<Mark>,
}

/// A logarithmic axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogAxis {
    /// Its first value, above zero.
    pub low: f64,
    /// Its last value.
    pub high: f64,
    /// The measured quantity, with its unit.
    pub label: String,
    /// Ticks, ascending, with their text.
    pub ticks: Vec<(f64, String)>,
}

/// A point; not drawn if it lies outside the axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScatterPoint {
    /// Its value on the horizontal axis.
    pub x: f64,
    /// Its value on the vertical axis.
    pub y: f64,
    /// Its name.
    pub label: String,
    /// `true` for a ring instead of a disc: a less certain value.
    pub hollow: bool,
    /// `true` if it is labelled before others, in darker ink.
    pub emphasised: bool,
    /// Index of its group into [`Theme::series`](super::Theme::series).
    pub series: usize,
}

/// An area between two values of y along x.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BandArea {
    /// `(x, low, high)`, ascending in x.
    pub points: Vec<(f64, f64, f64)>,
}

/// The reader's own scenario with its range; drawn at the edge if it lies outside the axes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Its value on the horizontal axis.
    pub x: f64,
    /// Its value on the vertical axis.
    pub y: f64,
    /// Start of the range of y.
    pub y_low: f64,
    /// End of the range of y.
    pub y_high: f64,
    /// Its name.
    pub label: String,
}

impl LogAxis {
    /// Share of the axis at which a value lies, 0 to 1 inside; `None` for a value that has no position on it.
    fn share(&self, value: f64) -> Option<f64> {
        let share = (value / self.low).log10() / (self.high / self.low).log10();
        (value > 0.0 && self.low > 0.0 && share.is_finite()).then_some(share)
    }
}

/// Draws the scatter. Values without a position on log axes (zero, negative, not finite) are skipped.
///
/// # Errors
/// The backend's message if it cannot draw.
pub fn draw_scatter<DB: DrawingBackend>(root: DB, spec: &Scatter, frame: &Frame) -> Result<Hits, String> {
    let mut pen = Pen::new(root, frame)?;
    let layout = ScatterLayout::of(&pen, spec, frame);
    draw_bands(&mut pen, spec, frame, &layout)?;
    let (x, y, plot) = (&spec.x, &spec.y, layout.plot);
    let across = Marked::new(&x.label, &x.ticks, (plot.left, plot.right), |value| x.share(value));
    let up = Marked::new(&y.label, &y.ticks, (plot.bottom, plot.top), |value| y.share(value));
    draw_axes(&mut pen, frame, (plot, layout.axis), across, up)?;
    let line: Vec<_> = spec.line.iter().filter_map(|&spot| layout.inside(spot)).collect();
    if line.len() > 1 {
        pen.path(&line, 2.0, frame.theme.muted.mix(0.7))?;
    }
    let spots = layout.spots(spec);
    let you = spec.you.as_ref().and_then(|mark| Some((mark, layout.you(spec, mark)?)));
    if let Some((_, place)) = you {
        draw_you(&mut pen, frame, &layout, place)?;
    }
    draw_points(&mut pen, spec, frame, &layout, &spots)?;
    if let Some((_, place)) = you {
        pen.disc((place.x, place.y), layout.radius - 2.0, frame.theme.accent.to_rgba())?;
    }
    draw_labels(&mut pen, spec, frame, &layout, &spots, you)?;
    pen.finish()?;
    let mut marks: Vec<_> = spots.iter().map(|&(index, (x, y))| Hit { index, x, y, r: layout.radius }).collect();
    marks.extend(you.map(|(_, place)| Hit { index: spec.points.len(), x: place.x, y: place.y, r: layout.radius + 2.0 }));
    Ok(Hits { marks, rows: false })
}

/// The layout in CSS px.
struct ScatterLayout<'a> {
    plot: Area,
    page: Area,
    axes: (&'a LogAxis, &'a LogAxis),
    axis: Type,
    label: Type,
    radius: f64,
}

/// The reader's mark with its position.
#[derive(Clone, Copy)]
struct You {
    x: f64,
    y: f64,
    top: f64,
    bottom: f64,
}

impl<'a> ScatterLayout<'a> {
    fn of<DB: DrawingBackend>(pen: &Pen<DB>, spec: &'a Scatter, frame: &Frame) -> Self {
        let page = pen.page();
        let narrow = page.width() < NARROW;
        let (size, radius) = if narrow { (11.0, 3.5) } else { (12.0, 4.5) };
        let axis = Type::new(size, frame.theme.muted);
        let plot = room(pen, axis, &spec.x.ticks, &spec.y.ticks);
        Self { plot, page, axes: (&spec.x, &spec.y), axis, label: Type::new(size, frame.theme.muted), radius }
    }

    fn x(&self, value: f64) -> Option<f64> {
        Some(self.plot.left + self.axes.0.share(value)? * self.plot.width())
    }

    fn y(&self, value: f64) -> Option<f64> {
        Some(self.plot.bottom - self.axes.1.share(value)? * self.plot.height())
    }

    fn spot(&self, (x, y): (f64, f64)) -> Option<Spot> {
        Some((self.x(x)?, self.y(y)?))
    }

    /// The position of a pair of values, if inside the plot.
    fn inside(&self, values: (f64, f64)) -> Option<Spot> {
        self.spot(values).filter(|spot| self.plot.contains(&Area::around(*spot, 0.0)))
    }

    /// The points inside the plot, with their index.
    fn spots(&self, spec: &Scatter) -> Vec<(usize, Spot)> {
        spec.points.iter().enumerate().filter_map(|(index, p)| Some((index, self.inside((p.x, p.y))?))).collect()
    }

    fn you(&self, spec: &Scatter, mark: &Mark) -> Option<You> {
        let (x, y) = self.spot((mark.x, mark.y))?;
        let (x, y) = (x.min(self.plot.right).max(self.plot.left), self.held(y));
        let edge = |value: f64| if spec.y.low < spec.y.high { self.y(value).map(|y| self.held(y)) } else { None };
        Some(You { x, y, top: edge(mark.y_high).unwrap_or(y).min(y), bottom: edge(mark.y_low).unwrap_or(y).max(y) })
    }

    /// Not `clamp`, which panics if a tiny page leaves no room for the plot.
    fn held(&self, y: f64) -> f64 {
        y.min(self.plot.bottom).max(self.plot.top)
    }
}

fn draw_bands<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    spec: &Scatter,
    frame: &Frame,
    layout: &ScatterLayout,
) -> Result<(), String> {
    for band in &spec.bands {
        let below = band.points.iter().filter_map(|&(x, low, _)| layout.spot((x, low)));
        let above = band.points.iter().rev().filter_map(|&(x, _, high)| layout.spot((x, high)));
        let outline: Vec<_> = below.chain(above).collect();
        pen.polygon(&layout.plot.clip_polygon(&outline), frame.theme.band.to_rgba())?;
    }
    Ok(())
}

fn draw_points<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    spec: &Scatter,
    frame: &Frame,
    layout: &ScatterLayout,
    spots: &[(usize, Spot)],
) -> Result<(), String> {
    let theme = frame.theme;
    for &(index, spot) in spots {
        // A rim of paper separates overlapping points.
        pen.disc(spot, layout.radius + 1.0, theme.paper.to_rgba())?;
        pen.disc(spot, layout.radius, theme.series[spec.points[index].series % theme.series.len()].to_rgba())?;
        if spec.points[index].hollow {
            pen.disc(spot, layout.radius - 1.5, theme.paper.to_rgba())?;
        }
    }
    Ok(())
}

fn draw_labels<DB: DrawingBackend>(
    pen: &mut Pen<DB>,
    spec: &Scatter,
    frame: &Frame,
    layout: &ScatterLayout,
    spots: &[(usize, Spot)],
    you: Option<(&Mark, You)>,
) -> Result<(), String> {
    let mut placer = Placer::new(Area { left: layout.plot.left + 2.0, right: layout.page.right, ..layout.plot });
    for &(_, spot) in spots {
        placer.occupy(Area::around(spot, layout.radius + 1.5));
    }
    if let Some((mark, place)) = you {
        placer.occupy(Area::around((place.x, place.y), layout.radius + 4.0));
        placer.occupy(Area { left: place.x - 5.0, top: place.top, right: place.x + 5.0, bottom: place.bottom });
        let kind = Type::new(layout.label.size + 1.0, frame.theme.accent).bold();
        let text = pen.fitted(&mark.label, kind, layout.plot.width());
        let size = (pen.width(&text, kind), kind.line());
        // Beside the mark, or beyond the ends of its range.
        let beyond = [place.top - size.1 - 4.0, place.bottom + 4.0].into_iter().flat_map(|top| {
            let lefts = [place.x - size.0 / 2.0, place.x - 8.0, place.x + 8.0 - size.0];
            lefts.map(|left| Area::at(left, top, size.0, size.1).moved_into(&layout.plot))
        });
        let beside = around((place.x, place.y), layout.radius + 7.0, size);
        let places: Vec<_> = beside.into_iter().chain(beyond).collect();
        if let Some(area) = placer.place_least_crowded(&places) {
            pen.text(&text, (area.left, (area.top + area.bottom) / 2.0), HPos::Left, kind)?;
        }
    }
    let (first, then): (Vec<_>, Vec<_>) = spots.iter().partition(|(index, _)| spec.points[*index].emphasised);
    for (index, spot) in first.into_iter().chain(then) {
        let point = &spec.points[index];
        let kind = if point.emphasised { Type { colour: frame.theme.ink, ..layout.label } } else { layout.label };
        let size = (pen.width(&point.label, kind), kind.line());
        let mut area = placer.place(&around(spot, layout.radius + 4.0, size));
        if area.is_none() {
            // Farther away, at the end of a line that crosses nothing. The line starts outside the area that the point itself
            // occupies.
            let ends = |place: &Area| (towards(spot, place.nearest(spot), layout.radius * 1.5 + 2.0), place.nearest(spot));
            let shifts = [14.0, 24.0, 36.0].into_iter().flat_map(|gap| [0.0, -0.7, 0.7].map(|share| (gap, gap * share)));
            let far =
                shifts.flat_map(|(gap, shift)| around((spot.0, spot.1 + shift), layout.radius + gap, size).into_iter().rev());
            let far: Vec<_> = far.filter(|place| placer.is_clear(ends(place))).collect();
            area = placer.place(&far);
            if let Some((from, to)) = area.as_ref().map(ends) {
                pen.path(&[from, to], 1.0, frame.theme.muted.mix(0.7))?;
                along(from, to, 3.0).for_each(|on_line| placer.occupy(Area::around(on_line, 1.0)));
            }
        }
        if let Some(area) = area {
            pen.text(&point.label, (area.left, (area.top + area.bottom) / 2.0), HPos::Left, kind)?;
        }
    }
    Ok(())
}

/// The spot at a distance from one spot towards another.
fn towards(from: Spot, to: Spot, distance: f64) -> Spot {
    super::geometry::between(from, to, distance / (to.0 - from.0).hypot(to.1 - from.1).max(distance))
}

/// Spots from one end to the other, `apart` px from each other.
fn along(from: Spot, to: Spot, apart: f64) -> impl Iterator<Item = Spot> {
    let count = ((to.0 - from.0).hypot(to.1 - from.1) / apart).ceil().max(1.0) as usize;
    (0..=count).map(move |i| super::geometry::between(from, to, i as f64 / count as f64))
}

/// Draws a ring with its range through it, under the points, so that published points stay visible where the reader's mark covers
/// them.
fn draw_you<DB: DrawingBackend>(pen: &mut Pen<DB>, frame: &Frame, layout: &ScatterLayout, you: You) -> Result<(), String> {
    let (theme, spot) = (frame.theme, (you.x, you.y));
    if you.top < you.bottom {
        for (thick, shade) in [(4.0, theme.paper.mix(0.75)), (2.0, theme.accent.to_rgba())] {
            pen.down(you.x, you.top, you.bottom, thick, shade)?;
            pen.across(you.top, you.x - 4.0, you.x + 4.0, thick, shade)?;
            pen.across(you.bottom, you.x - 4.0, you.x + 4.0, thick, shade)?;
        }
    }
    pen.disc(spot, layout.radius + 3.5, theme.accent.to_rgba())?;
    pen.disc(spot, layout.radius + 1.5, theme.paper.to_rgba())
}
