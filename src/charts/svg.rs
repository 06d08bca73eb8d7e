//! Charts as SVG text, for export and for golden tests: the same bytes on every machine.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

/// Function that measures the width of `(text, bold)` in em of its font.
pub type Measure = fn(&str, bool) -> f64;

/// A plotters backend that writes an SVG document into a string.
///
/// It replaces plotters' own, which shrinks fonts by 1.24 relative to the canvas and measures Chinese text by its bytes.
pub struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    measure: Measure,
    finished: bool,
}

impl<'a> Svg<'a> {
    /// Starts a document of this size in CSS px, with `scale` drawing units per CSS px.
    pub fn new(out: &'a mut String, width: u32, height: u32, scale: f64) -> Self {
        let size = [width, height].map(|css| (f64::from(css) * scale).round() as u32);
        out.clear();
        let mut svg = Self { out, size: (size[0], size[1]), measure: typical_width, finished: false };
        svg.put(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {} {}">"#,
            size[0], size[1]
        ));
        svg
    }

    /// Measures text with `measure`, if something better than [`typical_width`] is available.
    pub fn measuring(self, measure: Measure) -> Self {
        Self { measure, ..self }
    }

    fn put(&mut self, line: std::fmt::Arguments) {
        // Writing into a String cannot fail.
        let _ = writeln!(self.out, "{line}");
    }
}

/// Width of a text in em, at the upper end of sans-serif fonts. The viewer of an exported file may use any font, and room to
/// spare is better than a clipped label. CJK characters are square; capitals and digits are wider than small letters.
pub fn typical_width(text: &str, bold: bool) -> f64 {
    let em = |c: char| match c {
        '\u{2e80}'.. => 1.0,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '%' => 0.98,
        'A'..='Z' => 0.7,
        '0'..='9' | '$' | '¥' | '€' => 0.64,
        ' ' | '.' | ',' | ':' | 'i' | 'j' | 'l' | '(' | ')' | '-' | '\'' | '’' => 0.35,
        _ => 0.61,
    };
    text.chars().map(em).sum::<f64>() * if bold { 1.12 } else { 1.0 }
}

/// Colour and opacity as attributes `name` and `name-opacity`.
fn paint(name: &str, color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    let opacity = if color.alpha < 1.0 { format!(r#" {name}-opacity="{}""#, hundredths(color.alpha)) } else { String::new() };
    format!(r##"{name}="#{r:02x}{g:02x}{b:02x}"{opacity}"##)
}

/// A number with two decimals. The standard library's formatting would add its tables to the page.
fn hundredths(number: f64) -> String {
    let hundredths = (number * 100.0).round() as i64;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// The attributes of a filled or stroked shape.
fn attributes<S: BackendStyle>(style: &S, fill: bool) -> String {
    if fill {
        return paint("fill", style.color());
    }
    format!(r#"fill="none" {} stroke-width="{}" stroke-linejoin="round""#, paint("stroke", style.color()), style.stroke_width())
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    path.into_iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

type DrawResult = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> DrawResult {
        Ok(())
    }

    fn present(&mut self) -> DrawResult {
        if !std::mem::replace(&mut self.finished, true) {
            self.put(format_args!("</svg>"));
        }
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> DrawResult {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> DrawResult {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> DrawResult {
        let (x, y, width, height) = (from.0, from.1, to.0 - from.0, to.1 - from.1);
        if width > 0 && height > 0 {
            let attributes = attributes(style, fill);
            self.put(format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {attributes}/>"#));
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.put(format_args!(r#"<polyline points="{}" {}/>"#, points(path), attributes(style, false)));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, r: u32, style: &S, fill: bool) -> DrawResult {
        self.put(format_args!(r#"<circle cx="{x}" cy="{y}" r="{r}" {}/>"#, attributes(style, fill)));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> DrawResult {
        self.put(format_args!(r#"<polygon points="{}" {}/>"#, points(path), attributes(style, true)));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> DrawResult {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let down = match style.anchor().v_pos {
            VPos::Top => "0.8em",
            VPos::Center => "0.35em",
            VPos::Bottom => "-0.2em",
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { r#" font-weight="bold""# } else { "" };
        let (size, family, fill) = (hundredths(style.size()), escaped(style.family().as_str()), paint("fill", style.color()));
        self.put(format_args!(
            r#"<text x="{x}" y="{y}" dy="{down}" text-anchor="{anchor}" font-family="{family}" font-size="{size}"{weight} {fill}>{}</text>"#,
            escaped(text)
        ));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let em = (self.measure)(text, matches!(style.style(), FontStyle::Bold));
        Ok(((em * style.size()).ceil() as u32, style.size().ceil() as u32))
    }
}
