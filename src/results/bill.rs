//! The bill by its five heads: a chart, and the same as a table with every line.

use super::canvas::{Chart, Drawing, FONT};
use super::format::{money, say};
use crate::charts::{Bar, Bars, bars_height, draw_bars, nice_ticks};
use crate::state::{Page, live, part};
use leptos::prelude::*;
use traincost_locales::{Currency, digits, fill, fill_range};
use traincost_model::{Band, Figure, Head, Line, Share};

/// The bill.
#[component]
pub fn Bill() -> impl IntoView {
    let page = Page::here();
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
                        says: bar_says,
                    }
                />
            </figure>
            <Table />
            <p class="fine">{page.say(|text| text.range_rule)}" "{page.say(|text| text.range_meaning)}</p>
        </section>
    }
    .into_any()
}

fn bar_says(page: &Page, index: usize) -> String {
    let head = Head::ALL[index.min(Head::ALL.len() - 1)];
    let name = (page.text().head)(head);
    match page.estimate.with(|estimate| estimate.figure(head.figure())) {
        Some(band) if band.mid > 0.0 => {
            let said = say(page, head.figure(), &band);
            format!("{name}: {} ({})", said.mid, said.range)
        }
        _ => format!("{name}: {}", head_label(page, head)),
    }
}

fn bars(page: &Page) -> Bars {
    let text = page.text();
    let shown = page.money.get();
    page.estimate.with(|estimate| {
        let bars: Vec<Bar> = Head::ALL
            .into_iter()
            .enumerate()
            .map(|(colour, head)| {
                let lines = estimate.lines();
                // A head that adds nothing shows about how much of another it is.
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
                    segments: None,
                }
            })
            .collect();
        let longest = bars.iter().map(|bar| if bar.muted { bar.value } else { bar.high }).filter(|v| v.is_finite()).fold(0.0, f64::max);
        let ticks = nice_ticks(longest, 4);
        let max = ticks.last().copied().unwrap_or(longest).max(longest);
        let ticks = ticks.into_iter().map(|value| (value, money_shown(page, value))).collect();
        Bars { bars, axis_label: fill(text.bill_axis, &[("currency", currency_name(page))]), ticks, max }
    })
}

/// An amount that is already in the currency shown.
fn money_shown(page: &Page, value: f64) -> String {
    use traincost_locales::Numbers;
    page.numbers().currency(value, page.money.get().currency, 3)
}

pub(super) fn currency_name(page: &Page) -> &'static str {
    match page.money.get().currency {
        Currency::Usd => page.text().currency_usd,
        Currency::Cny => page.text().currency_cny,
    }
}

/// What stands at the end of a head's bar.
fn head_label(page: &Page, head: Head) -> String {
    page.estimate.with(|estimate| match estimate.figure(head.figure()) {
        None => page.text().unknown.to_owned(),
        Some(band) if band.mid > 0.0 => money(page, band.mid, digits(&band)),
        Some(_) => estimate
            .lines()
            .iter()
            .find(|line| line.head == head)
            .map_or_else(|| money(page, 0.0, 1), |line| share(page, line)),
    })
}

/// What a line that adds nothing says.
fn share(page: &Page, line: &Line) -> String {
    let text = page.text();
    let cost = line.amount.map_or_else(|| text.unknown.to_owned(), |band| money(page, band.mid, digits(&band)));
    match line.share {
        Share::Included(head) => fill(text.included_in, &[("head", (text.head)(head)), ("cost", &cost)]),
        Share::Adds | Share::Apart => cost,
    }
}

fn takeaway(page: &Page) -> String {
    let text = page.text();
    page.estimate.with(|estimate| {
        let mid = |head: &Head| estimate.figure(head.figure()).map_or(0.0, |band| band.mid);
        let largest = Head::ALL.into_iter().max_by(|a, b| mid(a).total_cmp(&mid(b))).unwrap_or(Head::Compute);
        let total = estimate.figure(Figure::Total).map_or_else(|| text.unknown.to_owned(), |band| money(page, band.mid, digits(&band)));
        let cost = money(page, mid(&largest), 2);
        fill(text.bill_chart_says, &[("head", (text.head)(largest)), ("cost", &cost), ("total", &total)])
    })
}

