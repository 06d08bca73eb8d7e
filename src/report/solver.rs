//! The best model within a budget and a deadline: on the reader's own hardware, and on the best offer with a public price.

use super::draft::{Draft, Drafts, progress};
use super::html::{Column, Html};
use super::plan::layout;
use super::quantity::value;
use super::{Reader, filled};
use crate::state::view::View;
use crate::state::{countries_by_name, escape, link};
use traincost_model::analysis::frontier::Offer;
use traincost_model::analysis::solve::{Infeasible, Search, Solution, USUAL_DAYS, Wish};
use traincost_model::catalog::RegionId;
use traincost_model::estimate::planned;
use traincost_model::{Alternative, Basis, Estimate, Field, Figure, MfuFrom, Pays, Scenario, Unit};

/// Offers tried in one draft: about ten milliseconds.
const CHUNK: usize = 4;
/// Offers tried between two updates of the progress bar.
const SHOWN: usize = 64;

/// The best model for a budget and a deadline: on the estimate's own hardware at once, then on the best offer. Without a budget, for the cost of the
/// scenario itself. The page supplies the heading.
pub fn solver(estimate: &Estimate, view: View, reader: Reader) -> Drafts {
    let scenario = estimate.as_measured();
    let mut wish = Wish::of(&scenario);
    let mut own_total = None;
    if wish.budget.is_none() && wish.days.is_none() {
        own_total = estimate.figure(Figure::Total).map(|total| total.mid);
        wish = Wish { budget: own_total, pays: Pays::Project, ..wish };
    }
    let search = Search::new(&scenario, wish);
    let mut solved = Solved { scenario, view, reader, wish, own_total, search };
    let mut is_new = true;
    Box::new(move || {
        let is_done = solved.search.advance(if std::mem::take(&mut is_new) { 0 } else { CHUNK });
        match solved.search.progress() {
            _ if is_done => Draft::Complete(solved.html()),
            (tried, _) if tried % SHOWN == 0 => Draft::Partial(solved.html()),
            _ => Draft::Unchanged,
        }
    })
}

/// The results so far.
struct Solved {
    /// The scenario that offers are applied to.
    scenario: Scenario,
    view: View,
    reader: Reader,
    wish: Wish,
    /// The total cost of the scenario, where that is its budget.
    own_total: Option<f64>,
    search: Search,
}

impl Solved {
    fn html(&self) -> String {
        let Self { reader, .. } = self;
        let text = reader.lang.solving();
        let mut html = Html::default();
        if self.wish.days.is_none() && (self.wish.budget.is_none() || self.own_total.is_some()) {
            html.paragraph(text.enter_limit);
            html.raw("<p class=\"act\">");
            for (field, label) in [(Field::Budget, text.to_budget), (Field::Deadline, text.to_deadline)] {
                let id = field.id();
                // The page restores the focus by id when the next draft replaces this one.
                html.element(&format!("button type=\"button\" id=\"go-{id}\" data-go=\"{id}\""), label);
                html.raw(" ");
            }
            html.raw("</p>");
        }
        if let Some(total) = self.own_total {
            html.paragraph(&filled(text.own_total, &[("cost", reader.cash(total, 2))]));
        }
        let (own, best, (tried, all)) = (self.search.own(), self.search.best(), self.search.progress());
        match &own {
            Ok(own) => html.paragraph(&filled(text.best_says, &self.values(own, &Offer::of(&self.scenario)))),
            // A sentence above names the missing input.
            Err(Infeasible::NoLimit) => {}
            Err(reason) => html.paragraph(&self.why(reason)),
        }
        if let Some((offer, best)) = &best {
            html.paragraph(&filled(text.better_says, &self.values(best, offer)));
        } else if tried == all && all > 0 {
            let template = if own.is_ok() { text.none_better } else { text.none_at_all };
            html.paragraph(&filled(template, &[("count", reader.plain(all as f64, 4))]));
        }
        progress(&mut html, &trying(reader, tried, all), (tried, all));
        if own.is_ok() || best.is_some() {
            self.table(&mut html);
        }
        html.element("p class=\"fine\"", &filled(text.solver_note, &[("days", reader.plain(USUAL_DAYS, 3))]));
        html.finish()
    }

