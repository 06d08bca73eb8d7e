//! The model's costs against published costs; `docs/money.md` presents the results.

use traincost_model::analysis::distribution::sampled;
use traincost_model::catalog::{AcceleratorId, PresetId, RegionId, TeamId};
use traincost_model::estimate::mids;
use traincost_model::{
    Algorithm, Basis, Depreciation, Field, Figure, Head, Kind, Language, MfuFrom, Precision, Scenario, Share, Synthesis, estimate,
};

fn preset(id: &str) -> Scenario {
    Scenario::from_preset(PresetId::from_id(id).unwrap())
}

fn with(mut scenario: Scenario, values: &[(Field, f64)]) -> Scenario {
    for &(field, value) in values {
        scenario.set(field, Some(value)).unwrap_or_else(|error| panic!("{}: {error:?}", field.id()));
    }
    scenario
}

fn mid(scenario: &Scenario, figure: Figure) -> f64 {
    estimate(scenario).figure(figure).unwrap().mid
}

/// The scenario with the given accelerator-hours: goodput 1, and the MFU that yields them.
fn taking(scenario: Scenario, hours: f64) -> Scenario {
    let trial = with(scenario, &[(Field::Goodput, 1.0), (Field::DenseMfu, 0.5)]);
    with(trial, &[(Field::DenseMfu, 0.5 * mid(&trial, Figure::FinalHours) / hours)])
}

/// A model of Cottier et al. 2024, in 2023 dollars, with its inputs.
struct Cottier {
    /// The preset.
    id: &'static str,
    /// Published accelerator-hours, if any.
    hours: Option<f64>,
    /// Number of accelerators.
    count: f64,
    /// Price of a chip in the year of the run: the middle of NVIDIA's average selling prices, V100's listing when it was new, their TPU estimate.
    chip: f64,
    server_factor: f64,
    server_power: f64,
    draw: f64,
    pue: f64,
    /// US industrial electricity in the year of the run, dollars per kWh.
    electricity: f64,
    life: f64,
    amortised: f64,
    rental: f64,
    upfront: f64,
}

#[rustfmt::skip]
const COTTIER: [Cottier; 8] = [
    Cottier {
        id: "gpt-3", hours: Some(3.552e6), count: 10_000.0, chip: 11_500.0, server_factor: 1.69, server_power: 1.67, draw: 0.75, pue: 1.1,
        electricity: 0.0667, life: 3.0, amortised: 2.20e6, rental: 4.34e6, upfront: 242e6,
    },
    Cottier {
        id: "gpt-4", hours: Some(57e6), count: 25_000.0, chip: 15_000.0, server_factor: 1.66, server_power: 2.03, draw: 0.75, pue: 1.1,
        electricity: 0.0832, life: 4.0, amortised: 40.7e6, rental: 78.6e6, upfront: 778e6,
    },
    Cottier {
        id: "llama-3.1-405b", hours: Some(30.84e6), count: 16_384.0, chip: 26_500.0, server_factor: 1.64, server_power: 1.82, draw: 0.75, pue: 1.1,
        electricity: 0.0771, life: 5.0, amortised: 51.0e6, rental: 169.8e6, upfront: 896e6,
    },
    Cottier {
        id: "llama-2-70b", hours: Some(1_720_320.0), count: 2_000.0, chip: 12_500.0, server_factor: 1.66, server_power: 2.03, draw: 0.75, pue: 1.1,
        electricity: 0.0806, life: 5.0, amortised: 1.10e6, rental: 3.15e6, upfront: 31e6,
    },
    Cottier {
        id: "palm-540b", hours: Some(8_404_992.0), count: 6_144.0, chip: 5_167.0, server_factor: 1.64, server_power: 1.55, draw: 0.43, pue: 1.1,
        electricity: 0.0832, life: 4.0, amortised: 2.86e6, rental: 13.9e6, upfront: 65.5e6,
    },
    Cottier {
        id: "bloom-176b", hours: Some(1_082_990.0), count: 384.0, chip: 15_000.0, server_factor: 1.66, server_power: 2.03, draw: 0.75, pue: 1.25,
        electricity: 0.0832, life: 4.0, amortised: 0.996e6, rental: 1.98e6, upfront: 12.1e6,
    },
    Cottier {
        id: "opt-175b", hours: Some(812_544.0), count: 992.0, chip: 15_000.0, server_factor: 1.66, server_power: 2.03, draw: 0.75, pue: 1.1,
        electricity: 0.0832, life: 4.0, amortised: 0.734e6, rental: 1.49e6, upfront: 32e6,
    },
    // No preset and no published hours: only the cluster, 100,000 H100.
    Cottier {
        id: "grok-3", hours: None, count: 100_000.0, chip: 26_500.0, server_factor: 1.64, server_power: 1.82, draw: 0.75, pue: 1.25,
        electricity: 0.0771, life: 5.0, amortised: 301e6, rental: 1_164e6, upfront: 5.48e9,
    },
];

