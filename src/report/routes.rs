//! Train, tune or buy: the cost of each route to a served model for one need, and the use from which one route overtakes another.

use super::curves::{amount, both, curves, ends, in_words, money};
use super::drivers::currency;
use super::html::Html;
use super::paper::source;
use super::solver::law;
use super::{Reader, filled};
use crate::charts::{Axis, Line, Lines, log_ticks};
use traincost_model::analysis::routes::{Need, Overtake, Route, RouteCost, cheapest_by_use, overtakes, routes as all_routes};
use traincost_model::catalog::{Fact, constants};
use traincost_model::{Band, Basis, Estimate, Field, Kind, Scenario};

/// Volumes per line.
const STEPS: usize = 48;
/// Volumes between two columns of values.
const READ: usize = 4;
/// Tokens per month that the chart always includes.
const USUAL: f64 = 1e9;
/// The lower end of the axis, as a share of its upper end.
const LEAST: f64 = 1e-7;

/// The routes of an estimate's scenario for its need. The page supplies the heading.
pub fn routes(estimate: &Estimate, reader: &Reader) -> String {
    let mut html = Html::default();
    let text = reader.lang.choosing();
    let scenario = estimate.scenario();
    let need = Need::of(scenario);
    let all = all_routes(estimate, &need);
    let known: Vec<RouteCost> = all.iter().filter(|route| route.total.is_some()).copied().collect();
    let cheapest = known
        .iter()
        .filter_map(|route| Some((route, route.total?)))
        .reduce(|best, one| if one.1.mid < best.1.mid { one } else { best });
    let Some((best, total)) = cheapest else { return html.finish() };
    let takeaway = filled(
        text.routes_say,
        &[
            ("volume", volume(reader, need.tokens_a_month)),
            ("months", reader.plain(need.months, 3)),
            ("route", (text.route)(best.route).to_owned()),
            ("total", in_words(reader, amount(reader, &total))),
        ],
    );
    html.paragraph(&takeaway);
    if all.iter().any(|route| route.days.is_some() && route.total.is_none()) {
        let field = if scenario.basis == Basis::Own { Field::ChipPrice } else { Field::Price };
        html.paragraph(&filled(text.price_unknown, &[("field", (reader.lang.text().field)(field).label.to_owned())]));
    }
    let steps = cheapest_by_use(&all, &need);
    html.paragraph(&said_by_use(reader, &steps));
    chart(&mut html, reader, (&known, &steps), &need, &takeaway);
    table(&mut html, reader, &all, &need);
    html.element("h3", text.assumed);
    html.raw("<ul>");
    for route in &all {
        assumed(&mut html, reader, scenario, route, &need);
    }
    html.raw("</ul>");
    let mfu = constants::SERVING_MFU.band().map(|band| share(reader, &band));
    html.element("p class=\"fine\"", &filled(text.routes_note, &[("mfu", mfu.unwrap_or_default())]));
    html.finish()
}

fn volume(reader: &Reader, tokens: f64) -> String {
    reader.compact(tokens, 2)
}

