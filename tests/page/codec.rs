//! A scenario is the same, to the last bit, wherever it travels: in a file, in a link and in storage, which keeps links, and to the worker and back in
//! its export.

use std::thread::{available_parallelism, scope};
use traincost::report::answer;
use traincost::state::link::{decode, encode, encode_shared};
use traincost::state::{Theme, View};
use traincost_locales::{Currency, Lang};
use traincost_model::analysis::levers::{Lever, LeverSet};
use traincost_model::estimate::estimate;
use traincost_model::{Figure, Scenario};
use traincost_scenarios::{Random, bits, estimate_bits, json, read_json, scenario};

const SCENARIOS: u64 = 100_000;

/// The scenario that the model reads from the JSON which the worker writes for a link, requested as by `public/worker/protocol.js`.
fn by_worker(query: &str) -> Scenario {
    let html = answer(format!("1\nexport\n\n640\nlight\n\n2026-11-28\n{query}"));
    let text = html.split_once("<pre tabindex=\"0\">").and_then(|(_, rest)| rest.split_once("</pre>")).unwrap().0;
    read_json(&text.replace("&quot;", "\"")).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Sends a random scenario as JSON, as a link, and by its link to the worker; the estimate is of what came back last.
fn travels(seed: u64) {
    let sent = scenario(&mut Random::seeded(seed));
    let before = bits(&sent);
    let text = json(&sent);
    let from_file = read_json(&text).unwrap_or_else(|error| panic!("seed {seed}: {error}: {text}"));
    assert_eq!(bits(&from_file), before, "by JSON, seed {seed}: {text}");
    let query = encode(&from_file, &View::default());
    let decoded = decode(&query);
    assert_eq!(decoded.ignored, [], "seed {seed}: {query}");
    assert_eq!(bits(&decoded.scenario), before, "by link, seed {seed}: {query}");
    let from_worker = by_worker(&query);
    assert_eq!(bits(&from_worker), before, "by the worker, seed {seed}: {query}");
    assert_eq!(estimate_bits(&from_worker), estimate_bits(&sent), "seed {seed}: {query}");
}

#[test]
fn a_hundred_thousand_scenarios_travel_by_json_link_and_worker_and_come_back_the_same() {
    let threads = available_parallelism().map_or(1, |count| count.get() as u64);
    scope(|scope| {
        for first in 0..threads {
            scope.spawn(move || (first..SCENARIOS).step_by(threads as usize).for_each(travels));
        }
    });
}

/// A random view, of an embed or of the whole page, whose theme is not in its links.
fn view(random: &mut Random) -> View {
    let embed = random.below(2) > 0;
    let levers = Lever::ALL.iter().filter(|_| random.below(3) == 0).fold(LeverSet::default(), |set, lever| set.with(*lever));
    View {
        lang: [None, Some(Lang::ALL[random.below(Lang::ALL.len())])][random.below(2)],
        currency: [None, Some(Currency::Usd), Some(Currency::Cny)][random.below(3)],
        rate: [None, View::check_rate(random.fraction() * 20.0).ok()][random.below(2)],
        theme: [None, Some(Theme::Light), Some(Theme::Dark)][if embed { random.below(3) } else { 0 }],
        levers,
        embed,
    }
}

#[test]
fn views_and_stated_totals_come_back_from_their_links() {
    for seed in 0..2000 {
        let random = &mut Random::seeded(seed);
        let (scenario, view) = (scenario(random), view(random));
        let decoded = decode(&encode(&scenario, &view));
        assert_eq!((decoded.scenario, decoded.view, decoded.was, decoded.ignored), (scenario, view, None, vec![]), "seed {seed}");
        let total = estimate(&scenario).figure(Figure::Total).map(|band| band.mid);
        let query = encode_shared(&scenario, &view, total);
        let decoded = decode(&query);
        assert_eq!((decoded.scenario, decoded.view, decoded.ignored), (scenario, view, vec![]), "{query}");
        let stated = total.filter(|total| *total > 0.0 && *total <= 1e18).map(|total| format!("{total:.2e}"));
        assert_eq!(decoded.was.map(|was| format!("{was:.2e}")), stated, "{query}");
    }
}