/// Depreciation of a chip in orders of magnitude per year.
const DECAY: f64 = 0.14;
/// Years from acquisition to the start of training: their amortised figures imply 0.70 to 0.82 of the upfront value, 0.76 in the middle.
const AGE: f64 = 0.85;

impl Cottier {
    fn start(&self) -> Scenario {
        // Grok-3 uses the chips of Llama 3.1.
        preset(if self.hours.is_some() { self.id } else { "llama-3.1-405b" })
    }

    /// For the amortised, rented and upfront figure: `true` if theirs is inside P10 to P90 of the unchanged preset. With `alike`,
    /// the amortised basis leaves out capital, maintenance and colocation, as they do.
    fn covered(&self, rent: Basis, alike: bool) -> [bool; 3] {
        let left_out = [(Field::CapitalRate, 0.0), (Field::MaintenanceRate, 0.0), (Field::ColocationPrice, 0.0)];
        let owned = self.start().with(|scenario| scenario.basis = Basis::Own);
        let rented = self.start().with(|scenario| scenario.basis = rent);
        let written_off = if alike { with(owned, &left_out) } else { owned };
        let figures = [
            ("amortised", written_off, Figure::FinalRun, self.amortised),
            ("rented", rented, Figure::FinalRun, self.rental),
            ("upfront", owned, Figure::Upfront, self.upfront),
        ];
        figures.map(|(name, scenario, figure, theirs)| {
            let ours = sampled(&estimate(&scenario), |one| one == figure).figure(figure).unwrap();
            let is_inside = (ours.low..=ours.high).contains(&theirs);
            let [theirs, low, mid, high] = [theirs, ours.low, ours.mid, ours.high].map(|dollars| dollars / 1e6);
            eprintln!("{:15} {name:9} {theirs:8.2} in {low:8.2} {mid:8.2} {high:8.2} {is_inside}", self.id);
            is_inside
        })
    }

    /// A scenario with their method and constants, as far as published.
    fn their_way(&self) -> Scenario {
        let scenario = with(
            self.start(),
            &[
                (Field::Count, self.count),
                // An entered price of hardware includes servers and network; the network is 19% of it all.
                (Field::ChipPrice, self.chip * self.server_factor / (1.0 - 0.19)),
                (Field::Life, self.life),
                (Field::Residual, libm::pow(10.0, -DECAY * self.life)),
                (Field::Age, AGE),
                (Field::Utilisation, 1.0),
                (Field::Draw, self.draw),
                (Field::ServerPower, self.server_power),
                (Field::Pue, self.pue),
                (Field::ElectricityPrice, self.electricity),
                (Field::ExperimentFactor, 1.0),
                (Field::MaintenanceRate, 0.0),
                (Field::CapitalRate, 0.0),
                (Field::ColocationPrice, 0.0),
            ],
        );
        let scenario = scenario.with(|scenario| {
            scenario.basis = Basis::Own;
            scenario.depreciation = Depreciation::Declining;
        });
        match self.hours {
            Some(hours) => taking(scenario, hours),
            None => scenario,
        }
    }
}

