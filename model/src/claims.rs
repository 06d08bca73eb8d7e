//! Common claims about the cost of training, each beside the model's figure for the same run.
//!
//! The model computes its figure on demand; it is never written down. Texts quote the public figures, and their sources are here.
//!
//! ```
//! use traincost_model::claims::{CLAIMS, ClaimId, Verdict};
//!
//! let claim = CLAIMS.iter().find(|claim| claim.id == ClaimId::HouseholdYears).unwrap();
//! assert_eq!(claim.verdict, Verdict::Wrong);
//! // 1,287 MWh last a US household for about 120 years, and not for three.
//! assert!(claim.ours().unwrap().mid > 100.0);
//! ```

use crate::analysis::distribution::sampled;
use crate::band::Band;
use crate::catalog::{AcceleratorId, Fact, PresetId, Role, TeamId, constants};
use crate::choice::Basis;
use crate::estimate::estimate_all;
use crate::named::named;
use crate::names::{Field, Figure};
use crate::scenario::Scenario;

named! {
    /// The verdict of public figures on a claim.
    Verdict {
        /// It holds.
        Right = "right",
        /// It holds within a factor of two.
        Roughly = "roughly",
        /// It does not hold.
        Wrong = "wrong",
        /// No informed source has confirmed it.
        Unconfirmed = "unconfirmed",
        /// It holds in some cases only.
        Depends = "depends",
        /// No public figure supports it.
        NoSource = "no-source",
    }
}

named! {
    /// A claim, by what it is about.
    ClaimId {
        /// GPT-3 took 30,000 GPUs for weeks.
        ThirtyThousandGpus = "thirty-thousand-gpus",
        /// Renting them cost over $5M.
        GptThreeRent = "gpt-3-rent",
        /// Its 1,287 MWh are three years of one household.
        HouseholdYears = "household-years",
        /// A model of 100B parameters costs $2M to $12M.
        HundredBillion = "hundred-billion",
        /// GPT-4 cost $63M.
        GptFour = "gpt-4",
        /// Baidu spent over RMB 1 billion on its model in 2023.
        Baidu = "baidu",
        /// A good label costs $2 to $5.
        LabelPrice = "label-price",
        /// A top engineer earns over $300,000 a year.
        EngineerPay = "engineer-pay",
        /// Existing weights and data save 80%.
        EightyPercent = "eighty-percent",
        /// GPT-2 has 1.5B parameters.
        GptTwoSize = "gpt-2-size",
        /// Owning a cluster starts at tens of millions of RMB.
        OwnCluster = "own-cluster",
        /// Complexity grows exponentially with size.
        Exponential = "exponential",
        /// Domestic chips do more per watt.
        DomesticChips = "domestic-chips",
    }
}

/// The source of a public figure.
#[derive(Clone, Copy, Debug)]
pub enum Source {
    /// A fact of the catalog.
    Fact(fn() -> Option<&'static Fact>),
    /// A source of no fact in the catalog.
    Cited {
        /// Author, place and date.
        citation: &'static str,
        /// The address; empty if it has none.
        url: &'static str,
        /// The year, or year and month.
        date: &'static str,
    },
}

impl Source {
    /// Author, place and date.
    pub fn citation(&self) -> &'static str {
        match self {
            Self::Fact(fact) => fact().map_or("", |fact| fact.source.citation()),
            Self::Cited { citation, .. } => citation,
        }
    }

    /// The address; empty if it has none.
    pub fn address(&self) -> &'static str {
        match self {
            Self::Fact(fact) => fact().map_or("", |fact| fact.source.address()),
            Self::Cited { url, .. } => url,
        }
    }

    /// The date: a year, or a year and month.
    pub fn date(&self) -> String {
        match self {
            Self::Fact(fact) => fact().map_or_else(String::new, |fact| fact.date.to_string()),
            Self::Cited { date, .. } => (*date).to_owned(),
        }
    }
}

