//! Charts on an HTML canvas: sharp at any device pixel ratio, with text measured without touching the document.

use std::cell::RefCell;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::{Frame, Theme};

/// Maximum device px per CSS px. More would cost time and memory for no visible gain.
const MOST_SCALE: f64 = 3.0;
const LEAST_SCALE: f64 = 0.5;
/// Maximum number of cached text widths; typing creates new texts without end.
const MOST_WIDTHS: usize = 300;

thread_local! {
    /// Cached widths: text, font and width in device px. With a few dozen entries a linear search beats hashing. The cache
    /// outlives a single drawing, so redraws do not measure again.
    static WIDTHS: RefCell<Vec<(String, String, u32)>> = RefCell::default();
}

/// A plotters backend on a canvas.
///
/// Drawing uses `plotters_canvas`. Measuring is our own: plotters' inserts a styled `<span>` into the page for each label, which
/// forces a layout and is blocked by a strict content security policy.
pub struct ChartCanvas {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    scale: f64,
}

/// Prepares a canvas of this size in CSS px for drawing; `None` if it has no 2d context.
///
/// Sets the backing store to CSS size × `dpr` (at most 3), and the CSS size through the style object, which a strict content
/// security policy allows.
pub fn on_canvas(canvas: &HtmlCanvasElement, css_width: f64, css_height: f64, dpr: f64) -> Option<ChartCanvas> {
    let scale = if dpr.is_finite() { dpr.clamp(LEAST_SCALE, MOST_SCALE) } else { 1.0 };
    let (width, height) = ((css_width * scale).round() as u32, (css_height * scale).round() as u32);
    // Setting the size, even to its current value, discards the backing store.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    let style = canvas.style();
    style.set_property("width", &format!("{css_width}px")).ok()?;
    style.set_property("height", &format!("{css_height}px")).ok()?;
    // `textAlign = start`, which plotters_canvas uses for left, would flip on a right-to-left page.
    canvas.set_dir("ltr");
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    // Resizing resets the context's state.
    context.set_line_join("round");
    Some(ChartCanvas { inner: CanvasBackend::with_canvas_object(canvas.clone())?, context, scale })
}

impl ChartCanvas {
    /// The frame for this canvas.
    pub fn frame<'a>(&self, theme: &'a Theme, font: &'a str) -> Frame<'a> {
        let (width, height) = self.get_size();
        Frame { width, height, scale: self.scale, theme, font }
    }

    fn measured(&self, font: &str, text: &str) -> u32 {
        self.context.set_font(font);
        self.context.measure_text(text).map_or(0, |metrics| metrics.width().ceil() as u32)
    }
}

type DrawResult = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl DrawingBackend for ChartCanvas {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> DrawResult {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> DrawResult {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> DrawResult {
        self.inner.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> DrawResult {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> DrawResult {
        self.inner.draw_text(text, style, pos)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        // Exactly the string that plotters_canvas draws with. The weight goes first, as CSS requires.
        let font = format!("{} {}px {}", style.style().as_str(), style.size(), style.family().as_str());
        let width = WIDTHS.with_borrow_mut(|widths| {
            if let Some((.., width)) = widths.iter().find(|known| known.0 == text && known.1 == font) {
                return *width;
            }
            if widths.len() > MOST_WIDTHS {
                widths.clear();
            }
            let width = self.measured(&font, text);
            widths.push((text.to_owned(), font, width));
            width
        });
        Ok((width, style.size().ceil() as u32))
    }
}