/// With their method and constants, our figures come within 30% of theirs for at least 3 of 4.
#[test]
fn their_method_gives_their_figures() {
    let (mut amortised, mut upfront) = (Vec::new(), Vec::new());
    for model in &COTTIER {
        let ours = model.their_way();
        upfront.push(mid(&ours, Figure::Upfront) / model.upfront);
        if model.hours.is_some() {
            amortised.push(mid(&ours, Figure::FinalRun) / model.amortised);
        }
        eprintln!("{:15} {:?} {:.2}", model.id, model.hours.and(amortised.last()), upfront.last().unwrap());
    }
    for ratios in [amortised, upfront] {
        let near = ratios.iter().filter(|ratio| (*ratio - 1.0).abs() <= 0.3).count();
        assert!(4 * near >= 3 * ratios.len(), "{ratios:.2?}");
    }
}

/// With the presets unchanged, and rent by the hour (the page's initial basis) or by contract, at least 70% of the models have
/// their figure inside P10 to P90 on some basis. Figure by figure, at least 70% lie inside if ours have the same components as
/// theirs: their amortised figure excludes interest, maintenance and colocation, and their rents are contract rents. With the
/// three included it is 13 of 21, less than 70%; docs/money.md lists them.
#[test]
fn defaults_cover_most_of_their_figures() {
    let cover = |rent, alike| {
        eprintln!("{rent:?}, capital, maintenance and place left out: {alike}");
        let inside: Vec<[bool; 3]> =
            COTTIER.iter().filter(|model| model.hours.is_some()).map(|model| model.covered(rent, alike)).collect();
        let count = |basis: usize| inside.iter().filter(|inside| inside[basis]).count();
        eprintln!("{} {} {} of {}", count(0), count(1), count(2), inside.len());
        let models = inside.iter().filter(|inside| inside.contains(&true)).count();
        eprintln!("{models} models on some basis");
        let figures = (0..3).map(count).sum::<usize>() as f64 / (3 * inside.len()) as f64;
        (figures, models as f64 / inside.len() as f64)
    };
    for (rent, alike, figures_at_least, models_at_least) in [
        (Basis::Reserved, true, 0.8, 1.0),
        (Basis::Reserved3, true, 0.8, 1.0),
        // A floor at the observed share of figures; the required 70% applies only to figures with the same components.
        (Basis::Reserved, false, 0.6, 1.0),
        (Basis::OnDemand, false, 0.45, 0.7),
    ] {
        let (figures, models) = cover(rent, alike);
        assert!(figures >= figures_at_least && models >= models_at_least, "{rent:?}: {figures} of figures, {models} of models");
    }
}

/// On the basis that each source states, with its hours, energy and carbon come within 10%.
#[test]
fn stated_bases_give_published_energy_and_carbon() {
    // Preset, hours, watts per chip, PUE, g/kWh, published MWh and t. The cards of Llama 2 and 3 state TDP and carbon; the grid
    // is method 1.3's.
    let published = [
        ("llama-7b", 82_432.0, 400.0, 1.1, 385.0, Some(36.0), 14.0),
        ("llama-13b", 135_168.0, 400.0, 1.1, 385.0, Some(59.0), 23.0),
        ("llama-65b", 1_022_362.0, 400.0, 1.1, 385.0, Some(449.0), 173.0),
        ("gpt-3", 3.552e6, 330.0, 1.1, 429.0, Some(1_287.0), 552.1),
        ("bloom-176b", 1_082_990.0, 400.0, 1.0, 57.0, Some(433.196), 24.7),
        ("llama-2-7b", 184_320.0, 400.0, 1.1, 370.0, None, 31.22),
        ("llama-2-13b", 368_640.0, 400.0, 1.1, 370.0, None, 62.44),
        ("llama-2-70b", 1_720_320.0, 400.0, 1.1, 370.0, None, 291.42),
        ("llama-3-8b", 1.3e6, 700.0, 1.1, 376.0, None, 390.0),
        ("llama-3.1-70b", 7.0e6, 700.0, 1.1, 376.0, None, 2_040.0),
        ("llama-3.1-405b", 30.84e6, 700.0, 1.1, 376.0, None, 8_930.0),
    ];
    for (id, hours, watts, pue, grid, energy, carbon) in published {
        let scenario = measured(id, hours, watts, pue, grid);
        if let Some(energy) = energy {
            assert_near(id, mid(&scenario, Figure::FinalEnergy) / 1e3, energy);
        }
        assert_near(id, mid(&scenario, Figure::FinalCarbon) / 1e3, carbon);
    }
}

