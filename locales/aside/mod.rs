//! The texts of what is only read: the found plan, how right the model is, the published runs. Apart from [`Text`](crate::Text), so that they
//! travel with the worker that writes it and not with the page.

mod choosing;
mod claims_en;
mod claims_zh;
mod deciding;
mod en;
mod explain;
mod levers;
mod paper;
mod solving;
mod terms_en;
mod terms_zh;
mod zh;

pub use choosing::ChoosingText;
pub use deciding::DecidingText;
pub(crate) use en::ASIDE as EN;
pub use explain::ExplainText;
pub use levers::LeverText;
pub use paper::{FormulaText, PaperText};
pub use solving::SolvingText;
pub(crate) use zh::ASIDE as ZH;

use crate::Lang;
use traincost_model::Unit;
use traincost_model::catalog::LeftOut;
use traincost_model::claims::{ClaimId, Verdict};
use traincost_model::formula::Term;
use traincost_model::training::search::Part;
use traincost_model::training::{NumberFormat, Phase, Recompute, Stack};

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct Aside {
    // The found plan
    pub plan: &'static str,
    /// What the accelerators are divided into: `{gpus}`, `{chip}`, `{layout}`.
    pub plan_layout: &'static str,
    pub tensor: &'static str,
    pub pipeline: &'static str,
    pub context: &'static str,
    pub replicas: &'static str,
    pub one_replica: &'static str,
    pub expert: &'static str,
    pub comma: &'static str,
    pub plan_idle: &'static str,
    /// How fast and how full: `{mfu}`, `{step}`, `{memory}`, `{room}`.
    pub plan_speed: &'static str,
    pub plan_for_estimate: &'static str,
    pub plan_batch: &'static str,
    pub interleaved: &'static str,
    pub zero: fn(u8) -> &'static str,
    pub recompute: fn(Recompute) -> &'static str,
    pub format: fn(NumberFormat) -> &'static str,
    pub searched: &'static str,
    pub stack: fn(Stack) -> &'static str,
    pub constants_fitted: &'static str,
    pub constants_derived: &'static str,
    pub batch_outgrown: &'static str,
    pub mfu_entered: &'static str,
    pub mfu_usual: &'static str,

    pub no_chip: &'static str,
    pub no_shape: &'static str,
    pub no_task: &'static str,

    // Its step
    pub step: &'static str,
    pub step_says: &'static str,
    pub step_axis: &'static str,
    pub column_part: &'static str,
    pub column_time: &'static str,
    pub column_share: &'static str,
    /// The parts of a step, in the order of `training::StepTime`.
    pub step_parts: [&'static str; 12],
    pub whole_step: &'static str,
    pub less_than: &'static str,
    pub unit_ms: &'static str,
    pub unit_s: &'static str,

    // Its memory
    pub memory: &'static str,
    pub memory_says: &'static str,
    pub memory_axis: &'static str,
    pub column_memory: &'static str,
    pub column_of_room: &'static str,
    /// The classes of memory, in the order of `training::Memory`.
    pub memory_classes: [&'static str; 6],
    pub memory_total: &'static str,
    pub memory_room: &'static str,

    // The runners-up
    pub rivals: &'static str,
    pub rivals_none: &'static str,
    pub column_plan: &'static str,
    pub column_step: &'static str,
    pub column_reason: &'static str,
    pub loses_memory: &'static str,
    pub loses_goal: &'static str,
    pub loses_time: &'static str,
    pub loses_cost: &'static str,
    pub loses_nothing: &'static str,
    pub part: fn(Part) -> &'static str,

    // Nothing fits
    pub nothing_fits: &'static str,
    pub any_would: &'static str,
    pub remedy_gpus: &'static str,
    pub remedy_memory: &'static str,
    pub remedy_seq: &'static str,
    pub phase: fn(Phase) -> &'static str,
    pub or: &'static str,

    // How right it is
    pub validation_says: &'static str,
    pub steps: &'static str,
    pub steps_note: &'static str,
    pub column_corpus: &'static str,
    pub column_rows: &'static str,
    pub column_mean: &'static str,
    pub column_median: &'static str,
    pub column_largest: &'static str,
    pub column_peers: &'static str,
    pub no_peers: &'static str,
    pub peer_fixed: &'static str,
    pub wrong: &'static str,
    /// The corpora of measured steps: id, name, where the model is worst on it.
    pub corpora: &'static [(&'static str, &'static str, &'static str)],
    pub hours: &'static str,
    pub hours_says: &'static str,
    pub hours_worst: &'static str,
    pub hours_chart_says: &'static str,
    pub hours_published: &'static str,
    pub hours_predicted: &'static str,
    pub hours_note: &'static str,
    pub hours_table: &'static str,
    pub column_chip: &'static str,
    pub column_predicted: &'static str,
    pub column_published: &'static str,
    pub column_ratio: &'static str,
    pub left_out: &'static str,
    pub column_why: &'static str,
    pub why: fn(LeftOut) -> &'static str,

    // Published runs, and tables in general
    pub column_run: &'static str,
    pub column_year: &'static str,
    pub column_compute: &'static str,
    pub column_cost: &'static str,
    pub column_basis: &'static str,
    pub column_source: &'static str,
}

