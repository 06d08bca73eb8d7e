//! Drawing in CSS px on any backend. Only this file converts CSS px to device px.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily, FontStyle, IntoFont, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::Frame;
use super::geometry::{Area, Spot};

/// Size, weight and colour of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) colour: RGBColor,
}

impl Type {
    pub(super) fn new(size: f64, colour: RGBColor) -> Self {
        Self { size, bold: false, colour }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// Height of a line of text.
    pub(super) fn line(&self) -> f64 {
        self.size * 1.3
    }
}

/// A backend with its frame.
pub(super) struct Pen<'a, DB: DrawingBackend> {
    backend: DB,
    frame: &'a Frame<'a>,
    scale: f64,
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    /// Takes ownership of the backend and fills it with the paper colour.
    pub(super) fn new(backend: DB, frame: &'a Frame<'a>) -> Result<Self, String> {
        let scale = if frame.scale.is_finite() && frame.scale > 0.0 { frame.scale } else { 1.0 };
        let mut pen = Self { backend, frame, scale };
        pen.backend.ensure_prepared().map_err(message)?;
        pen.rect(pen.page(), frame.theme.paper.to_rgba())?;
        Ok(pen)
    }

    /// Presents the drawing.
    pub(super) fn finish(mut self) -> Result<(), String> {
        self.backend.present().map_err(message)
    }

    /// The whole surface.
    pub(super) fn page(&self) -> Area {
        Area::at(0.0, 0.0, f64::from(self.frame.width) / self.scale, f64::from(self.frame.height) / self.scale)
    }

    fn device(&self, (x, y): Spot) -> BackendCoord {
        ((x * self.scale).round() as i32, (y * self.scale).round() as i32)
    }

    /// Whole device px, at least one, so that no line vanishes or blurs.
    fn thickness(&self, css: f64) -> i32 {
        ((css * self.scale).round() as i32).max(1)
    }

    fn font(&self, kind: Type, across: HPos) -> TextStyle<'a> {
        let weight = if kind.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = (FontFamily::Name(self.frame.font), kind.size * self.scale).into_font().style(weight);
        TextStyle { font, color: kind.colour.to_backend_color(), pos: Pos::new(across, VPos::Center) }
    }

    /// Width of a text.
    pub(super) fn width(&self, text: &str, kind: Type) -> f64 {
        let size = self.backend.estimate_text_size(text, &self.font(kind, HPos::Left));
        size.map_or(0.0, |(width, _)| f64::from(width) / self.scale)
    }

    /// The text, cut with an ellipsis if it is wider than `room`.
    pub(super) fn fitted(&self, text: &str, kind: Type, room: f64) -> String {
        if self.width(text, kind) <= room {
            return text.to_owned();
        }
        let mut cut = text.to_owned();
        while cut.pop().is_some() {
            let short = format!("{}…", cut.trim_end());
            if self.width(&short, kind) <= room {
                return short;
            }
        }
        String::new()
    }

    /// Draws a line of text, vertically centred at `y`.
    pub(super) fn text(&mut self, text: &str, (x, y): Spot, across: HPos, kind: Type) -> Result<(), String> {
        if text.is_empty() {
            return Ok(());
        }
        let style = self.font(kind, across);
        self.backend.draw_text(text, &style, self.device((x, y))).map_err(message)
    }

    /// Draws a line of text on a paper-coloured background, so that a grid or hatching does not run through the words.
    pub(super) fn text_on_paper(&mut self, text: &str, (x, y): Spot, across: HPos, kind: Type) -> Result<(), String> {
        let width = self.width(text, kind);
        let left = if matches!(across, HPos::Right) { x - width } else { x };
        if width > 0.0 {
            let under = Area::at(left - 2.0, y - kind.size * 0.6, width + 4.0, kind.size * 1.2);
            self.rect(under, self.frame.theme.paper.to_rgba())?;
        }
        self.text(text, (x, y), across, kind)
    }

    /// Fills a rectangle.
    pub(super) fn rect(&mut self, area: Area, colour: RGBAColor) -> Result<(), String> {
        let (from, to) = (self.device((area.left, area.top)), self.device((area.right, area.bottom)));
        self.backend.draw_rect(from, to, &colour, true).map_err(message)
    }

    /// Draws a horizontal line. It is filled, not stroked: a stroke of even width would straddle px and blur.
    pub(super) fn across(&mut self, y: f64, left: f64, right: f64, thick: f64, colour: RGBAColor) -> Result<(), String> {
        let (from, to, thick) = (self.device((left, y)), self.device((right, y)), self.thickness(thick));
        let top = from.1 - thick / 2;
        self.backend.draw_rect((from.0, top), (to.0, top + thick), &colour, true).map_err(message)
    }

    /// Draws a vertical line, crisp like [`Pen::across`].
    pub(super) fn down(&mut self, x: f64, top: f64, bottom: f64, thick: f64, colour: RGBAColor) -> Result<(), String> {
        let (from, to, thick) = (self.device((x, top)), self.device((x, bottom)), self.thickness(thick));
        let left = from.0 - thick / 2;
        self.backend.draw_rect((left, from.1), (left + thick, to.1), &colour, true).map_err(message)
    }

    /// Draws a line through spots.
    pub(super) fn path(&mut self, spots: &[Spot], thick: f64, colour: RGBAColor) -> Result<(), String> {
        let style = ShapeStyle { color: colour, filled: false, stroke_width: self.thickness(thick) as u32 };
        let path: Vec<_> = spots.iter().map(|&spot| self.device(spot)).collect();
        self.backend.draw_path(path, &style).map_err(message)
    }

    /// Fills a polygon.
    pub(super) fn polygon(&mut self, spots: &[Spot], colour: RGBAColor) -> Result<(), String> {
        if spots.len() < 3 {
            return Ok(());
        }
        let path: Vec<_> = spots.iter().map(|&spot| self.device(spot)).collect();
        self.backend.fill_polygon(path, &colour).map_err(message)
    }

    /// Fills a disc.
    pub(super) fn disc(&mut self, centre: Spot, radius: f64, colour: RGBAColor) -> Result<(), String> {
        let radius = self.thickness(radius) as u32;
        self.backend.draw_circle(self.device(centre), radius, &colour, true).map_err(message)
    }
}

fn message<E: std::error::Error + Send + Sync>(error: DrawingErrorKind<E>) -> String {
    error.to_string()
}
