//! The bill by its five heads: a chart, and the same as a table with every line.

use super::canvas::{Chart, Drawing, FONT};
use super::format::{figure_text, money};
use super::sheet::{self, Sheet};
use crate::charts::{Bar, Bars, bars_height, draw_bars, nice_ticks};
use crate::state::{Page, live};
use leptos::prelude::*;
use traincost_locales::{Currency, digits, fill, fill_range};
use traincost_model::{Band, Figure, Head, Line, Share};

/// The bill.
#[component]
pub fn Bill() -> impl IntoView {
    let page = Page::here();
    sheet::keep("bill-table", move |sheet| table(sheet, &page));
    view! {
        <section class="card" aria-labelledby="bill-title">
            <h2 id="bill-title">{page.say(|text| text.bill)}</h2>
            <figure>
                <Chart
                    name="breakdown"
                    takeaway=live(move || takeaway(&page))
                    drawing=Drawing {
                        height: |width| bars_height(Head::ALL.len(), width),
                        draw: |page, surface, theme| {
                            let frame = surface.frame(theme, FONT);
                            draw_bars(surface, &bars(page), &frame).ok()
                        },
                        tip: bar_tip,
                    }
                />
            </figure>
            <div class="table-holder"><table id="bill-table" data-testid="breakdown"></table></div>
            <p class="fine">{page.say(|text| text.range_rule)}</p>
        </section>
    }
    .into_any()
}

fn bar_tip(page: &Page, index: usize) -> String {
    let head = Head::ALL[index.min(Head::ALL.len() - 1)];
    let name = (page.text().head)(head);
    match page.estimate.with(|estimate| estimate.figure(head.figure())) {
        Some(band) if band.mid > 0.0 => {
            let shown = figure_text(page, head.figure(), &band);
            page.lang().labelled(name, &page.lang().with_note(&shown.mid, &shown.range))
        }
        _ => page.lang().labelled(name, &head_label(page, head)),
    }
}

fn bars(page: &Page) -> Bars {
    let text = page.text();
    let shown = page.money();
    page.estimate.with(|estimate| {
        let bars: Vec<Bar> = Head::ALL
            .into_iter()
            .enumerate()
            .map(|(colour, head)| {
                let lines = estimate.lines();
                // A head that adds no money shows its share of another head.
                let about = lines.iter().find(|line| line.head == head && matches!(line.share, Share::Included(_)));
                let (band, muted) = match estimate.figure(head.figure()) {
                    Some(band) if band.mid > 0.0 => (Some(band), false),
                    Some(_) => (about.and_then(|line| line.amount), true),
                    None => (None, false),
                };
                let value = |pick: fn(&Band<f64>) -> f64| band.as_ref().map_or(f64::NAN, |band| shown.from_dollars(pick(band)));
                Bar {
                    label: (text.head)(head).to_owned(),
                    value: value(|band| band.mid),
                    low: value(|band| band.low),
                    high: value(|band| band.high),
                    value_label: head_label(page, head),
                    colour,
                    muted,
                }
            })
            .collect();
        let longest =
            bars.iter().map(|bar| if bar.muted { bar.value } else { bar.high }).filter(|v| v.is_finite()).fold(0.0, f64::max);
        let ticks = nice_ticks(longest, 4);
        let max = ticks.last().copied().unwrap_or(longest).max(longest);
        let ticks = ticks.into_iter().map(|value| (value, money_shown(page, value))).collect();
        Bars { bars, axis_label: fill(text.bill_axis, &[("currency", currency_name(page))]), ticks, max }
    })
}

/// An amount that is already in the reader's currency.
fn money_shown(page: &Page, value: f64) -> String {
    use traincost_locales::Numbers;
    page.numbers().currency(value, page.money().currency, 3)
}

pub(super) fn currency_name(page: &Page) -> &'static str {
    match page.money().currency {
        Currency::Usd => page.text().currency_usd,
        Currency::Cny => page.text().currency_cny,
    }
}

/// The label at the end of a head's bar.
fn head_label(page: &Page, head: Head) -> String {
    page.estimate.with(|estimate| match estimate.figure(head.figure()) {
        None => page.text().unknown.to_owned(),
        Some(band) if band.mid > 0.0 => money(page, band.mid, digits(&band)),
        Some(_) => {
            estimate.lines().iter().find(|line| line.head == head).map_or_else(|| money(page, 0.0, 1), |line| share(page, line))
        }
    })
}

/// The text of a line that adds no money.
fn share(page: &Page, line: &Line) -> String {
    let text = page.text();
    let cost = line.amount.map_or_else(|| text.unknown.to_owned(), |band| money(page, band.mid, digits(&band)));
    match line.share {
        Share::Included(head) => fill(text.included_in, &[("head", (text.head)(head)), ("cost", &cost)]),
        Share::Adds | Share::Apart | Share::Gathers => cost,
    }
}