/// A route's name.
fn title(reader: &Reader, route: Route) -> String {
    let mut letters = (reader.lang.choosing().route)(route).chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// A share with its range from the catalog.
fn share(reader: &Reader, band: &Band<f64>) -> String {
    in_words(reader, both(reader, band, |share, _| reader.percent(share, 3)))
}

fn said_by_use(reader: &Reader, steps: &[(RouteCost, Option<f64>)]) -> String {
    let text = reader.lang.choosing();
    let name = |route: &RouteCost| ("route", (text.route)(route.route).to_owned());
    if let [(only, _)] = steps {
        return filled(text.one_route, &[name(only)]);
    }
    let texts = steps.iter().map(|(route, until)| match until {
        Some(tokens) => filled(text.up_to, &[name(route), ("volume", volume(reader, *tokens))]),
        None => filled(text.beyond, &[name(route)]),
    });
    filled(text.by_use, &[("steps", texts.collect::<Vec<_>>().join(text.comma))])
}

/// The cost of each route by use, with the volumes at which the cheapest route changes.
fn chart(
    html: &mut Html,
    reader: &Reader,
    (known, steps): (&[RouteCost], &[(RouteCost, Option<f64>)]),
    need: &Need,
    takeaway: &str,
) {
    let text = reader.lang.choosing();
    let used = need.tokens_a_month;
    let crossings: Vec<f64> = steps.iter().filter_map(|(_, until)| *until).collect();
    let (least, most) = crossings
        .iter()
        .copied()
        .chain([used])
        .filter(|volume| *volume > 0.0)
        .fold((USUAL, USUAL), |(low, high), volume| (low.min(volume), high.max(volume)));
    let (low, high) = (least / 20.0, most * 20.0);
    let step = (high / low).powf(1.0 / STEPS as f64);
    let volumes: Vec<f64> = std::iter::successors(Some(low), |volume| Some(volume * step)).take(STEPS + 1).collect();
    let at = |route: &RouteCost, volume: f64| {
        let total = route.over(&Need { tokens_a_month: volume, ..*need })?;
        Some(reader.money.from_dollars(total.mid))
    };
    let lines: Vec<Line> = known
        .iter()
        .map(|route| Line {
            label: title(reader, route.route),
            points: volumes.iter().filter_map(|&volume| Some((volume, at(route, volume)?))).collect(),
            series: route.route as usize,
            ..Line::default()
        })
        .collect();
    let amounts = lines.iter().flat_map(|line| line.points.iter().map(|point| point.1));
    let label = filled(text.total_axis, &[("months", reader.plain(need.months, 3)), ("currency", currency(reader))]);
    let spec = Lines {
        x: Axis {
            low,
            high,
            is_log: true,
            label: text.volume_axis.to_owned(),
            ticks: log_ticks(low, high, 7).into_iter().map(|tick| (tick, reader.compact(tick, 1))).collect(),
        },
        y: money(reader, ends(amounts, LEAST), true, label),
        uprights: vec![(used, filled(text.your_use, &[("volume", volume(reader, used))]))],
        dots: steps.iter().filter_map(|(route, until)| Some(((*until)?, at(route, (*until)?)?))).collect(),
        columns: volumes.iter().copied().step_by(READ).collect(),
        lines,
    };
    curves(html, reader, takeaway, &spec, |tokens| volume(reader, tokens));
}

fn table(html: &mut Html, reader: &Reader, all: &[RouteCost], need: &Need) {
    let text = reader.lang.choosing();
    let in_all = filled(text.column_in_all, &[("months", reader.plain(need.months, 3))]);
    let columns = [
        text.column_route,
        text.column_fixed,
        text.column_a_million,
        &in_all,
        text.column_days,
        text.column_people,
        text.column_overtakes,
    ];
    let unknown = || (text.unknown.to_owned(), String::new());
    let cost = |band: Option<Band<f64>>| band.map_or_else(unknown, |band| amount(reader, &band));
    let api = all.iter().find(|route| route.route == Route::Api);
    let rows = all.iter().map(|route| {
        let days = |band: Band<f64>| match band.mid > 0.0 {
            true => both(reader, &band, |days, digits| reader.plain(days, digits)),
            false => (text.none.to_owned(), String::new()),
        };
        let people = |people: f64| if people > 0.0 { reader.plain(people, 3) } else { text.none.to_owned() };
        let overtakes = match api.filter(|_| route.route != Route::Api).map(|api| overtakes(route, api, need)) {
            None => "–".to_owned(),
            Some(Overtake::Always) => text.at_any_use.to_owned(),
            Some(Overtake::Never) => text.never.to_owned(),
            Some(Overtake::Above(tokens)) => filled(text.above, &[("volume", volume(reader, tokens))]),
            Some(Overtake::Below(tokens)) => filled(text.below, &[("volume", volume(reader, tokens))]),
            Some(Overtake::Unknown) => text.unknown.to_owned(),
        };
        let cells = vec![
            cost(route.fixed),
            cost(route.a_million),
            cost(route.total),
            route.days.map_or_else(unknown, days),
            (route.people.map_or_else(|| text.unknown.to_owned(), people), String::new()),
            (overtakes, String::new()),
        ];
        (title(reader, route.route), cells)
    });
    html.figures(&columns, rows);
}

/// A route's assumptions with their sources, and its risk.
fn assumed(html: &mut Html, reader: &Reader, scenario: &Scenario, route: &RouteCost, need: &Need) {
    let text = reader.lang.choosing();
    let of = |fact: &'static Fact| fact.band().map(|band| (share(reader, &band), Some(fact)));
    let price = || {
        let is_entered = scenario.get(Field::ApiPrice).is_some();
        Some((in_words(reader, amount(reader, &need.api_price?)), (!is_entered).then_some(&constants::SYNTHETIC_API_PRICE)))
    };
    let behind = match route.route {
        Route::Pretrain => None,
        Route::Continue => of(&constants::OPEN_WEIGHTS_TOKENS),
        Route::FineTune => of(&constants::TUNING_SHARE),
        Route::Lora => of(&constants::LORA_TIME),
        Route::Qlora => of(&constants::QLORA_TIME),
        Route::Distil => of(&constants::SMALLER_PARAMS),
        Route::Api => price(),
    };
    html.raw("<li>");
    html.element("strong", &title(reader, route.route));
    html.raw(" ");
    if route.route == Route::of(scenario.kind) {
        html.element("span", text.as_it_stands);
    } else if route.days.is_none() {
        html.element("span", text.not_said);
    } else if scenario.kind != Kind::Pretrain && route.route != Route::Api {
        html.element("span", text.tuned_so);
    } else {
        let (share, fact) = behind.unzip();
        html.element("span", &filled((text.assumes)(route.route), &[("share", share.unwrap_or_default())]));
        if let Some(fact) = fact.flatten() {
            html.raw(" <span class=\"fine\">");
            source(html, fact.source.citation(), fact.source.address());
            html.raw("</span>");
        }
    }
    if let Some(loss) = route.loss {
        html.raw(" ");
        let values = [("law", law(reader, scenario).to_owned()), ("loss", reader.plain(loss, 3))];
        html.element("span", &filled(text.route_loss, &values));
    }
    html.raw(" ");
    html.element("span class=\"fine\"", &filled(text.risk_is, &[("risk", (text.risk)(route.risk).to_owned())]));
    html.raw("</li>");
}
