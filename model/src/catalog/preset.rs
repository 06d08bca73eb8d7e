//! Projects that one can start from.

use super::accelerator::AcceleratorId;
use super::fact::{Date, Fact, SourceId};
use super::region::RegionId;
use super::table_id;
use super::tables::{DEFAULT_PRESET, PRESETS};
use crate::choice::{Kind, Precision};

/// How far a preset can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its size, tokens and hardware were published.
    Published,
    /// Some of them are estimates.
    Estimate,
    /// They were leaked and never confirmed.
    Leak,
    /// Nobody's run in particular.
    Example,
}

/// Where the list of presets has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Models whose weights are open.
    Open,
    /// Models whose weights are closed, or that were leaked.
    Closed,
    /// Models tuned from another.
    Tuned,
    /// Models of video.
    Video,
}

impl Group {
    /// All of them, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::Tuned, Self::Video];
}

/// What a run was said to have taken; never an input.
#[derive(Clone, Copy, Debug)]
pub struct Published {
    /// Accelerator-hours.
    pub gpu_hours: Option<Fact>,
    /// Days.
    pub days: Option<Fact>,
    /// Energy, MWh.
    pub energy_mwh: Option<Fact>,
    /// Carbon, t CO2e.
    pub carbon_t: Option<Fact>,
    /// Cost of the final run, USD, on its source's basis.
    pub cost_usd: Option<Fact>,
}

/// A project that one can start from.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Who trained it.
    pub organisation: &'static str,
    /// Year of its publication.
    pub year: u16,
    /// Where the list has it.
    pub group: Group,
    /// What is done.
    pub kind: Kind,
    /// Number format.
    pub precision: Precision,
    /// How far it can be trusted.
    pub status: Status,
    /// Where its shape is from.
    pub source: SourceId,
    /// When that was said.
    pub date: Date,
    /// Accelerator.
    pub accelerator: AcceleratorId,
    /// Where it was trained.
    pub region: RegionId,
    /// Parameters.
    pub params_total: f64,
    /// Parameters that work on each token.
    pub params_active: f64,
    /// Tokens of the final run.
    pub tokens: f64,
    /// Layers.
    pub layers: u32,
    /// Hidden size.
    pub hidden: u32,
    /// Sequence length, tokens.
    pub seq_len: u32,
    /// Accelerators of the final run.
    pub count: u32,
    /// People, full-time.
    pub people: f64,
    /// Months they worked.
    pub months: f64,
    /// Items labelled or written by people.
    pub items_annotated: f64,
    /// Tokens gathered and cleaned.
    pub tokens_gathered: f64,
    /// Pay, equity included, over the market's.
    pub pay_factor: f64,
    /// Preference pairs.
    pub pairs: f64,
    /// Prompts of reinforcement learning.
    pub prompts: f64,
    /// Reinforcement learning of reasoning over the final run.
    pub reasoning: f64,
    /// What no public source states, by the names of this struct.
    pub estimated: &'static [&'static str],
    /// What the run was said to have taken.
    pub published: Published,
}

table_id! {
    /// A preset of the catalog.
    PresetId, Preset, PRESETS, id
}

impl PresetId {
    /// The project that the page opens with.
    pub const DEFAULT: Self = Self(DEFAULT_PRESET);
}
