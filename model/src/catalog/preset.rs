//! Presets: projects to start from.

use super::accelerator::AcceleratorId;
use super::fact::{Date, Fact, SourceId};
use super::region::RegionId;
use super::table_id;
use super::tables::{DEFAULT_PRESET, PRESETS};
use crate::choice::{Kind, Precision};

/// Reliability of a preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its size, tokens and hardware were published.
    Published,
    /// Some of them are estimates.
    Estimate,
    /// They were leaked and never confirmed.
    Leak,
    /// It describes no particular run.
    Example,
}

/// Section of the preset list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Models whose weights are open.
    Open,
    /// Models whose weights are closed or leaked.
    Closed,
    /// Models tuned from another.
    Tuned,
    /// Models of video.
    Video,
}

impl Group {
    /// All sections, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Open, Self::Closed, Self::Tuned, Self::Video];
}

/// Reported figures of a run; never an input.
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

/// A project to start from.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Stable id.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// The organisation that trained it.
    pub organisation: &'static str,
    /// Year of its publication.
    pub year: u16,
    /// Its section in the list.
    pub group: Group,
    /// Kind of training.
    pub kind: Kind,
    /// Number format.
    pub precision: Precision,
    /// Its reliability.
    pub status: Status,
    /// Source of its shape.
    pub source: SourceId,
    /// Date of that source.
    pub date: Date,
    /// Accelerator.
    pub accelerator: AcceleratorId,
    /// Location of the training.
    pub region: RegionId,
    /// Parameters.
    pub params_total: f64,
    /// Active parameters per token.
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
    /// Months of their work.
    pub months: f64,
    /// Items labelled or written by people.
    pub items_annotated: f64,
    /// Tokens collected and cleaned.
    pub tokens_gathered: f64,
    /// Pay including equity, relative to market base pay.
    pub pay_factor: f64,
    /// Preference pairs.
    pub pairs: f64,
    /// Prompts of reinforcement learning.
    pub prompts: f64,
    /// Share of reasoning's reinforcement learning in the final run.
    pub reasoning: f64,
    /// Names of the fields without a public source.
    pub estimated: &'static [&'static str],
    /// Reported figures of the run.
    pub published: Published,
}

table_id! {
    /// A preset of the catalog.
    PresetId, Preset, PRESETS, id
}

impl PresetId {
    /// The page's initial project.
    pub const DEFAULT: Self = Self(DEFAULT_PRESET);
}
