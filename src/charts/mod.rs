//! The charts: a plain spec in, a drawing out, on any plotters [`DrawingBackend`].
//!
//! Only this room knows plotters. It knows neither the page nor the model nor any language: every label arrives as a ready
//! `String`, every number as an `f64` beside it. The same functions draw on screen ([`canvas`]) and into a file or a golden test
//! ([`svg`]).
//!
//! ```
//! use traincost::charts::{Bar, Bars, Frame, Theme, draw_bars, nice_ticks, svg::Svg};
//!
//! let bar = Bar { label: "Compute".into(), value: 7.8, low: 5.1, high: 12.0, value_label: "$7.8M".into(), ..Bar::default() };
//! let ticks = nice_ticks(12.0, 4).into_iter().map(|v| (v, format!("${v}M"))).collect();
//! let spec = Bars { bars: vec![bar], axis_label: "US dollars".into(), ticks, max: 12.0 };
//! let theme = Theme::light();
//! let mut out = String::new();
//! let image = Svg::new(&mut out, 640, 120, 1.0);
//! let frame = Frame { width: 640, height: 120, scale: 1.0, theme: &theme, font: "sans-serif" };
//! let hits = draw_bars(image, &spec, &frame)?;
//! assert_eq!(hits.marks.len(), 1);
//! assert!(out.contains("$7.8M"));
//! # Ok::<(), String>(())
//! ```
//!
//! [`DrawingBackend`]: plotters_backend::DrawingBackend

mod axes;
mod bars;
pub mod canvas;
mod geometry;
mod histogram;
mod labels;
mod lines;
mod pen;
mod scatter;
mod spans;
pub mod svg;
mod theme;
mod ticks;

pub use bars::{Bar, Bars, bars_height, draw_bars};
pub use histogram::{Histogram, draw_histogram};
pub use lines::{Axis, Line, Lines, draw_lines};
pub use scatter::{BandArea, LogAxis, Mark, Scatter, ScatterPoint, draw_scatter};
pub use spans::{SpanRow, Spans, draw_spans, spans_height};
pub use theme::Theme;
pub use ticks::{log_ticks, nice_ticks};

/// Width in CSS px below which charts use their narrow layout.
pub const NARROW: f64 = 480.0;

/// The surface a chart is drawn on.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// Width in device px.
    pub width: u32,
    /// Height in device px.
    pub height: u32,
    /// Device px per CSS px.
    pub scale: f64,
    /// Colours.
    pub theme: &'a Theme,
    /// CSS font stack, passed through unchanged.
    pub font: &'a str,
}

/// Position of one drawn mark, in CSS px from the chart's top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Index into the spec's bars or points; the reader's own mark has index `points.len()`.
    pub index: usize,
    /// Horizontal centre, or the end of a bar.
    pub x: f64,
    /// Vertical centre.
    pub y: f64,
    /// Radius of the area that belongs to the mark; half a row for bars.
    pub r: f64,
}

/// Everything that a pointer can hit, for tooltips and the keyboard's cursor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The drawn marks, in the spec's order.
    pub marks: Vec<Hit>,
    /// `true` if each mark owns its whole row, wherever in it the pointer is.
    pub rows: bool,
}

impl Hits {
    /// The mark under or nearest to a pointer, in CSS px; `None` if it is farther away than a finger's width.
    pub fn nearest(&self, x: f64, y: f64) -> Option<Hit> {
        const FINGER: f64 = 22.0;
        let distance = |hit: &Hit| if self.rows { (hit.y - y).abs() } else { (hit.x - x).hypot(hit.y - y) };
        let reach = |hit: &Hit| if self.rows { hit.r } else { hit.r.max(FINGER) };
        self.marks.iter().filter(|hit| distance(hit) <= reach(hit)).min_by(|a, b| distance(a).total_cmp(&distance(b))).copied()
    }
}
