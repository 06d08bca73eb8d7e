//! Reports: all text escaped, all numbers finite, and the same structure in every language.
#![allow(clippy::unwrap_used, missing_docs)]

use traincost::report::{
    Context, Reader, Today, book, chips, claims, explain, formulas, method, plan, rent_or_buy, routes, runs, spending,
    validation, years,
};
use traincost_locales::{Currency, Lang, Money};
use traincost_model::catalog::{AcceleratorId, PresetId};
use traincost_model::estimate::{estimate, estimate_all, planned};
use traincost_model::{Basis, Estimate, Field, Figure, Kind, MfuFrom, Scenario};

const LOOKS: [(Currency, bool, f64); 3] =
    [(Currency::Usd, false, 640.0), (Currency::Cny, true, 320.0), (Currency::Usd, false, 0.0)];

fn looks(lang: Lang) -> impl Iterator<Item = Reader> {
    LOOKS.into_iter().map(move |(currency, dark, width)| Reader {
        lang,
        money: Money { currency, cny_per_usd: 7.1 },
        dark,
        width,
    })
}

/// The tags in order, without their contents; attributes of drawings differ with the width of texts.
fn structure(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap()).filter(|tag| !DRAWN.contains(tag)).collect()
}

/// Tags of drawings, whose number depends on the room that texts leave.
const DRAWN: &[&str] = &["rect", "polyline", "polygon", "circle", "text", "/text"];

/// The words of a text without its tags.
fn words(html: &str) -> impl Iterator<Item = &str> {
    let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    texts.flat_map(|text| text.split(|character: char| !character.is_alphanumeric()))
}

/// Every tag closed, every `&` an entity, every number finite, every name in braces replaced.
fn check(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let (tag, rest) = tag.split_once('>').expect("a tag ends");
        assert!(!rest.contains('>') || rest.starts_with('>'), "stray > in {rest}");
        let name = tag.split([' ', '/']).next().unwrap();
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None if tag.ends_with('/') => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, [""; 0]);
    for after in html.split('&').skip(1) {
        assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| after.starts_with(entity)), "unescaped & before {after:.20}");
    }
    for wrong in ["NaN", "∞", "{", "}", "-0%"] {
        assert!(!html.contains(wrong), "{wrong} in {html}");
    }
    // As a whole word, since "infrastructure" contains it.
    assert!(!words(html).any(|word| word == "inf"), "inf in {html}");
}

/// Writes a report in every language and theme, checks it, and checks that the languages agree on its structure.
fn check_all(write: impl Fn(&Reader) -> String) {
    let written = Lang::ALL.map(|lang| looks(lang).map(|reader| write(&reader)).collect::<Vec<_>>());
    let [first, others @ ..] = &written;
    for html in written.iter().flatten() {
        check(html);
    }
    for other in others {
        for (one, other) in first.iter().zip(other) {
            assert_eq!(structure(one), structure(other));
        }
    }
}

#[test]
fn runs_are_a_table() {
    check_all(runs);
}

#[test]
fn validation_names_every_corpus_and_peer() {
    check_all(validation);
    for reader in looks(Lang::En) {
        let html = validation(&reader);
        for said in [
            "Calculon 12.9%",
            "vTrain 14.7%",
            "Calculon 3.65%",
            "Selene",
            "llm-foundry",
            "Where we are wrong",
            "DBRX ×",
            "<svg role=\"img\"",
            "BLOOM",
            "distilled from",
        ] {
            assert!(html.contains(said), "{said}");
        }
        assert!(!html.contains("_a100_"), "a corpus without a name");
    }
}

/// Writes the plan of a scenario in every language and theme, and returns the English one.
fn check_plan(scenario: &Scenario) -> String {
    let outcome = planned::plan(scenario);
    check_all(|reader| plan(scenario, &outcome, reader));
    looks(Lang::En).map(|reader| plan(scenario, &outcome, &reader)).next().unwrap()
}