/// BLOOM's life cycle (Luccioni et al. 2022): 237 W idle per 400 W, and 2,500 kg per server of 8 with 150 kg per GPU over 6 years
/// at 85%.
#[test]
fn bloom_idle_and_embodied() {
    let dynamic = measured("bloom-176b", 1_082_990.0, 400.0, 1.0, 57.0);
    let all = with(dynamic, &[(Field::ServerPower, 637.0 / 400.0)]);
    let idle = |figure| mid(&all, figure) - mid(&dynamic, figure);
    assert_near("idle, kWh", idle(Figure::FinalEnergy), 256_646.0);
    assert_near("idle, kg", idle(Figure::FinalCarbon), 14.6e3);
    let made = with(
        all,
        &[
            (Field::ExperimentFactor, 1.0),
            (Field::EmbodiedCarbonEach, 150.0 + 2_500.0 / 8.0),
            (Field::Life, 6.0),
            (Field::Utilisation, 0.85),
        ],
    );
    assert_near("embodied, kg", mid(&made, Figure::EmbodiedCarbon), 11.2e3);
    assert_near("all, kg", mid(&made, Figure::FinalCarbon) + mid(&made, Figure::EmbodiedCarbon), 50.5e3);
}

fn measured(id: &str, hours: f64, watts: f64, pue: f64, grid: f64) -> Scenario {
    let power =
        [(Field::Tdp, watts), (Field::Draw, 1.0), (Field::ServerPower, 1.0), (Field::Pue, pue), (Field::GridCarbon, grid)];
    with(taking(preset(id), hours), &power)
}

fn assert_near(what: &str, got: f64, published: f64) {
    eprintln!("{what:15} {:.3}", got / published);
    assert!((got / published - 1.0).abs() <= 0.1, "{what}: {got} for {published}");
}

/// In a frontier project with experiments, staff is 29-49%, hardware 47-67%, energy 2-6% (Cottier et al. 2024).
#[test]
fn shares_of_a_frontier_project() {
    // TPU v4 as measured: at most 192 W, 170 W on average (Google Cloud), 326 W with its share of the system (GLaM).
    let tpu = [(Field::Tdp, 192.0), (Field::Draw, 170.0 / 192.0), (Field::ServerPower, 326.0 / 170.0)];
    let projects: [(&str, &[(Field, f64)]); 3] = [("gpt-3", &[]), ("gpt-4", &[]), ("gemini-1.0-ultra", &tpu)];
    for (id, known) in projects {
        let bill = estimate(&with(preset(id), known).with(|scenario| scenario.basis = Basis::Own));
        for (head, band) in [(Head::People, 0.29..=0.49), (Head::Hardware, 0.47..=0.67), (Head::Power, 0.02..=0.06)] {
            let share = bill.share(head).unwrap();
            eprintln!("{id:18} {head:?} {share:.3}");
            assert!(band.contains(&share), "{id}: {head:?} is {share:.3}");
        }
    }
}

