//! Cost against time: the offers with a public price that no other beats, as a chart and a table.

use super::chips::legend;
use super::draft::{Draft, Drafts, progress};
use super::drivers::currency;
use super::html::Html;
use super::quantity::value;
use super::solver::{many, opens, terms, trying};
use super::{Reader, filled};
use crate::charts::{LogAxis, Mark, Scatter, ScatterPoint as Spot, draw_scatter, log_ticks};
use crate::state::escape;
use crate::state::view::View;
use traincost_model::analysis::frontier::{Frontier, Point, counts, most};
use traincost_model::{Alternative, Basis, Estimate, Field, Scenario, Unit};

/// Offers tried in one draft: some milliseconds.
const CHUNK: usize = 50;
/// Offers tried between two charts.
const SHOWN: usize = 350;

/// Cost against time for an estimate's scenario, in drafts. The page supplies the heading.
pub fn frontier(estimate: &Estimate, view: View, reader: Reader) -> Drafts {
    let scenario = estimate.as_measured();
    let yours = Point::of(&scenario);
    let mut frontier = Frontier::new(&scenario, &counts(&scenario));
    Box::new(move || {
        let is_done = frontier.advance(CHUNK);
        let (tried, _) = frontier.progress();
        if !is_done && tried != CHUNK && tried % SHOWN != 0 {
            return Draft::Unchanged;
        }
        let html = Results::of(&frontier, &scenario, yours).html(&reader, &view);
        if is_done { Draft::Complete(html) } else { Draft::Partial(html) }
    })
}

/// The results so far.
struct Results<'a> {
    /// The scenario that offers are applied to.
    scenario: &'a Scenario,
    /// The scenario itself as one of the points; `None` where its cost or time is unknown.
    yours: Option<Point>,
    /// The cheapest offer that beats it.
    better: Option<Point>,
    rented: Vec<Point>,
    owned: Vec<Point>,
    progress: (usize, usize),
}

impl<'a> Results<'a> {
    fn of(frontier: &Frontier, scenario: &'a Scenario, yours: Option<Point>) -> Self {
        let better = yours.and_then(|yours| frontier.beating(&yours));
        let (rented, owned, progress) = (frontier.rented(), frontier.owned(), frontier.progress());
        Self { scenario, yours, better, rented, owned, progress }
    }

    fn points(&self) -> impl Iterator<Item = &Point> {
        self.rented.iter().chain(&self.owned)
    }

    fn html(&self, reader: &Reader, view: &View) -> String {
        let text = reader.lang.solving();
        let mut html = Html::default();
        let (done, all) = self.progress;
        let (days, cash) = (|days| value(reader, Unit::Days, days, 2), |cost| reader.cash(cost, 2));
        let mut takeaway = text.axis_days.to_owned();
        if let (Some(first), Some(last)) = (self.rented.first(), self.rented.last()) {
            let ends =
                [("fast", days(first.days)), ("dear", cash(first.cost)), ("slow", days(last.days)), ("cheap", cash(last.cost))];
            takeaway = filled(text.frontier_says, &ends);
            html.paragraph(&takeaway);
        }
        if done == all {
            self.compare(&mut html, reader);
        }
        progress(&mut html, &trying(reader, done, all), self.progress);
        if self.points().next().is_some() {
            let spec = self.scatter(reader);
            let over = |index: usize, place: &str| {
                let tip = self.points().nth(index).map(|point| {
                    let values = [days(point.days), cash(point.cost)].join(reader.lang.text().comma);
                    reader.lang.labelled(&offer_text(reader, point), &values)
                });
                let tip = tip.as_deref().unwrap_or(text.yours);
                format!("<rect {place} fill=\"transparent\"><title>{}</title></rect>", escape(tip))
            };
            let height = (reader.width * 0.6).clamp(280.0, 440.0);
            html.chart_over(reader, height, &takeaway, |svg, frame| draw_scatter(svg, &spec, frame), over);
            let mut names = [""; 5];
            for point in self.points() {
                names[point.offer.basis as usize] = (reader.lang.text().alternative)(Alternative::Basis(point.offer.basis));
            }
            legend(&mut html, reader, names);
            self.table(&mut html, reader, view);
            let available = (reader.lang.text().field)(Field::Available).label.to_owned();
            let values = [("most", reader.plain(most(self.scenario), 6)), ("field", available)];
            html.element("p class=\"fine\"", &filled(text.frontier_note, &values));
        } else if done == all {
            html.paragraph(text.no_offer);
        }
        html.finish()
    }

    /// The cheapest offer that is no slower than the reader's own and needs no more money upfront.
    fn compare(&self, html: &mut Html, reader: &Reader) {
        let text = reader.lang.solving();
        let Some(yours) = self.yours else { return };
        let mut values = vec![("days", value(reader, Unit::Days, yours.days, 2)), ("cost", reader.cash(yours.cost, 2))];
        match self.better {
            Some(least) => {
                values.extend([("offer", offer_text(reader, &least)), ("least", reader.cash(least.cost, 2))]);
                html.paragraph(&filled(text.yours_beaten, &values));
            }
            None => html.paragraph(&filled(text.yours_stands, &values)),
        }
    }

