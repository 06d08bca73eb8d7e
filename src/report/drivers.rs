//! Drivers of the total: a tornado without sampling, total effects beside it, and the sampled distribution of the total and of each head.

use super::draft::{Draft, Drafts, complete, progress};
use super::html::{Column, Html};
use super::quantity::range;
use super::{Reader, filled};
use crate::charts::{Histogram, SpanRow, Spans, draw_histogram, draw_spans, nice_ticks, spans_height};
use crate::state::{Drawn, escape};
use traincost_locales::{Currency, digits};
use traincost_model::analysis::distribution::{DRAWS, Distribution, Distributions};
use traincost_model::analysis::sensitivity::Sensitivity;
use traincost_model::analysis::tornado::{Bar, Tornado};
use traincost_model::{Band, Estimate, Figure, Head};

/// Bars of the tornado.
const BARS: usize = 12;
/// Draws in one draft.
const CHUNK: u32 = 2_000;
/// Points of the total effects.
const POINTS: u32 = 1_024;
/// Columns of a histogram.
const COLUMNS: usize = 48;

/// Drivers of an estimate's total: first with few draws, then with all, then with total effects. The page supplies the heading.
pub fn drivers(estimate: &Estimate, reader: Reader) -> Drafts {
    let text = reader.lang.deciding();
    let seed = estimate.scenario().seed();
    let tornado = Tornado::of(estimate, Figure::Total);
    let effects = Sensitivity::of(estimate, Figure::Total, BARS, seed);
    let Some((tornado, effects)) = tornado.zip(effects).filter(|(tornado, _)| !tornado.bars.is_empty()) else {
        let known = estimate.figure(Figure::Total).is_some();
        let mut html = Html::default();
        html.paragraph(if known { text.nothing_moves } else { text.no_total });
        return complete(html.finish());
    };
    let mut moves = Moves { reader, seed, tornado, effects, draws: Distributions::of(estimate, seed) };
    let mut is_new = true;
    Box::new(move || match std::mem::take(&mut is_new) {
        true => Draft::Partial(moves.html()),
        false => moves.work(),
    })
}

/// The sampled ranges of all figures on the page, as [`Drawn`] reads them.
pub fn ranges(estimate: &Estimate) -> Drafts {
    let (estimate, mut draws) = (*estimate, Distributions::of(estimate, estimate.scenario().seed()));
    Box::new(move || {
        let left = DRAWS.saturating_sub(draws.count());
        draws.advance(left.min(CHUNK));
        if left > CHUNK {
            return Draft::Unchanged;
        }
        Draft::Complete(Drawn::write(&draws.on(&estimate)))
    })
}

/// The results so far.
struct Moves {
    reader: Reader,
    seed: u32,
    tornado: Tornado,
    effects: Sensitivity,
    draws: Distributions,
}

impl Moves {
    fn work(&mut self) -> Draft {
        let left = DRAWS.saturating_sub(self.draws.count());
        if left > 0 {
            self.draws.advance(left.min(CHUNK));
            return if left > CHUNK { Draft::Unchanged } else { Draft::Partial(self.html()) };
        }
        self.effects.advance(POINTS / 4);
        if self.effects.points() < POINTS { Draft::Unchanged } else { Draft::Complete(self.html()) }
    }

    fn html(&self) -> String {
        let mut html = Html::default();
        moves(&mut html, self);
        spread(&mut html, self);
        html.finish()
    }
}