    /// The values of a solution for sentences.
    fn values(&self, solution: &Solution, offer: &Offer) -> Vec<(&'static str, String)> {
        let reader = &self.reader;
        vec![
            ("params", reader.compact(solution.params, 2)),
            ("tokens", reader.compact(solution.tokens, 2)),
            ("hardware", many(reader, offer, solution.accelerators)),
            ("offer", format!("{} · {}", many(reader, offer, solution.accelerators), terms(reader, offer))),
            ("days", value(reader, Unit::Days, solution.days, 2)),
            ("cost", reader.cash(solution.total(), 2)),
            ("loss", reader.plain(solution.loss, 3)),
        ]
    }

    fn table(&self, html: &mut Html) {
        let Self { reader, .. } = self;
        let text = reader.lang.solving();
        let own = self.search.own().ok().map(|own| (text.column_yours, Offer::of(&self.scenario), own));
        let best = self.search.best().map(|(offer, best)| (text.column_best, offer, best));
        let solutions: Vec<_> = own.into_iter().chain(best).collect();
        let columns: Vec<_> =
            std::iter::once(Column::Words("")).chain(solutions.iter().map(|(name, ..)| Column::Number(name))).collect();
        let row = |name: &str, format: &dyn Fn(&Offer, &Solution) -> String| {
            let cells = solutions.iter().map(|(_, offer, one)| format(offer, one));
            ("", std::iter::once(name.to_owned()).chain(cells).collect::<Vec<_>>())
        };
        let cost = if self.wish.pays == Pays::Project { text.row_project } else { text.row_run };
        let law = filled(text.row_loss, &[("law", law(reader, &self.scenario).to_owned())]);
        let mut rows = vec![
            row(text.row_offer, &|offer, _| format!("{} · {}", reader.lang.accelerator(offer.accelerator), terms(reader, offer))),
            row(text.row_params, &|_, one| reader.compact(one.params, 2)),
            row(text.row_tokens, &|_, one| reader.compact(one.tokens, 2)),
            row(text.row_count, &|_, one| reader.plain(one.accelerators, 7)),
            row(text.column_days, &|_, one| value(reader, Unit::Days, one.days, 2)),
            row(cost, &|_, one| reader.cash(one.cost, 2)),
            row(&law, &|_, one| reader.plain(one.loss, 3)),
        ];
        // A plan search for each interim best would slow the search of offers.
        if matches!(self.search.progress(), (tried, all) if tried == all) {
            rows.push(row(text.row_plan, &|_, one| self.plan(&one.scenario)));
        }
        if self.wish.served > 0.0 {
            rows.insert(6, row(text.row_serving, &|_, one| reader.cash(one.serving, 2)));
        }
        html.table(&columns, rows);
        html.raw("<ul class=\"fine\">");
        for (place, (name, _, one)) in solutions.iter().enumerate() {
            html.raw("<li>");
            html.element("span", name);
            html.raw(" · ");
            html.element(&format!("{} id=\"solved-{place}\"", opens(one.scenario, &self.view)), text.open);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    /// The best plan of a scenario in short, with its MFU; a dash where no plan fits.
    fn plan(&self, scenario: &Scenario) -> String {
        let reader = &self.reader;
        let text = planned::plan(scenario)
            .map(|planned| [layout(reader, &planned.best.plan), reader.percent(planned.mfu.mid, 2)].join(reader.text().comma));
        text.unwrap_or_else(|_| "–".to_owned())
    }

    /// Adds the reason why no model can be trained, and a remedy.
    fn why(&self, reason: &Infeasible) -> String {
        let Self { reader, .. } = self;
        let text = reader.lang.solving();
        match reason {
            Infeasible::NoLimit => text.enter_limit.to_owned(),
            Infeasible::NotANumber => text.not_a_number.to_owned(),
            Infeasible::OtherKind => text.other_kind.to_owned(),
            Infeasible::PriceUnknown => text.price_unknown.to_owned(),
            Infeasible::SpeedUnknown => text.speed_unknown.to_owned(),
            Infeasible::Budget { least } => {
                let short = filled(text.budget_short, &[("least", reader.cash(*least, 2))]);
                if self.wish.pays == Pays::Project { format!("{short} {}", text.run_alone) } else { short }
            }
            Infeasible::Days { least } => filled(text.days_short, &[("least", value(reader, Unit::Days, *least, 2))]),
        }
    }
}

/// The name of the law that a scenario chooses.
pub(super) fn law(reader: &Reader, scenario: &Scenario) -> &'static str {
    let own = [Field::LawIrreducible, Field::LawSize, Field::LawSizeExponent, Field::LawData, Field::LawDataExponent];
    let is_own = own.into_iter().any(|field| scenario.get(field).is_some());
    if is_own { reader.lang.solving().own_law } else { (reader.lang.text().alternative)(Alternative::Law(scenario.law)) }
}

/// The number of offers tried so far.
pub(super) fn trying(reader: &Reader, done: usize, all: usize) -> String {
    let count = |count: usize| reader.plain(count as f64, 4);
    filled(reader.lang.solving().trying, &[("done", count(done)), ("all", count(all))])
}

/// A count of an offer's accelerators, as text.
pub(super) fn many(reader: &Reader, offer: &Offer, count: f64) -> String {
    format!("{} × {}", reader.plain(count, 7), reader.lang.accelerator(offer.accelerator))
}

/// The terms of an offer: payment and provider, or the region of owned hardware.
pub(super) fn terms(reader: &Reader, offer: &Offer) -> String {
    let name = reader.lang.text().alternative;
    let from = match offer.basis {
        Basis::Own => region(reader, offer.region),
        _ => name(Alternative::Provider(offer.provider)).to_owned(),
    };
    format!("{} · {from}", name(Alternative::Basis(offer.basis)))
}

/// A region's name; its code where no browser knows the name.
fn region(reader: &Reader, region: RegionId) -> String {
    let is_country = region != RegionId::WORLD;
    let code = region.get().iso2;
    let names = if cfg!(target_arch = "wasm32") && is_country { countries_by_name(reader.lang, &[code]) } else { Vec::new() };
    let unnamed = || (reader.lang.text().alternative)(Alternative::Region(region)).to_owned();
    names.into_iter().next().map_or_else(unnamed, |(_, name)| name)
}

/// The tag of a link that opens a scenario in the reader's view. A computed MFU is in the link as if entered: computed anew it would differ, and
/// with it the figures of this report.
pub(super) fn opens(mut scenario: Scenario, view: &View) -> String {
    if scenario.get(Field::DenseMfu).is_some() {
        scenario.mfu_from = MfuFrom::Entered;
    }
    format!("a href=\"./?{}\"", escape(&link::encode(&scenario, view)))
}

#[cfg(test)]
mod tests {
    use super::super::finish;
    use super::*;
    use traincost_locales::{Currency, Lang, Money};
    use traincost_model::catalog::PresetId;
    use traincost_model::{Kind, estimate};