/// A cheap random number generator: `SplitMix64` (Steele, Lea and Flood 2014, Fast splittable pseudorandom number generators).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number in [0, 1).
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, count: usize) -> usize {
        (self.next() % count as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn scenario(&mut self) -> Scenario {
        let mut scenario = Scenario::from_preset(PresetId::all().nth(self.below(PresetId::all().count())).unwrap());
        scenario.kind = self.of(Kind::ALL);
        scenario.precision = self.of(Precision::ALL);
        scenario.mfu_from = self.of(MfuFrom::ALL);
        scenario.accelerator = AcceleratorId::all().nth(self.below(AcceleratorId::all().count())).unwrap();
        scenario.basis = self.of(Basis::ALL);
        scenario.region = RegionId::all().nth(self.below(RegionId::all().count())).unwrap();
        scenario.team = TeamId::of(scenario.region);
        scenario.language = self.of(Language::ALL);
        scenario.synthesis = self.of(Synthesis::ALL);
        scenario.algorithm = self.of(Algorithm::ALL);
        scenario.depreciation = self.of(Depreciation::ALL);
        for &field in Field::ALL {
            let (min, max) = field.limits();
            let low = min.max(1e-3);
            let value = match self.below(10) {
                0..5 => continue,
                5 => None,
                6 => Some(min),
                7 => Some(max),
                _ => Some(low * libm::pow(max / low, self.share())),
            };
            // Whole numbers need a second try; a refused value keeps the preset's.
            let _ = scenario.set(field, value).or_else(|_| scenario.set(field, value.map(f64::floor)));
        }
        scenario
    }
}

/// Fields for which more may cost less or the same; for all others, more costs more.
const NOT_PRICED: &str = "active peak mfu batch goodput failed evaluation off-peak-share off-peak-discount carbon embodied water ai-share \
    rl-efficiency life residual utilisation life-hours age";

fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-9)
}

/// No NaN, parts that sum, heads that exclude each other, and no priced input of which more costs less.
#[test]
fn a_hundred_thousand_scenarios() {
    let mut chance = Chance(2026);
    let is_priced = |field: &Field| NOT_PRICED.split_whitespace().all(|id| id != field.id());
    let priced: Vec<Field> = Field::ALL.iter().copied().filter(is_priced).collect();
    assert_eq!(priced.len() + NOT_PRICED.split_whitespace().count(), Field::COUNT);
    let (mut totals, mut raised) = (0, 0);
    for round in 0..100_000 {
        let scenario = chance.scenario();
        let bill = estimate(&scenario);
        for &figure in Figure::ALL {
            let Some(band) = bill.figure(figure) else { continue };
            let is_sound = 0.0 <= band.low && band.low <= band.mid && band.mid <= band.high && band.high.is_finite();
            assert!(is_sound, "{round}: {figure:?} {band:?}");
        }
        let nothing: &[Head] = if scenario.basis == Basis::Own { &[Head::Compute] } else { &[Head::Power, Head::Hardware] };
        for head in nothing {
            assert_eq!(bill.figure(head.figure()).map(|band| band.mid), Some(0.0), "{round}: {head:?}");
        }
        let Some(total) = bill.figure(Figure::Total) else { continue };
        totals += 1;
        let heads = Head::ALL.map(|head| bill.figure(head.figure()).unwrap().mid);
        assert!(is_close(heads.iter().sum(), total.mid), "{round}: {heads:?} {total:?}");
        let lines = bill.lines();
        for (head, whole) in Head::ALL.into_iter().zip(heads) {
            let parts = lines.iter().filter(|line| line.head == head && line.share == Share::Adds);
            let sum: f64 = parts.map(|line| line.amount.unwrap().mid).sum();
            assert!(is_close(sum, whole), "{round}: {head:?} {sum} {whole}");
        }
        // Each priced input in turn, three per scenario.
        for turn in 0..3 {
            let field = priced[(3 * round + turn) % priced.len()];
            // With raw data already at hand, more raw data per token means fewer tokens.
            if field == Field::CrawlRate && scenario.get(Field::RawEntered).is_some() {
                continue;
            }
            let mut more = scenario;
            let known = bill.catalog_value(field).map(|(band, _)| band.mid);
            let Some(value) = scenario.get(field).or(known) else { continue };
            let value = (value * (1.0 + 2.0 * chance.share())).max(value + 1e-3);
            if more.set(field, Some(value)).or_else(|_| more.set(field, Some(value.ceil()))).is_err() {
                continue;
            }
            if let Some(more) = mids(&more)[Figure::Total as usize] {
                assert!(more >= total.mid * (1.0 - 1e-12), "{round}: {field:?} to {value}: {more} after {}", total.mid);
                raised += 1;
            }
        }
    }
    eprintln!("{totals} totals, {raised} raised");
    assert!(totals > 20_000 && raised > 20_000);
}
