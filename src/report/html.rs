//! Builds HTML as text. Structure comes from our code; every text is escaped.

use super::Reader;
use crate::charts::svg::Svg;
use crate::charts::{Frame, Hit, Hits, Theme};
use crate::state::escape;

/// Most columns of a table that phones show side by side.
const NARROW: usize = 4;

/// A column of a table.
#[derive(Clone, Copy)]
pub(super) enum Column {
    /// Words, aligned to the start.
    Words(&'static str),
    /// Numbers, aligned to the end.
    Number(&'static str),
}

impl Column {
    const fn head(self) -> &'static str {
        match self {
            Self::Words(head) | Self::Number(head) => head,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Words(_) => "",
            Self::Number(_) => " class=\"number\"",
        }
    }
}

/// HTML in the making.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// Adds structure, which comes from our code and needs no escaping.
    pub(super) fn raw(&mut self, html: &str) {
        self.0 += html;
    }

    /// Adds an element with a text, unless the text is empty; `tag` may carry attributes.
    pub(super) fn element(&mut self, tag: &str, text: &str) {
        if !text.is_empty() {
            let name = tag.split(' ').next().unwrap_or(tag);
            self.0 += &format!("<{tag}>{}</{name}>", escape(text));
        }
    }

    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.element("p", text);
    }

    /// Adds a table; each row has a class, which may be empty, and begins with its head. Cells carry their column's name: narrow screens stack
    /// the columns of a table that has many.
    pub(super) fn table(&mut self, columns: &[Column], rows: impl IntoIterator<Item = (&'static str, Vec<String>)>) {
        let is_wide = columns.len() > NARROW;
        self.raw(if is_wide { "<div class=\"table-holder stacked\">" } else { "<div class=\"table-holder\">" });
        self.raw("<table><thead><tr>");
        for column in columns {
            self.raw(&format!("<th scope=\"col\"{}>{}</th>", column.class(), escape(column.head())));
        }
        self.raw("</tr></thead><tbody>");
        for (class, cells) in rows {
            self.raw(&if class.is_empty() { "<tr>".to_owned() } else { format!("<tr class=\"{class}\">") });
            for (index, (cell, column)) in cells.iter().zip(columns).enumerate() {
                let (tag, scope) = if index == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
                let label = if index == 0 { String::new() } else { format!(" data-label=\"{}\"", escape(column.head())) };
                self.raw(&format!("<{tag}{scope}{}{label}>{}</{tag}>", column.class(), escape(cell)));
            }
            self.raw("</tr>");
        }
        self.raw("</tbody></table></div>");
    }

    /// Adds a table of figures, each with small print below it, which may be empty; each row begins with its head. Cells carry their column's
    /// name, for narrow screens that stack columns.
    pub(super) fn figures(&mut self, columns: &[&str], rows: impl IntoIterator<Item = (String, Vec<(String, String)>)>) {
        self.raw("<div class=\"table-holder\"><table><thead><tr>");
        for (index, column) in columns.iter().enumerate() {
            self.element(if index == 0 { "th scope=\"col\"" } else { "th scope=\"col\" class=\"number\"" }, column);
        }
        self.raw("</tr></thead><tbody>");
        for (head, cells) in rows {
            self.raw(&format!("<tr><th scope=\"row\">{}</th>", escape(&head)));
            for ((figure, below), column) in cells.iter().zip(&columns[1..]) {
                self.raw(&format!("<td class=\"number\" data-label=\"{}\">{}", escape(column), escape(figure)));
                self.element("div class=\"fine\"", below);
                self.raw("</td>");
            }
            self.raw("</tr>");
        }
        self.raw("</tbody></table></div>");
    }

    /// Adds a chart of a height in CSS px, with a one-sentence takeaway for screen readers. A chart that fails to draw is left out: a table beside
    /// it has the same values.
    pub(super) fn chart(
        &mut self,
        reader: &Reader,
        height: f64,
        takeaway: &str,
        draw: impl FnOnce(Svg, &Frame) -> Result<Hits, String>,
    ) {
        self.chart_over(reader, height, takeaway, draw, |_, _| String::new());
    }

    /// Adds a chart with overlays: `over` writes the SVG element over a mark from the mark's index and place; empty for none.
    pub(super) fn chart_over(
        &mut self,
        reader: &Reader,
        height: f64,
        takeaway: &str,
        draw: impl FnOnce(Svg, &Frame) -> Result<Hits, String>,
        over: impl Fn(usize, &str) -> String,
    ) {
        /// Units of the drawing per CSS px, so that lines may lie between px.
        const SCALE: f64 = 2.0;
        let (width, height) = (reader.width.clamp(200.0, 2_000.0) as u32, height as u32);
        let theme: Theme = reader.theme();
        let mut drawing = String::new();
        let [wide, high] = [width, height].map(|css| css * SCALE as u32);
        // The page's own fonts.
        let frame = Frame { width: wide, height: high, scale: SCALE, theme: &theme, font: "inherit" };
        let hits = draw(Svg::new(&mut drawing, width, height, SCALE), &frame);
        if let Ok(hits) = hits {
            let label = format!("<svg role=\"img\" aria-label=\"{}\" ", escape(takeaway));
            let device = |css: f64| (css * SCALE) as i32;
            let place = |hit: &Hit| match hits.rows {
                true => format!("x=\"0\" width=\"{wide}\" y=\"{}\" height=\"{}\"", device(hit.y - hit.r), device(2.0 * hit.r)),
                false => format!("y=\"0\" height=\"{high}\" x=\"{}\" width=\"{}\"", device(hit.x - hit.r), device(2.0 * hit.r)),
            };
            let over: String = hits.marks.iter().map(|hit| over(hit.index, &place(hit))).collect();
            self.raw("<figure class=\"chart\">");
            self.raw(&drawing.replacen("<svg ", &label, 1).replace("</svg>", &format!("{over}</svg>")));
            self.raw("</figure>");
        }
    }

    /// The HTML.
    pub(super) fn finish(self) -> String {
        self.0
    }
}