/// A term of the formulas, for people who read them in words.
#[derive(Clone, Copy, Debug)]
pub struct TermText {
    /// Its name, as it stands in a formula in words.
    pub name: &'static str,
    /// What its formula leaves out or assumes; empty where there is nothing to say.
    pub ignores: &'static str,
}

/// A claim about what training costs.
#[derive(Clone, Copy, Debug)]
pub struct ClaimText {
    /// As it is commonly said.
    pub claim: &'static str,
    /// What public figures say.
    pub public: &'static str,
    /// What our calculation shows: of `{ours}`, `{claimed}` and `{other}` those that the claim has.
    pub ours: &'static str,
}

impl Lang {
    /// The name of a term, and what its formula leaves out.
    pub fn term(self, term: Term) -> TermText {
        match self {
            Self::En => terms_en::term(term),
            Self::Zh => terms_zh::term(term),
        }
    }

    /// A unit, short; empty for a plain number.
    pub fn unit(self, unit: Unit) -> &'static str {
        match self {
            Self::En => terms_en::unit(unit),
            Self::Zh => terms_zh::unit(unit),
        }
    }

    /// The texts of a claim.
    pub fn claim(self, claim: ClaimId) -> ClaimText {
        match self {
            Self::En => claims_en::claim(claim),
            Self::Zh => claims_zh::claim(claim),
        }
    }

    /// A verdict on a claim.
    pub fn claim_verdict(self, verdict: Verdict) -> &'static str {
        match self {
            Self::En => claims_en::verdict(verdict),
            Self::Zh => claims_zh::verdict(verdict),
        }
    }
}

/// The software's own names, the same in every language.
fn stack(stack: Stack) -> &'static str {
    match stack {
        Stack::MegatronDeepspeed => "Megatron-DeepSpeed",
        Stack::Megatron => "Megatron-LM",
        Stack::Fsdp => "PyTorch FSDP",
        Stack::Nemo => "NVIDIA NeMo",
        Stack::Maxtext => "MaxText",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use traincost_model::claims::CLAIMS;
    use traincost_model::{Driver, Figure};

    fn terms() -> impl Iterator<Item = Term> {
        Driver::ALL.iter().map(|driver| driver.term()).chain(Figure::ALL.iter().map(|figure| figure.term()))
    }

    /// In a formula in words, two terms of one name could not be told apart.
    #[test]
    fn no_two_terms_share_a_name() {
        for lang in Lang::ALL {
            let mut names: Vec<_> = terms().map(|term| lang.term(term).name).collect();
            names.sort_unstable();
            let twins: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twins.is_empty(), "{lang:?}: {twins:?}");
        }
    }

    #[test]
    fn a_term_says_the_same_in_every_language() {
        for term in terms() {
            let [en, zh] = Lang::ALL.map(|lang| lang.term(term));
            assert_eq!(en.ignores.is_empty(), zh.ignores.is_empty(), "{}", en.name);
            let plain = |text: TermText| !text.name.is_empty() && !text.name.ends_with(['.', '。']);
            assert!(plain(en) && plain(zh), "{}", en.name);
        }
    }

    /// Each text names the figures that its claim has, and no others.
    #[test]
    fn claims_name_the_figures_they_have() {
        for claim in CLAIMS {
            for lang in Lang::ALL {
                let text = lang.claim(claim.id).ours;
                let names = ["{ours}", "{claimed}", "{other}"].map(|name| text.contains(name));
                assert_eq!(names, [claim.figure.is_some(), claim.claimed.is_some(), (claim.other)().is_some()], "{:?}", claim.id);
            }
        }
    }
}