    fn written(lang: Lang, entered: &[(Field, f64)], change: impl FnOnce(&mut Scenario)) -> String {
        let mut scenario = Scenario::from_preset(PresetId::from_id("llama-7b").expect("a preset"));
        change(&mut scenario);
        for (field, value) in entered {
            scenario.set(*field, Some(*value)).expect("a value");
        }
        let money = Money { currency: Currency::Usd, cny_per_usd: 7.2 };
        let reader = Reader { lang, money, dark: false, width: 640.0 };
        let html = finish(solver(&estimate(&scenario), View::default(), reader));
        assert!(!html.contains("NaN") && !html.contains("inf") && !html.contains('{'), "{html}");
        html
    }

    #[test]
    fn a_budget_buys_a_model_and_says_which() {
        for lang in Lang::ALL {
            let html = written(lang, &[(Field::Budget, 1e5), (Field::Deadline, 30.0)], |_| {});
            assert!(html.contains("<table>") && html.contains("a href=\"./?v=1"), "{html}");
            assert!(html.contains(lang.solving().column_best), "something beats an A100 on demand");
        }
    }

    #[test]
    fn without_a_limit_it_asks_for_one_and_takes_the_total() {
        let html = written(Lang::En, &[], |_| {});
        assert!(html.contains("data-go=\"budget\"") && html.contains("For example") && html.contains("<table>"), "{html}");
    }

    #[test]
    fn what_cannot_be_says_what_would_change_it() {
        let cent = written(Lang::En, &[(Field::Budget, 0.01)], |scenario| scenario.pays = Pays::Project);
        assert!(cent.contains("raise the budget") && cent.contains("final run alone") && !cent.contains("<table>"), "{cent}");
        let tuned = written(Lang::En, &[(Field::Budget, 1e5)], |scenario| scenario.kind = Kind::Lora);
        assert!(tuned.contains("pretraining alone"), "{tuned}");
    }
}