    fn scatter(&self, reader: &Reader) -> Scatter {
        let text = reader.lang.solving();
        let shown = |dollars: f64| reader.money.from_dollars(dollars);
        let mut named = None;
        let points: Vec<Spot> = self
            .points()
            .map(|point| Spot {
                x: point.days,
                y: shown(point.cost),
                // The first point of an accelerator carries its name.
                label: match named.replace(point.offer) == Some(point.offer) {
                    true => String::new(),
                    false => reader.lang.accelerator(point.offer.accelerator).to_owned(),
                },
                hollow: point.offer.basis == Basis::Own,
                emphasised: point.offer.basis != Basis::Own,
                series: point.offer.basis as usize,
            })
            .collect();
        let you = self.yours.map(|yours| Mark {
            x: yours.days,
            y: shown(yours.cost),
            y_low: shown(yours.cost),
            y_high: shown(yours.cost),
            label: text.yours.to_owned(),
        });
        let all = || points.iter().map(|spot| (spot.x, spot.y)).chain(you.iter().map(|you| (you.x, you.y)));
        let axis = |of: &dyn Fn((f64, f64)) -> f64, label: String, format: &dyn Fn(f64) -> String| {
            let low = all().map(of).fold(f64::INFINITY, f64::min) / 1.3;
            let high = all().map(of).fold(0.0, f64::max) * 1.3;
            LogAxis { low, high, label, ticks: log_ticks(low, high, 7).into_iter().map(|tick| (tick, format(tick))).collect() }
        };
        Scatter {
            x: axis(&|spot| spot.0, text.axis_days.to_owned(), &|days| reader.plain(days, 2)),
            y: axis(&|spot| spot.1, filled(text.axis_cost, &[("currency", currency(reader))]), &|amount| {
                reader.cash(amount / shown(1.0), 2)
            }),
            line: self.rented.iter().map(|point| (point.days, shown(point.cost))).collect(),
            points,
            you,
            ..Scatter::default()
        }
    }

    fn table(&self, html: &mut Html, reader: &Reader, view: &View) {
        let text = reader.lang.solving();
        html.raw("<div class=\"table-holder stacked\"><table><thead><tr>");
        for (class, head) in [
            ("", text.column_offer),
            ("", text.column_terms),
            (" class=\"number\"", text.column_days),
            (" class=\"number\"", text.column_total),
            (" class=\"number\"", text.column_upfront),
            (" class=\"number\"", text.column_carbon),
        ] {
            html.raw(&format!("<th scope=\"col\"{class}>{}</th>", escape(head)));
        }
        html.raw("</tr></thead><tbody>");
        for point in self.points() {
            let mut scenario = point.offer.apply_to(self.scenario);
            // Within the limits of the field, as are all counts tried.
            let _ = scenario.set(Field::Count, Some(point.count));
            html.raw("<tr><th scope=\"row\">");
            html.element(&opens(scenario, view), &many(reader, &point.offer, point.count));
            let label = |column: &str| format!(" data-label=\"{}\"", escape(column));
            html.raw(&format!("</th><td{}>{}</td>", label(text.column_terms), escape(&terms(reader, &point.offer))));
            let upfront = if point.offer.basis == Basis::Own { reader.cash(point.upfront, 2) } else { "–".to_owned() };
            let carbon = point
                .carbon
                .map_or_else(|| reader.lang.text().unknown.to_owned(), |carbon| value(reader, Unit::KilogramsCo2, carbon, 2));
            for (column, cell) in [
                (text.column_days, value(reader, Unit::Days, point.days, 2)),
                (text.column_total, reader.cash(point.cost, 2)),
                (text.column_upfront, upfront),
                (text.column_carbon, carbon),
            ] {
                html.raw(&format!("<td class=\"number\"{}>{}</td>", label(column), escape(&cell)));
            }
            html.raw("</tr>");
        }
        html.raw("</tbody></table></div>");
    }
}

/// The hardware and terms of a point.
fn offer_text(reader: &Reader, point: &Point) -> String {
    format!("{} · {}", many(reader, &point.offer, point.count), terms(reader, &point.offer))
}

#[cfg(test)]
mod tests {
    use super::super::finish;
    use super::*;
    use traincost_locales::{Currency, Lang, Money};
    use traincost_model::catalog::PresetId;
    use traincost_model::estimate;

    fn reader(lang: Lang) -> Reader {
        Reader { lang, money: Money { currency: Currency::Cny, cny_per_usd: 7.2 }, dark: true, width: 320.0 }
    }

    #[test]
    fn the_line_falls_and_each_of_its_rows_opens() {
        let scenario = Scenario::from_preset(PresetId::DEFAULT);
        for lang in Lang::ALL {
            let html = finish(frontier(&estimate(&scenario), View::default(), reader(lang)));
            assert!(html.contains("<svg") && html.matches("<a href=\"./?v=1").count() > 3, "{html}");
            assert!(!html.contains("NaN") && !html.contains("<progress"), "{html}");
        }
    }

    #[test]
    fn it_shows_what_stands_and_takes_no_more_accelerators_than_there_are() {
        let mut scenario = Scenario::from_preset(PresetId::from_id("llama-7b").expect("a preset"));
        scenario.set(Field::Available, Some(100.0)).expect("a number");
        let mut parts = frontier(&estimate(&scenario), View::default(), reader(Lang::En));
        assert!(matches!(parts(), Draft::Partial(html) if html.contains("<progress")));
        let html = finish(parts);
        assert!(html.contains(">100 × ") && !html.contains(">128 × "), "{html}");
    }
}