fn preset(id: &str, count: f64) -> Scenario {
    let mut scenario = Scenario::from_preset(PresetId::from_id(id).unwrap());
    scenario.set(Field::Count, Some(count)).unwrap();
    scenario
}

#[test]
fn every_preset_has_a_plan_in_words_or_says_why_not() {
    for id in PresetId::all() {
        let scenario = Scenario::from_preset(id);
        let html = check_plan(&scenario);
        assert!(html.contains("MFU") || html.contains("No plan"), "{}: {html}", id.get().id);
    }
}

#[test]
fn a_found_plan_says_what_it_is() {
    let html = check_plan(&preset("gpt-3", 1_024.0));
    for said in
        ["% MFU", "usable GiB", "Matrix multiplications", "Weights", "<svg role=\"img\"", "runners-up", "usual MFU of such runs"]
    {
        assert!(html.contains(said), "{said} in {html}");
    }
}

#[test]
fn the_plan_says_whose_mfu_the_estimate_has() {
    let mut scenario = preset("gpt-3", 1_024.0);
    scenario.mfu_from = MfuFrom::Computed;
    assert!(check_plan(&scenario).contains("For an estimate"));
    scenario.set(Field::DenseMfu, Some(0.5)).unwrap();
    assert!(check_plan(&scenario).contains("the 50% MFU that you entered"));
}

#[test]
fn what_does_not_fit_has_a_remedy() {
    let html = check_plan(&preset("gpt-3", 8.0));
    assert!(html.contains("No plan fits") && html.contains("One change would make it fit"), "{html}");
}

#[test]
fn any_accelerator_kind_and_count_can_be_said() {
    for accelerator in AcceleratorId::all() {
        for (kind, count) in [(Kind::Pretrain, 1.0), (Kind::FineTune, 60.0), (Kind::Lora, 7.0), (Kind::Pretrain, 1_000.0)] {
            let mut scenario = preset("llama-2-7b", count);
            (scenario.accelerator, scenario.kind) = (accelerator, kind);
            scenario.set(Field::Batch, (kind == Kind::FineTune).then_some(1e5)).unwrap();
            check_plan(&scenario);
        }
    }
}

/// A preset's scenario on rented or owned hardware.
fn paid(id: &str, basis: Basis) -> Scenario {
    let mut scenario = Scenario::from_preset(PresetId::from_id(id).unwrap());
    scenario.basis = basis;
    scenario
}

#[test]
fn every_figure_is_explained_in_both_languages() {
    for id in ["gpt-3", "deepseek-v3", "llama-2-7b"] {
        for basis in [Basis::OnDemand, Basis::Own] {
            let estimate = estimate_all(&paid(id, basis), None);
            let asked = Context { today: Today::read("2026-11-23"), query: "v=1&p=gpt-3&lang=en" };
            for figure in Figure::ALL {
                check_all(|reader| {
                    let html = explain(&estimate, *figure, &asked, reader);
                    assert_eq!(html.matches("<dt>").count(), 3, "{id}, {}, {}: {html}", basis.id(), figure.id());
                    html
                });
            }
        }
    }
}

#[test]
fn what_a_figure_is_made_of_can_be_asked_in_turn() {
    for basis in [Basis::OnDemand, Basis::Own] {
        let estimate = estimate_all(&paid("gpt-3", basis), None);
        let reader = looks(Lang::En).next().unwrap();
        for figure in Figure::ALL {
            let html = explain(&estimate, *figure, &Context { today: Today::of_data(), query: "" }, &reader);
            for asked in html.split("data-explain=\"").skip(1) {
                let id = asked.split('"').next().unwrap();
                assert!(Figure::from_id(id).is_some(), "{id} in {}", figure.id());
                assert!(html.contains(&format!("data-explains=\"{id}\"")), "{id} has no place in {}", figure.id());
                assert_ne!(id, figure.id(), "{id} is made of itself");
            }
        }
    }
}