fn takeaway(page: &Page) -> String {
    let text = page.text();
    page.estimate.with(|estimate| {
        let mid = |head: &Head| estimate.figure(head.figure()).map_or(0.0, |band| band.mid);
        let largest = Head::ALL.into_iter().max_by(|a, b| mid(a).total_cmp(&mid(b))).unwrap_or(Head::Compute);
        let total =
            estimate.figure(Figure::Total).map_or_else(|| text.unknown.to_owned(), |band| money(page, band.mid, digits(&band)));
        let cost = money(page, mid(&largest), 2);
        fill(text.bill_chart_says, &[("head", (text.head)(largest)), ("cost", &cost), ("total", &total)])
    })
}

/// Adds the rows of the bill's table, head by head and line by line.
fn table(sheet: &mut Sheet, page: &Page) {
    let text = page.text();
    sheet.html("<thead><tr>");
    sheet.element("th scope=\"col\"", text.column_item);
    for name in [text.column_mid, text.column_range, text.column_share] {
        sheet.element("th scope=\"col\" class=\"number\"", name);
    }
    sheet.html("</tr></thead><tbody>");
    let lines = page.estimate.with(traincost_model::Estimate::lines);
    for head in Head::ALL {
        row(sheet, "head", (text.head)(head), page, head.figure(), share_of_total(page, head));
        for line in lines.iter().filter(|line| line.head == head) {
            let name = (text.figure)(line.figure);
            match line.share {
                Share::Adds => row(sheet, "line", name, page, line.figure, String::new()),
                Share::Included(_) | Share::Gathers => beside(sheet, name, line.figure, share(page, line)),
                Share::Apart => beside(sheet, name, line.figure, fill(text.apart_line, &[("cost", &share(page, line))])),
            }
        }
    }
    sheet.html("</tbody><tfoot>");
    row(sheet, "total", text.total, page, Figure::Total, total_share(page));
    sheet.html("</tfoot>");
}

fn row(sheet: &mut Sheet, class: &str, name: &str, page: &Page, figure: Figure, share: String) {
    sheet.html(&format!("<tr class=\"{class}\">"));
    sheet.element("th scope=\"row\"", name);
    let Some((mid, range)) = amount(page, figure) else {
        return sheet.html("<td class=\"number\">–</td><td></td><td></td></tr>");
    };
    sheet.html("<td class=\"number\">");
    sheet.explained(figure, mid);
    sheet.html("</td>");
    sheet.element("td class=\"number range\"", range);
    sheet.element("td class=\"number\"", share);
    explanation(sheet, figure);
}

/// Adds a line that adds no money: a text in the place of its numbers.
fn beside(sheet: &mut Sheet, name: &str, figure: Figure, text: String) {
    sheet.html("<tr class=\"line beside\">");
    sheet.element("th scope=\"row\"", name);
    sheet.html("<td colspan=\"3\" class=\"number\">");
    sheet.explained(figure, text);
    sheet.html("</td>");
    explanation(sheet, figure);
}

/// Ends a row, and adds the place of its explanation as the next one.
fn explanation(sheet: &mut Sheet, figure: Figure) {
    let id = figure.id();
    sheet.html(&format!("</tr><tr class=\"explains\" hidden><td colspan=\"4\" data-explains=\"{id}\"></td></tr>"));
}

/// A figure's mid and range; `None` for a figure that is zero on this basis.
fn amount(page: &Page, figure: Figure) -> Option<(String, String)> {
    let Some(band) = page.estimate.with(|estimate| estimate.figure(figure)) else {
        return Some((page.text().unknown.to_owned(), String::new()));
    };
    let cash = |dollars| money(page, dollars, digits(&band));
    let is_range = cash(band.low) != cash(band.high);
    let range = if is_range { fill_range(page.lang(), &band, cash) } else { String::new() };
    (band.high > 0.0).then(|| (cash(band.mid), range))
}

fn share_of_total(page: &Page, head: Head) -> String {
    let share = page.estimate.with(|estimate| estimate.share(head)).filter(|share| *share > 0.0);
    share.map(|share| percent(page, share)).unwrap_or_default()
}

fn total_share(page: &Page) -> String {
    page.estimate.with(|estimate| estimate.figure(Figure::Total)).map(|_| percent(page, 1.0)).unwrap_or_default()
}

fn percent(page: &Page, share: f64) -> String {
    use traincost_locales::Numbers;
    let percent = (share * 100.0).round();
    // A figure above zero must not read as zero.
    if percent < 1.0 { "<1%".to_owned() } else { format!("{}%", page.numbers().plain(percent, 3)) }
}
