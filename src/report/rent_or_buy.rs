//! Rent or buy: the cost of a cluster over the months either way, and the month in which buying breaks even.

use super::curves::{curves, money};
use super::drivers::currency;
use super::html::Html;
use super::{Reader, filled};
use crate::charts::{Axis, Line, Lines, nice_ticks};
use traincost_model::analysis::rent_or_buy::{BreakEven, Comparison, Incomparable, Spent, Terms, compare};
use traincost_model::{Field, Scenario};

/// Points of a line.
const STEPS: usize = 48;
/// Points between two columns of values.
const READ: usize = 4;
/// Months of the table, up to the life of the hardware.
const MONTHS: [f64; 9] = [1.0, 6.0, 12.0, 24.0, 36.0, 48.0, 60.0, 84.0, 120.0];
/// Utilisations of the table.
const UTILISATIONS: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
/// Declines of rents in the table, as shares per year.
const DECLINES: [f64; 4] = [0.0, 0.1, 0.2, 0.3];

/// Renting and buying a scenario's accelerators. The page supplies the heading.
pub fn rent_or_buy(scenario: &Scenario, reader: &Reader) -> String {
    let mut html = Html::default();
    let text = reader.lang.choosing();
    let terms = Terms::of(scenario);
    let case = match compare(scenario, terms) {
        Ok(case) => case,
        Err(why) => {
            let field = |field| [("field", (reader.lang.text().field)(field).label.to_owned())];
            html.paragraph(&match why {
                Incomparable::RentUnknown => filled(text.rent_unknown, &field(Field::Price)),
                Incomparable::PurchaseUnknown => filled(text.purchase_unknown, &field(Field::ChipPrice)),
                Incomparable::Terms => text.terms_impossible.to_owned(),
            });
            return html.finish();
        }
    };
    let (sold, kept) = (case.break_even(true), case.break_even(false));
    let life = ("life", reader.plain(case.life, 3));
    let takeaway = match sold {
        BreakEven::After(months) => filled(text.sold_after, &[("months", month(reader, months))]),
        BreakEven::Never => filled(text.sold_never, std::slice::from_ref(&life)),
        BreakEven::Always => text.sold_always.to_owned(),
    };
    html.paragraph(&takeaway);
    let kept_says = match kept {
        BreakEven::After(months) => filled(text.kept_after, &[("months", month(reader, months))]),
        BreakEven::Never => text.kept_never.to_owned(),
        BreakEven::Always => text.kept_always.to_owned(),
    };
    let percent = |share: f64| reader.percent(share, 2);
    let used_says = match case.break_even_utilisation(case.life) {
        BreakEven::After(share) => filled(text.used_after, &[("share", percent(share)), ("now", percent(terms.utilisation))]),
        BreakEven::Never => text.used_never.to_owned(),
        BreakEven::Always => text.used_always.to_owned(),
    };
    let end = case.at(case.life);
    let whole = [life.clone(), ("rented", reader.cash(end.rented, 2)), ("bought", reader.cash(end.net(), 2))];
    html.paragraph(&[filled(text.whole_life, &whole), kept_says, used_says].join(" "));
    chart(&mut html, reader, &case, [sold, kept], &takeaway);
    spent(&mut html, reader, &case);
    let with = |shares: [f64; 4], change: fn(&mut Terms, f64)| {
        shares.map(|share| {
            let mut terms = terms;
            change(&mut terms, share);
            let cell = |sold: bool| {
                (
                    compare(scenario, terms).map_or_else(|_| text.unknown.to_owned(), |case| when(reader, case.break_even(sold))),
                    String::new(),
                )
            };
            (percent(share), vec![cell(true), cell(false)])
        })
    };
    html.element("h3", text.by_utilisation);
    let columns = |first| [first, text.column_if_sold, text.column_if_kept];
    html.figures(&columns(text.column_utilisation), with(UTILISATIONS, |terms, share| terms.utilisation = share));
    html.element("h3", text.by_decline);
    html.figures(&columns(text.column_decline), with(DECLINES, |terms, share| terms.rent_decline = share));
    let values = [("upfront", reader.cash(case.upfront, 2)), life, ("utilisation", percent(terms.utilisation))];
    html.element("p class=\"fine\"", &filled(text.rent_note, &values));
    html.finish()
}

/// The month of an event, counted from one.
fn month(reader: &Reader, months: f64) -> String {
    reader.plain(months.ceil(), 4)
}

fn when(reader: &Reader, even: BreakEven) -> String {
    let text = reader.lang.choosing();
    match even {
        BreakEven::After(months) => month(reader, months),
        BreakEven::Never => text.never.to_owned(),
        BreakEven::Always => text.at_once.to_owned(),
    }
}

/// The cost of both over the months, with their crossings.
fn chart(html: &mut Html, reader: &Reader, case: &Comparison, evens: [BreakEven; 2], takeaway: &str) {
    let text = reader.lang.choosing();
    let spent: Vec<Spent> = (0..=STEPS).map(|step| case.at(case.life * step as f64 / STEPS as f64)).collect();
    let shown = |amount: f64| reader.money.from_dollars(amount);
    let line = |label: &str, series: usize, amount: fn(&Spent) -> f64| Line {
        label: label.to_owned(),
        points: spent.iter().map(|spent| (spent.months, shown(amount(spent)))).collect(),
        series,
        ..Line::default()
    };
    let lines = vec![
        line(text.rented, 0, |spent| spent.rented),
        line(text.bought_and_sold, 2, Spent::net),
        line(text.bought, 1, |spent| spent.bought),
    ];
    let most = lines.iter().flat_map(|line| &line.points).map(|point| point.1).fold(0.0, f64::max);
    let crossings = evens.iter().filter_map(|even| match even {
        BreakEven::After(months) => Some(*months),
        _ => None,
    });
    let spec = Lines {
        x: Axis {
            high: case.life,
            label: text.months_axis.to_owned(),
            ticks: nice_ticks(case.life, 8).into_iter().map(|tick| (tick, reader.plain(tick, 3))).collect(),
            ..Axis::default()
        },
        y: money(reader, (0.0, most * 1.05), false, filled(text.spent_axis, &[("currency", currency(reader))])),
        uprights: crossings.clone().map(|months| (months, filled(text.month, &[("months", month(reader, months))]))).collect(),
        dots: crossings.map(|months| (months, shown(case.at(months).rented))).collect(),
        columns: spent.iter().map(|spent| spent.months).step_by(READ).collect(),
        lines,
    };
    curves(html, reader, takeaway, &spec, |months| filled(text.month, &[("months", reader.plain(months, 3))]));
}

/// The same as a table.
fn spent(html: &mut Html, reader: &Reader, case: &Comparison) {
    let text = reader.lang.choosing();
    let columns = [text.column_month, text.rented, text.bought, text.column_resale, text.bought_and_sold];
    let rows = MONTHS.into_iter().filter(|months| *months < case.life).chain([case.life]).map(|months| {
        let spent = case.at(months);
        let amounts = [spent.rented, spent.bought, spent.resale, spent.net()];
        (reader.plain(months, 3), amounts.map(|amount| (reader.cash(amount, 2), String::new())).into())
    });
    html.figures(&columns, rows);
}