#[test]
fn a_source_can_be_reported_with_all_that_is_needed() {
    let estimate = estimate_all(&paid("gpt-3", Basis::OnDemand), None);
    let asked = Context { today: Today::read("2033-11-23"), query: "v=1&p=gpt-3&t=1T" };
    for reader in Lang::ALL.into_iter().flat_map(looks) {
        let html = explain(&estimate, Figure::RentFinal, &asked, &reader);
        let report = html.split("<pre>").nth(1).and_then(|rest| rest.split("</pre>").next()).expect("a report");
        assert!(report.contains("?v=1&amp;p=gpt-3&amp;t=1T"), "{report}");
        assert!(html.contains("<a href=\"http"), "{html}");
        assert!(html.contains("class=\"badge\""), "seven years on a price is old: {html}");
    }
}

#[test]
fn chips_are_a_chart_and_a_table_with_the_unknown_said() {
    check_all(chips);
    let html = looks(Lang::En).map(|reader| chips(&reader)).next().unwrap();
    assert_eq!(html.matches("<th scope=\"row\">").count(), AcceleratorId::all().count());
    let row = |name: &str| html.split("<tr>").find(|row| row.contains(&format!(">{name}<"))).unwrap();
    assert!(row("Ascend 910C").contains("unknown"), "{}", row("Ascend 910C"));
    assert!(row("H100 SXM 80GB").contains("1.41"), "{}", row("H100 SXM 80GB"));
    assert!(row("MLU590").contains("unverified"), "{}", row("MLU590"));
    assert!(html.contains("doubles every"), "no trend");
}

/// A claim made in RMB appears in RMB in every language, with its dollars.
#[test]
fn claims_in_rmb_show_rmb() {
    for lang in Lang::ALL {
        let html = claims(&looks(lang).next().unwrap());
        let [usd, cny] = [Currency::Usd, Currency::Cny].map(|currency| currency.sign(lang));
        let of = |id: &str| html.split("<article").find(|one| one.contains(&format!("id=\"{id}\""))).unwrap().to_owned();
        for id in ["baidu", "own-cluster"] {
            assert!(of(id).contains(usd) && of(id).replace(usd, "").contains(cny), "{}", of(id));
        }
        assert!(["¥", "万元", "亿元", "萬元", "億元"].iter().all(|rmb| !of("gpt-4").contains(rmb)), "{}", of("gpt-4"));
    }
}

