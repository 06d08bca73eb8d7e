//! The architectures of the catalog's presets.

use super::{Architecture, Experts, Latent};
use crate::catalog::PresetId;
use crate::units::Tokens;

include!(concat!(env!("OUT_DIR"), "/architectures.rs"));

impl Architecture {
    /// The architecture of a preset.
    ///
    /// ```
    /// use traincost_model::{catalog::PresetId, training::Architecture};
    /// let deepseek = Architecture::of(PresetId::from_id("deepseek-v3").unwrap());
    /// assert!((deepseek.params_total() / 671e9 - 1.0).abs() < 0.01);
    /// ```
    pub fn of(preset: PresetId) -> Self {
        // Both tables come from the same rows, in the same order.
        PresetId::all().zip(PRESETS).find(|(id, _)| *id == preset).map_or(PRESETS[0], |(_, model)| model)
    }
}

/// The largest batch that a preset was published with, in tokens.
///
/// ```
/// use traincost_model::{catalog::PresetId, training::published_batch};
/// // GPT-3 (Brown et al. 2020, table 2.1).
/// assert_eq!(published_batch(PresetId::from_id("gpt-3").unwrap()).unwrap().get(), 3.2e6);
/// ```
pub fn published_batch(preset: PresetId) -> Option<Tokens> {
    PresetId::all().zip(BATCHES).find(|(id, _)| *id == preset)?.1.map(Tokens::new)
}