#[component]
fn Table() -> impl IntoView {
    let page = Page::here();
    view! {
        <div class="table-holder">
            <table data-testid="breakdown">
                <thead>
                    <tr>
                        <th scope="col">{page.say(|text| text.column_item)}</th>
                        <th scope="col" class="number">{page.say(|text| text.column_mid)}</th>
                        <th scope="col" class="number">{page.say(|text| text.column_range)}</th>
                        <th scope="col" class="number">{page.say(|text| text.column_share)}</th>
                    </tr>
                </thead>
                {Head::ALL.into_iter().map(|head| view! { <HeadRows head /> }).collect_view()}
                <tfoot>
                    <tr class="total">
                        <th scope="row">{page.say(|text| text.total)}</th>
                        <Amount figure=Figure::Total />
                        <td class="number">{live(move || total_share(&page))}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn HeadRows(
    /// The head.
    head: Head,
) -> impl IntoView {
    let page = Page::here();
    view! {
        <tbody>
            <tr class="head">
                <th scope="row">{live(move || (page.text().head)(head).to_owned())}</th>
                <Amount figure=head.figure() />
                <td class="number">{live(move || share_of_total(&page, head))}</td>
            </tr>
            {part(move || {
                // Which lines there are depends on the basis alone: the rows stay while their numbers change.
                page.basis.track();
                let lines = page.estimate.with_untracked(traincost_model::Estimate::lines);
                let lines = lines.into_iter().filter(|line| line.head == head);
                lines.map(|line| view! { <LineRow figure=line.figure share=line.share /> }.into_any()).collect_view().into_any()
            })}
        </tbody>
    }
    .into_any()
}

#[component]
fn LineRow(
    /// The figure it shows.
    figure: Figure,
    /// What it does to the bill.
    share: Share,
) -> impl IntoView {
    let page = Page::here();
    let name = live(move || (page.text().figure)(figure).to_owned());
    match share {
        Share::Adds => view! {
            <tr class="line">
                <th scope="row">{name}</th>
                <Amount figure />
                <td></td>
            </tr>
        }
        .into_any(),
        Share::Included(_) | Share::Apart => {
            let says = live(move || {
                let amount = page.estimate.with(|estimate| estimate.figure(figure));
                let line = Line { head: Head::Compute, figure, share, amount };
                let said = self::share(&page, &line);
                if share == Share::Apart { format!("{said}: {}", page.text().apart) } else { said }
            });
            view! {
                <tr class="line beside">
                    <th scope="row">{name}</th>
                    <td colspan="3" class="number">{says}</td>
                </tr>
            }
            .into_any()
        }
    }
}

/// The two cells of a figure: its mid and its range.
#[component]
fn Amount(
    /// The figure.
    figure: Figure,
) -> impl IntoView {
    let page = Page::here();
    let band = move || page.estimate.with(|estimate| estimate.figure(figure));
    let mid = live(move || band().map_or_else(|| page.text().unknown.to_owned(), |band| money(&page, band.mid, digits(&band))));
    let range = live(move || match band() {
        Some(band) if !band.is_exact() => fill_range(page.lang.get(), &band, |dollars| money(&page, dollars, digits(&band))),
        _ => String::new(),
    });
    view! {
        <td class="number">{mid}</td>
        <td class="number">{range}</td>
    }
    .into_any()
}

fn share_of_total(page: &Page, head: Head) -> String {
    page.estimate.with(|estimate| estimate.share(head)).map(|share| percent(page, share)).unwrap_or_default()
}

fn total_share(page: &Page) -> String {
    page.estimate.with(|estimate| estimate.figure(Figure::Total)).map(|_| percent(page, 1.0)).unwrap_or_default()
}

fn percent(page: &Page, share: f64) -> String {
    use traincost_locales::Numbers;
    format!("{}%", page.numbers().plain((share * 100.0).round(), 3))
}