#[test]
fn pages_of_their_own_are_whole_in_every_language() {
    check_all(method);
    check_all(formulas);
    check_all(claims);
    for html in Lang::ALL.map(|lang| claims(&looks(lang).next().unwrap())) {
        let ids: Vec<&str> = html.split("id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut different = ids.clone();
        different.sort_unstable();
        different.dedup();
        assert!(ids.len() == different.len() && ids.len() >= 13, "{ids:?}");
    }
}
/// The explanation of a figure in English.
fn explained(estimate: &Estimate, figure: Figure) -> String {
    explain(estimate, figure, &Context { today: Today::of_data(), query: "" }, &looks(Lang::En).next().unwrap())
}

#[test]
fn an_explanation_begins_with_why() {
    let estimate = estimate_all(&paid("gpt-3", Basis::OnDemand), None);
    for (figure, why) in [
        (Figure::Total, "% of it is compute, rented; "),
        (Figure::RentFinal, "M is accelerator-hours of the final run ("),
        (Figure::People, "All of it is team during the project."),
        (Figure::Annotation, "Zero, because “demonstrations” is 0 (the preset)."),
        (Figure::Hardware, "Zero on these terms."),
    ] {
        let html = explained(&estimate, figure);
        let said = html.split("<p class=\"why\">").nth(1).and_then(|rest| rest.split("</p>").next()).expect("why");
        assert!(said.contains(why), "{}: {said}", figure.id());
    }
}

#[test]
fn an_explanation_has_the_units_of_its_tile() {
    let estimate = estimate_all(&paid("gpt-3", Basis::OnDemand), None);
    let html = explained(&estimate, Figure::Carbon);
    assert!(html.contains(" kt CO₂e") && html.contains(" GWh") && !html.contains("K t") && !html.contains("M kWh"), "{html}");
}

#[test]
fn parts_that_are_nothing_are_folded_away() {
    let estimate = estimate_all(&paid("gpt-3", Basis::OnDemand), None);
    let html = explained(&estimate, Figure::Data);
    let (seen, folded) = html.split_once("<details class=\"nothing\">").expect("a fold");
    assert!(folded.contains("<summary>11 more, zero here</summary>"), "{folded}");
    assert!(seen.contains("gathering and cleaning text") && !seen.contains("licences"), "{seen}");
}

#[test]
fn an_mfu_from_a_plan_says_how_it_was_searched() {
    let mut scenario = preset("gpt-3", 1_024.0);
    scenario.mfu_from = MfuFrom::Computed;
    let planned = planned::plan(&scenario).unwrap();
    let html = explained(&estimate_all(&scenario, Some(planned.mfu)), Figure::Mfu);
    for said in ["exhaustive", "no random seed", "96 layers", "1,024 × ", "Plans evaluated"] {
        assert!(html.contains(said), "{said} in {html}");
    }
    assert!(!explained(&estimate_all(&scenario, None), Figure::Mfu).contains("exhaustive"));
}

/// Writes routes, renting or buying, and years of a scenario in every language and theme; returns the English ones.
fn chosen(scenario: &Scenario) -> [String; 3] {
    let today = Today::read("2026-11-28");
    let estimate = estimate(scenario);
    check_all(|reader| routes(&estimate, reader));
    check_all(|reader| rent_or_buy(scenario, reader));
    check_all(|reader| years(&estimate, today, reader));
    let reader = looks(Lang::En).next().unwrap();
    [routes(&estimate, &reader), rent_or_buy(scenario, &reader), years(&estimate, today, &reader)]
}

#[test]
fn every_choice_can_be_said_of_every_preset_and_accelerator() {
    for id in PresetId::all() {
        let [routes, _, years] = chosen(&Scenario::from_preset(id));
        assert!(routes.contains("Cheapest for"), "{routes}");
        assert!(years.contains("<svg") || years.contains("nobody knows"), "{years}");
    }
    for accelerator in AcceleratorId::all() {
        let scenario = Scenario::from_preset(PresetId::DEFAULT).with(|scenario| scenario.accelerator = accelerator);
        check_all(|reader| rent_or_buy(&scenario, reader));
        let rent = rent_or_buy(&scenario, &looks(Lang::En).next().unwrap());
        assert!(rent.contains("<svg") || rent.contains("Nothing to compare"), "{rent}");
    }
}

#[test]
fn choices_at_their_ends_are_said() {
    let default = Scenario::from_preset(PresetId::DEFAULT);
    for (field, value) in [
        (Field::Volume, 0.0),
        (Field::Volume, 1.0),
        (Field::Volume, 1e18),
        (Field::ServiceMonths, 0.0),
        (Field::ServiceMonths, 600.0),
        (Field::ApiPrice, 0.0),
        (Field::ApiPrice, 1e6),
        (Field::Utilisation, 0.01),
        (Field::RentDecline, 0.9),
        (Field::HardwareDecline, 0.9),
        (Field::Price, 0.0),
        (Field::Price, 1e4),
        (Field::ChipPrice, 0.0),
        (Field::HardwareRate, 0.1),
        (Field::HardwareRate, 100.0),
        (Field::AlgorithmHalving, 0.5),
        (Field::FrontierRate, 100.0),
        (Field::PriceRate, 10.0),
    ] {
        let mut scenario = default;
        // A value that a field refuses never gets this far.
        if scenario.set(field, Some(value)).is_ok() {
            chosen(&scenario);
        }
    }
}

#[test]
fn choices_say_what_they_rest_on() {
    let [routes, rent, years] = chosen(&Scenario::from_preset(PresetId::DEFAULT));
    for said in ["An API", "up to", "beyond", "Risk:", "data-label=\"Before serving\"", "<svg role=\"img\""] {
        assert!(routes.contains(said), "{said} in {routes}");
    }
    for said in ["utilisation", "Bought, less resale", "If sold", "25%", "<svg role=\"img\""] {
        assert!(rent.contains(said), "{said} in {rent}");
    }
    for said in ["in 2029", ">2036<", "The largest run", "×1.32 (×1.26 to ×1.5)", "arxiv.org", "<svg role=\"img\""] {
        assert!(years.contains(said), "{said} in {years}");
    }
    let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
    scenario.set(Field::HardwareRate, Some(2.0)).unwrap();
    scenario.set(Field::ApiPrice, Some(3.0)).unwrap();
    let [routes, _, years] = chosen(&scenario);
    assert!(years.contains("×2") && years.contains(">yours<"), "{years}");
    assert!(routes.contains("A million tokens cost $3."), "{routes}");
}

/// Writes the spending of a scenario in every language and theme, and returns the English one.
fn spent(scenario: &Scenario) -> String {
    let estimate = estimate(scenario);
    check_all(|reader| spending(&estimate, reader));
    spending(&estimate, &looks(Lang::En).next().unwrap())
}

#[test]
fn spending_of_every_preset_is_a_chart_and_a_table() {
    for id in PresetId::all() {
        for basis in [Basis::OnDemand, Basis::Own] {
            let scenario = Scenario::from_preset(id).with(|scenario| scenario.basis = basis);
            let html = spent(&scenario);
            let is_known = estimate(&scenario).figure(Figure::Total).is_some();
            assert_eq!(html.contains("<svg role=\"img\"") && html.contains("<table>"), is_known, "{}: {html}", id.get().id);
            assert_eq!(html.contains("nobody knows"), !is_known, "{html}");
        }
    }
}

#[test]
fn spending_has_a_row_for_each_month_quarter_or_year() {
    for (months, rows, last) in
        [(0.0, 3, "3"), (18.0, 18, "18"), (24.5, 9, "25"), (30.0, 10, "28 to 30"), (600.0, 50, "589 to 600")]
    {
        let mut scenario = Scenario::from_preset(PresetId::DEFAULT);
        scenario.set(Field::Months, Some(months)).unwrap();
        let html = spent(&scenario);
        assert_eq!(html.matches("<th scope=\"row\">").count(), rows, "{months}: {html}");
        assert!(html.contains(&format!("<th scope=\"row\">{last}</th>")), "{months}: {html}");
    }
}

#[test]
fn spending_of_an_owner_begins_with_the_purchase() {
    let [rented, owned] = [Basis::OnDemand, Basis::Own].map(|basis| spent(&paid("gpt-3", basis)));
    assert!(owned.contains("at the start of the project") && owned.contains("Depreciation and the cost of capital"), "{owned}");
    assert!(!rented.contains("Depreciation") && rented.contains("Final run starts"), "{rented}");
}

#[test]
fn no_clock_gives_an_absurd_year_or_a_number_that_is_none() {
    let estimate = estimate_all(&Scenario::from_preset(PresetId::DEFAULT), None);
    let reader = looks(Lang::En).next().unwrap();
    let clocks = || (1970..=9999).flat_map(|year| ["01", "06", "12"].map(|month| format!("{year}-{month}-15")));
    let mut days: Vec<Today> = clocks().map(|text| Today::read(&text)).collect();
    days.sort_unstable();
    days.dedup();
    let data = Today::of_data().year();
    for today in days {
        check_all(|reader| years(&estimate, today, reader));
        let html = years(&estimate, today, &reader);
        for year in html.split(|one: char| !one.is_ascii_digit()).filter_map(|digits| digits.parse().ok()) {
            let is_year = html.contains(&format!("<th scope=\"row\">{year}</th>"));
            assert!(!is_year || (data - 3..=data + 10).contains(&year), "{year} at {today:?}");
        }
        for &figure in Figure::ALL {
            let html = explain(&estimate, figure, &Context { today, query: "" }, &reader);
            check(&html);
            let ages = html.match_indices(" years old").filter_map(|(at, _)| html[..at].rsplit('>').next()?.parse::<f64>().ok());
            for age in ages {
                assert!(age > 0.0 && age < 40.0, "{figure:?} at {today:?}: {age} years old");
            }
        }
    }
}

#[test]
fn the_worker_takes_any_date() {
    for date in ["1970-01-01", "2001-09-09", "2060-01-01", "9999-12-31", "+010000-01-01", "-000001-01-01", "", "today"] {
        for (section, figure) in [("years", ""), ("explanation", "total")] {
            let answer = traincost::report::answer(format!("1\n{section}\n{figure}\n640\nlight\n\n{date}\np=gpt-3"));
            let html = answer.split('\n').skip(4).collect::<Vec<_>>().join("\n");
            assert!(!html.is_empty(), "{section} at {date}: {answer}");
            check(&html);
        }
    }
}

/// The price book of a text in every language and look, and whether its structure is the same in all.
fn books(fault: &str, content: &str) -> Vec<String> {
    let books: Vec<String> =
        Lang::ALL.into_iter().flat_map(looks).map(|reader| book(fault, content, &reader)).inspect(|html| check(html)).collect();
    assert!(books.iter().all(|html| structure(html) == structure(&books[0])), "{content:?}");
    books
}

#[test]
fn a_price_book_is_shown_as_it_is_read_with_currencies() {
    let content = "item,accelerator,basis,price\nelectricity,,,¥0.71\npue,,,1.25\n,h800-sxm,spot,$3.5\nelectricity-<b>,,,1\n";
    let books = books("", content);
    // In English, in dollars and in renminbi.
    for (html, texts) in books.iter().zip([
        ["CN¥0.71 per kWh = $0.1", "$3.5 per hour", "<td class=\"number\">1.25</td>"],
        ["CN¥0.71 per kWh", "$3.5 per hour = CN¥24.85", "<td class=\"number\">1.25</td>"],
    ]) {
        for text in texts {
            assert!(html.contains(text), "{text}: {html}");
        }
        assert!(html.contains("data-prices=\"electricity=1e-1 pue=1.25e0 h800-sxm/spot=3.5e0\""), "{html}");
        assert!(html.contains("Line 5: "), "{html}");
    }
}

#[test]
fn a_text_that_is_no_price_book_says_what_it_lacks_and_offers_no_button() {
    let long = format!("item,price\n{}", "beer,5\n".repeat(20_000));
    let mut seen = std::collections::BTreeSet::new();
    for (fault, content) in [
        ("", ""),
        ("", "item,price"),
        ("", "price,value\n1,2"),
        ("", "item,price\n\u{fffd},2"),
        ("", &long),
        ("several", ""),
        ("unreadable", ""),
        ("", "item,price\nelectricity,"),
        ("", "item,price\nelectricity,1e9"),
        ("", "item,price\nelectricity,0,10"),
    ] {
        let books = books(fault, content);
        assert!(books.iter().all(|html| !html.contains("<button") && html.contains("<p>")), "{content:.40}");
        assert!(books.iter().all(|html| html.len() < 2_000), "a short answer to a long text");
        assert!(seen.insert(books[0].clone()), "another sentence than before: {}", books[0]);
    }
    assert_eq!(book("size", "", &looks(Lang::DEFAULT).next().unwrap()), book("", &long, &looks(Lang::DEFAULT).next().unwrap()));
}