/// A claim beside the model's figure.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The id, which its texts use.
    pub id: ClaimId,
    /// The verdict of public figures.
    pub verdict: Verdict,
    /// The factor by which it is wrong; `None` if there is none.
    pub factor: Option<f64>,
    /// The scenario that computes our figure; `None` if the model cannot.
    pub scenario: fn() -> Option<Scenario>,
    /// Another scenario whose same figure is a useful comparison, if any.
    pub other: fn() -> Option<Scenario>,
    /// The figure to show.
    pub figure: Option<Figure>,
    /// The claimed range, in the figure's unit, or in dollars without a figure.
    pub claimed: Option<(f64, f64)>,
    /// The sources of the public figures.
    pub sources: &'static [Source],
}

impl Claim {
    /// Whether it is claimed in RMB.
    pub const fn is_in_rmb(&self) -> bool {
        matches!(self.id, ClaimId::Baidu | ClaimId::OwnCluster)
    }

    /// Our figure, in [`Figure::unit`].
    pub fn ours(&self) -> Option<Band<f64>> {
        self.of(self.scenario)
    }

    /// The same figure of the other scenario.
    pub fn others(&self) -> Option<Band<f64>> {
        self.of(self.other)
    }

    fn of(&self, scenario: fn() -> Option<Scenario>) -> Option<Band<f64>> {
        let figure = self.figure?;
        sampled(&estimate_all(&scenario()?, None), |one| one == figure).figure(figure)
    }
}

/// A preset with some fields set; `None` if there is no such preset, or a value cannot stand.
fn preset(id: &str, values: &[(Field, f64)]) -> Option<Scenario> {
    let mut scenario = Scenario::from_preset(PresetId::from_id(id)?);
    for &(field, value) in values {
        scenario.set(field, Some(value)).ok()?;
    }
    Some(scenario)
}

/// GPT-3's final run alone, on 1,024 other chips.
fn gpt_3_on(chip: &str) -> Option<Scenario> {
    let accelerator = AcceleratorId::from_id(chip)?;
    Some(
        preset("gpt-3", &[(Field::Count, 1024.0), (Field::ExperimentFactor, 1.0)])?
            .with(|scenario| scenario.accelerator = accelerator),
    )
}

/// One machine-learning engineer in the US for a year, at the market's pay.
fn an_engineer() -> Option<Scenario> {
    let mut scenario = preset("gpt-3", &[(Field::Months, 12.0), (Field::PayFactor, 1.0)])?;
    scenario.team = TeamId::from_id("us")?;
    for role in Role::ALL {
        scenario.set(role.field(), Some(if matches!(role, Role::Engineer) { 1.0 } else { 0.0 })).ok()?;
    }
    Some(scenario)
}

/// One server of eight H100, bought.
fn a_server() -> Option<Scenario> {
    let accelerator = AcceleratorId::from_id("h100-sxm")?;
    let server = preset("llama-2-7b", &[(Field::Count, 8.0)])?;
    Some(server.with(|scenario| (scenario.accelerator, scenario.basis) = (accelerator, Basis::Own)))
}

/// The published hours of a preset.
fn published_hours(id: &str) -> Option<&'static Fact> {
    PresetId::from_id(id)?.get().published.gpu_hours.as_ref()
}

/// The published cost of a preset.
fn published_cost(id: &str) -> Option<&'static Fact> {
    PresetId::from_id(id)?.get().published.cost_usd.as_ref()
}

/// The peak of a chip.
fn peak(chip: &str) -> Option<&'static Fact> {
    Some(&AcceleratorId::from_id(chip)?.get().peak_bf16)
}

// RMB are converted at 7.1, the catalog's rate.
const RMB: f64 = 1.0 / 7.1;