fn moves(html: &mut Html, Moves { reader, seed, tornado, effects, .. }: &Moves) {
    let text = reader.lang.deciding();
    let bars = &tornado.bars[..BARS.min(tornado.bars.len())];
    let name = |bar: &Bar| reader.lang.term(bar.driver.term()).name;
    let first = bars[0];
    let takeaway = filled(
        text.drivers_say,
        &[("name", name(&first).to_owned()), ("low", reader.cash(first.low, 2)), ("high", reader.cash(first.high, 2))],
    );
    html.paragraph(&takeaway);
    let ends = |bar: &Bar| [bar.low.min(bar.high), bar.low.max(bar.high)];
    let least = bars.iter().map(|bar| ends(bar)[0]).fold(tornado.mid, f64::min);
    let most = bars.iter().map(|bar| ends(bar)[1]).fold(tornado.mid, f64::max);
    let room = 0.04 * (most - least);
    let shown = |amount: f64| reader.money.from_dollars(amount);
    let rows = bars.iter().map(|bar| SpanRow {
        label: name(bar).to_owned(),
        value_label: reader.range(&Band::new(ends(bar)[0], tornado.mid, ends(bar)[1]), |amount| reader.cash(amount, 2)),
        // Colours distinguish the input's P10 from its P90.
        spans: vec![(shown(tornado.mid), shown(bar.low), 1), (shown(tornado.mid), shown(bar.high), 0)],
    });
    let axis = (shown((least - room).max(0.0)), shown(most + room));
    let spec = Spans {
        rows: rows.collect(),
        axis_label: filled(text.tornado_axis, &[("currency", currency(reader))]),
        ticks: ticks(reader, axis.1),
        axis,
        line: Some(shown(tornado.mid)),
    };
    let over = |index: usize, place: &str| match bars[index].field {
        Some(field) => {
            format!("<rect {place} fill=\"transparent\" data-go=\"{}\"><title>{}</title></rect>", field.id(), escape(text.go))
        }
        None => String::new(),
    };
    html.chart_over(reader, spans_height(bars.len(), reader.width), &takeaway, |svg, frame| draw_spans(svg, &spec, frame), over);
    html.element("p class=\"fine\"", text.tornado_note);
    let is_whole = effects.points() >= POINTS;
    let shares = if is_whole { effects.effects() } else { Vec::new() };
    html.raw("<div class=\"table-holder\"><table><thead><tr>");
    for (class, head) in [
        ("", text.column_input),
        ("", text.column_input_range),
        (" class=\"number\"", text.column_total),
        (" class=\"number\"", text.column_effect),
    ] {
        html.raw(&format!("<th scope=\"col\"{class}>{}</th>", escape(head)));
    }
    html.raw("</tr></thead><tbody>");
    for bar in bars {
        let input = range(reader, bar.driver.unit(), &bar.input).unwrap_or_default();
        let share = shares.iter().find(|(driver, _)| *driver == bar.driver).map(|(_, share)| reader.percent(*share, 2));
        let share = share.unwrap_or_else(|| if is_whole { "" } else { "…" }.to_owned());
        html.raw("<tr><th scope=\"row\">");
        match bar.field {
            Some(field) => {
                html.element(&format!("button type=\"button\" class=\"explain\" data-go=\"{}\"", field.id()), name(bar))
            }
            None => html.element("span", name(bar)),
        }
        html.raw(&format!("</th><td>{}</td>", escape(&input)));
        for cell in [&format!("{} / {}", reader.cash(bar.low, 2), reader.cash(bar.high, 2)), &share] {
            html.raw(&format!("<td class=\"number\">{}</td>", escape(cell)));
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></div>");
    let of = [("points", reader.plain(f64::from(POINTS), 4)), ("seed", reader.plain(f64::from(*seed), 10))];
    html.element("p class=\"fine\"", &filled(text.effects_note, &of));
    progress(html, text.weighing, (effects.points() as usize, POINTS as usize));
}

/// The name of the reader's currency.
pub(super) fn currency(reader: &Reader) -> String {
    let text = reader.lang.text();
    let name = if reader.money.currency == Currency::Usd { text.currency_usd } else { text.currency_cny };
    name.to_owned()
}

/// Ticks up to an amount of the reader's currency.
pub(super) fn ticks(reader: &Reader, most: f64) -> Vec<(f64, String)> {
    let text_of = |amount: f64| reader.cash(amount / reader.money.from_dollars(1.0), 3);
    nice_ticks(most, 6).into_iter().map(|tick| (tick, text_of(tick))).collect()
}

fn spread(html: &mut Html, Moves { reader, seed, draws, .. }: &Moves) {
    let text = reader.lang.deciding();
    let Some(total) = draws.figure(Figure::Total) else { return };
    let band = total.band();
    let text_of = |amount: f64| reader.cash(amount, digits(&band));
    let takeaway = filled(
        text.spread_says,
        &[
            ("draws", reader.plain(f64::from(draws.count()), 5)),
            ("low", text_of(band.low)),
            ("median", text_of(band.mid)),
            ("high", text_of(band.high)),
        ],
    );
    html.element("h3", text.spread);
    html.paragraph(&takeaway);
    progress(html, text.drawing, (draws.count() as usize, DRAWS as usize));
    picture(html, reader, &total, &takeaway);
    let columns = [
        Column::Words(text.column_head),
        Column::Number("P10"),
        Column::Number("P50"),
        Column::Number("P90"),
        Column::Number(text.column_mean),
    ];
    let row = |name: &str, one: &Distribution| {
        let band = one.band();
        let cells = [band.low, band.mid, band.high, one.mean()].map(|amount| reader.cash(amount, 2));
        std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>()
    };
    let heads = Head::ALL.into_iter().filter_map(|head| {
        let one = draws.figure(head.figure())?;
        (one.band().high > 0.0).then(|| ("", row((reader.lang.text().head)(head), &one)))
    });
    let total = std::iter::once(("total", row(reader.lang.text().total, &total)));
    html.table(&columns, heads.chain(total));
    html.element("p class=\"fine\"", &filled(text.spread_note, &[("seed", reader.plain(f64::from(*seed), 10))]));
}

/// The distribution as columns; each column's tip gives the probability of a lower total.
fn picture(html: &mut Html, reader: &Reader, total: &Distribution, takeaway: &str) {
    let text = reader.lang.deciding();
    let columns = total.histogram(COLUMNS);
    let Some(last) = columns.last() else { return };
    let shown = |amount: f64| reader.money.from_dollars(amount);
    let band = total.band();
    let spec = Histogram {
        columns: columns.iter().map(|bar| (shown(bar.from), shown(bar.to), bar.share)).collect(),
        axis_label: filled(text.spread_axis, &[("currency", currency(reader))]),
        ticks: ticks(reader, shown(last.to)),
        lines: [("P10", band.low), ("P50", band.mid), ("P90", band.high)]
            .map(|(name, amount)| (shown(amount), format!("{name} {}", reader.cash(amount, 2))))
            .into(),
    };
    let below = |index: usize, place: &str| {
        let end = columns[index].to;
        let tip =
            filled(text.below, &[("share", reader.percent(total.probability_below(end), 2)), ("amount", reader.cash(end, 2))]);
        format!("<rect {place} fill=\"transparent\"><title>{}</title></rect>", escape(&tip))
    };
    html.chart_over(
        reader,
        (reader.width * 0.42).clamp(220.0, 320.0),
        takeaway,
        |svg, frame| draw_histogram(svg, &spec, frame),
        below,
    );
}