const PATTERSON: Source = Source::Fact(|| published_hours("gpt-3"));
const COTTIER: Source = Source::Fact(|| published_cost("gpt-3"));
const GPT_4_LEAK: Source = Source::Fact(|| published_cost("gpt-4"));
const GUOSHENG: Source = Source::Cited {
    citation: "Guosheng Securities, How much compute does ChatGPT need? (February 2023), via ITHome and reposts",
    url: "http://haxililiang.com/toutiao/kuaixun/35412.html",
    date: "2023-02",
};
const BAIDU_ORDER: Source = Source::Cited {
    citation: "Reuters on Baidu's order of 1,600 Ascend 910B for RMB 450 million (7 November 2023), via South China Morning Post",
    url: concat!(
        "https://www.scmp.com/tech/tech-war/article/3240641/",
        "us-china-tech-war-baidu-buys-ai-chips-huawei-us-restricts-nvidia-chip-exports-sources"
    ),
    date: "2023-11",
};
const INSTRUCT_GPT: Source = Source::Cited {
    citation: "Ouyang et al., Training language models to follow instructions, arXiv 2203.02155 (2022)",
    url: "https://arxiv.org/abs/2203.02155",
    date: "2022-03",
};

/// Every claim, in the order in which they are read.
pub static CLAIMS: &[Claim] = &[
    Claim {
        id: ClaimId::ThirtyThousandGpus,
        verdict: Verdict::Wrong,
        factor: Some(3.0),
        scenario: || preset("gpt-3", &[(Field::Count, 30_000.0)]),
        other: || preset("gpt-3", &[]),
        figure: Some(Figure::Days),
        // "Weeks": two to six.
        claimed: Some((14.0, 42.0)),
        sources: &[
            PATTERSON,
            Source::Cited {
                citation: "TrendForce on GPUs for ChatGPT (March 2023), reported by Digital Trends",
                url: "https://www.digitaltrends.com/?p=3292269",
                date: "2023-03",
            },
            GUOSHENG,
        ],
    },
    Claim {
        id: ClaimId::GptThreeRent,
        verdict: Verdict::Roughly,
        factor: None,
        scenario: || preset("gpt-3", &[]),
        other: || None,
        figure: Some(Figure::RentFinal),
        claimed: Some((5e6, 5e6)),
        sources: &[
            COTTIER,
            Source::Cited {
                citation: "Li, OpenAI's GPT-3 language model: a technical overview, Lambda (2020)",
                url: "https://lambda.ai/blog/demystifying-gpt-3",
                date: "2020-06",
            },
            GUOSHENG,
        ],
    },
    Claim {
        id: ClaimId::HouseholdYears,
        verdict: Verdict::Wrong,
        factor: Some(40.0),
        // The published speed, power and PUE: 24.6 of 125 TFLOP/s, 330 W a chip with its share of the server, 1.1.
        scenario: || {
            let published = [(Field::DenseMfu, 0.1968), (Field::Goodput, 1.0), (Field::ExperimentFactor, 1.0)];
            let power = [(Field::Tdp, 330.0), (Field::Draw, 1.0), (Field::ServerPower, 1.0), (Field::Pue, 1.1)];
            preset("gpt-3", &[published.as_slice(), &power].concat())
        },
        other: || None,
        figure: Some(Figure::Households),
        claimed: Some((3.0, 3.0)),
        sources: &[PATTERSON, Source::Fact(|| Some(&constants::HOUSEHOLD_KWH))],
    },
    Claim {
        id: ClaimId::HundredBillion,
        verdict: Verdict::Roughly,
        factor: None,
        scenario: || preset("bloom-176b", &[]),
        other: || preset("palm-540b", &[]),
        figure: Some(Figure::RentFinal),
        claimed: Some((2e6, 12e6)),
        sources: &[GUOSHENG, COTTIER, Source::Fact(|| published_cost("deepseek-v3"))],
    },
    Claim {
        id: ClaimId::GptFour,
        verdict: Verdict::Unconfirmed,
        factor: None,
        // The leak's own rent.
        scenario: || preset("gpt-4", &[(Field::Price, 1.0)]),
        other: || None,
        figure: Some(Figure::RentFinal),
        claimed: Some((63e6, 63e6)),
        sources: &[
            GPT_4_LEAK,
            COTTIER,
            Source::Cited {
                citation: "Knight, OpenAI's CEO says the age of giant AI models is already over, Wired (April 2023)",
                url: "https://www.wired.com/story/openai-ceo-sam-altman-the-age-of-giant-ai-models-is-already-over/",
                date: "2023-04",
            },
        ],
    },
    Claim {
        id: ClaimId::Baidu,
        verdict: Verdict::Unconfirmed,
        factor: None,
        scenario: || None,
        other: || None,
        figure: None,
        claimed: Some((1e9 * RMB, 1e9 * RMB)),
        sources: &[
            BAIDU_ORDER,
            Source::Cited {
                citation: "Baidu, results of the fourth quarter and fiscal year 2022 (February 2023)",
                url: "",
                date: "2023-02",
            },
            Source::Cited {
                citation: "Reuters on Baidu's cluster of 30,000 Kunlun P800 (25 April 2025)",
                url: "",
                date: "2025-04",
            },
            Source::Cited {
                citation: "Financial Times on the capital spending of Chinese technology firms (August 2024), via WinBuzzer",
                url: "",
                date: "2024-08",
            },
        ],
    },
    Claim {
        id: ClaimId::LabelPrice,
        verdict: Verdict::Depends,
        factor: None,
        scenario: || preset("gpt-3", &[(Field::Pairs, 1.0)]),
        other: || preset("gpt-3", &[(Field::Pairs, 1.0), (Field::AiShare, 1.0)]),
        figure: Some(Figure::Preferences),
        claimed: Some((2.0, 5.0)),
        sources: &[
            Source::Fact(|| Some(&constants::LABEL_PRICE)),
            Source::Fact(|| Some(&constants::PAIR_PRICE)),
            Source::Fact(|| Some(&constants::EXPERT_PRICE)),
            Source::Fact(|| Some(&constants::AI_LABEL_RATIO)),
        ],
    },
    Claim {
        id: ClaimId::EngineerPay,
        verdict: Verdict::Right,
        factor: None,
        scenario: an_engineer,
        other: || Some(an_engineer()?.with(|scenario| scenario.team = TeamId::from_id("cn").unwrap_or(TeamId::OTHER))),
        figure: Some(Figure::Team),
        claimed: Some((3e5, 3e5)),
        sources: &[
            COTTIER,
            Source::Fact(|| Some(TeamId::from_id("us")?.salary(Role::Engineer))),
            Source::Fact(|| Some(TeamId::from_id("cn")?.salary(Role::Engineer))),
        ],
    },
    Claim {
        id: ClaimId::EightyPercent,
        verdict: Verdict::NoSource,
        factor: None,
        // InstructGPT: 13,000 demonstrations, 33,000 comparisons, 256,000 episodes.
        scenario: || preset("gpt-3", &[(Field::Demonstrations, 13e3), (Field::Pairs, 33e3), (Field::Prompts, 256e3)]),
        other: || None,
        figure: Some(Figure::AlignmentHours),
        // A fifth of GPT-3's published 3.552 million hours.
        claimed: Some((710_400.0, 710_400.0)),
        sources: &[
            INSTRUCT_GPT,
            PATTERSON,
            Source::Cited {
                citation: "Meta, Llama 3.2 model card (2024)",
                url: "https://github.com/meta-llama/llama-models",
                date: "2024-10",
            },
            GUOSHENG,
        ],
    },
    Claim {
        id: ClaimId::GptTwoSize,
        verdict: Verdict::Right,
        factor: None,
        scenario: || preset("gpt-2", &[]),
        other: || None,
        figure: None,
        claimed: None,
        sources: &[Source::Cited {
            citation: "Radford et al., Language models are unsupervised multitask learners (2019)",
            url: "https://openai.com/index/better-language-models/",
            date: "2019-02",
        }],
    },
    Claim {
        id: ClaimId::OwnCluster,
        verdict: Verdict::Depends,
        factor: None,
        scenario: a_server,
        other: || None,
        figure: Some(Figure::Upfront),
        claimed: Some((10e6 * RMB, 100e6 * RMB)),
        sources: &[
            Source::Fact(|| Some(&constants::SERVER_FACTOR)),
            Source::Fact(|| Some(&AcceleratorId::from_id("h100-sxm")?.get().purchase)),
            BAIDU_ORDER,
        ],
    },
    Claim {
        id: ClaimId::Exponential,
        verdict: Verdict::Wrong,
        factor: None,
        scenario: || preset("gpt-4", &[]),
        other: || preset("gpt-2", &[]),
        figure: Some(Figure::Flops),
        claimed: None,
        sources: &[
            Source::Cited {
                citation: "Kaplan et al., Scaling laws for neural language models, arXiv 2001.08361 (2020)",
                url: "https://arxiv.org/abs/2001.08361",
                date: "2020-01",
            },
            COTTIER,
            GPT_4_LEAK,
        ],
    },
    Claim {
        id: ClaimId::DomesticChips,
        verdict: Verdict::Depends,
        factor: None,
        scenario: || gpt_3_on("ascend-910b"),
        other: || gpt_3_on("h100-sxm"),
        figure: Some(Figure::Energy),
        claimed: None,
        sources: &[
            Source::Fact(|| peak("ascend-910b")),
            Source::Fact(|| peak("h100-sxm")),
            Source::Fact(|| peak("mlu590")),
            Source::Fact(|| peak("a100-sxm-80gb")),
            Source::Fact(|| peak("b200")),
            COTTIER,
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// By how many times `x` lies outside `[low, high]`; 1 inside.
    fn distance(x: f64, (low, high): (f64, f64)) -> f64 {
        if x < low { low / x } else { (x / high).max(1.0) }
    }

    #[test]
    fn every_claim_stands_once_in_order() {
        assert!(CLAIMS.iter().map(|claim| claim.id).eq(ClaimId::ALL.iter().copied()));
    }

    #[test]
    fn every_figure_is_finite() {
        for claim in CLAIMS.iter().filter(|claim| claim.figure.is_some()) {
            let ours = claim.ours().unwrap_or_else(|| panic!("{:?} has no figure", claim.id));
            assert!(0.0 < ours.low && ours.high.is_finite(), "{:?}: {ours:?}", claim.id);
            assert_eq!((claim.other)().is_some(), claim.others().is_some_and(|band| band.mid.is_finite()), "{:?}", claim.id);
        }
    }

    /// A right claim overlaps our range; a roughly right one does so within a factor of two, its mid too.
    #[test]
    fn what_holds_agrees_with_ours() {
        for claim in CLAIMS {
            let (Some(ours), Some((low, high))) = (claim.ours(), claim.claimed) else { continue };
            match claim.verdict {
                Verdict::Right => assert!(ours.low <= high && low <= ours.high, "{:?}: {ours:?}", claim.id),
                Verdict::Roughly => {
                    assert!(ours.low <= 2.0 * high && low <= 2.0 * ours.high, "{:?}: {ours:?}", claim.id);
                    assert!(distance(ours.mid, (low, high)) <= 2.0, "{:?}: {ours:?}", claim.id);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_wrong_differs_from_ours_by_its_factor() {
        let wrong = CLAIMS.iter().filter(|claim| claim.verdict == Verdict::Wrong);
        for (claim, factor) in wrong.filter_map(|claim| Some((claim, claim.factor?))) {
            let (ours, claimed) = claim.ours().zip(claim.claimed).expect("both are numbers");
            assert!(distance(ours.mid, claimed) >= factor / 2.0, "{:?}: {ours:?}", claim.id);
        }
    }

    #[test]
    fn every_claim_has_sources_with_dates() {
        for claim in CLAIMS {
            assert!(!claim.sources.is_empty(), "{:?}", claim.id);
            for source in claim.sources {
                assert!(!source.citation().is_empty() && source.date().len() >= 4, "{:?}: {source:?}", claim.id);
            }
        }
    }

    #[test]
    fn the_rate_is_the_catalogs() {
        let catalog = constants::USD_CNY.band().expect("known");
        assert!((RMB * catalog.mid - 1.0).abs() < 1e-12);
    }
}
