//! Sequences per step.

use super::count;
use crate::catalog::constants;
use crate::names::Field;
use crate::scenario::Scenario;
use crate::training::{critical_batch, published_batch};
use crate::units::Tokens;

/// Accelerators that each get a sequence while larger batches still pay off: those of one server.
const A_SEQUENCE: f64 = 8.0;

/// The most sequences of a batch that the reader did not enter: the limit of a search.
const MOST: f64 = 4_000_000.0;

/// Sequences per step: the entered tokens, or the preset's published ones while its size is unchanged, over the sequence length. Otherwise half the
/// critical batch at the end of the run, as in published runs (`usual_batch`); more, up to the critical one, where servers would have no
/// sequence. A fraction becomes a number that replicas can share, at most an eighth away.
pub(super) fn sequences(scenario: &Scenario, seq: u32, gpus: u32) -> u32 {
    let seq = f64::from(seq);
    let tokens = scenario.number(Field::Tokens);
    let preset = Scenario::from_preset(scenario.preset);
    let is_own = scenario.kind == preset.kind && scenario.get(Field::Params) == preset.get(Field::Params);
    let published = published_batch(scenario.preset).filter(|_| is_own).map(Tokens::get);
    let wanted = match scenario.get(Field::Batch).or(published) {
        Some(batch) if batch % seq == 0.0 => return count(batch / seq),
        Some(batch) => batch / seq,
        None => {
            let critical = critical_batch(scenario.params_active(), Tokens::new(tokens)).mid.get() / seq;
            let usual = constants::USUAL_BATCH.band().map_or(critical, |share| critical * share.mid);
            usual.max(critical.min(f64::from(gpus) / A_SEQUENCE)).min(tokens / seq).min(MOST)
        }
    };
    count(shareable(wanted, gpus))
}

/// The nearest number of sequences that many replicas can share: a multiple of the accelerators' largest divisor, or of a power of two.
fn shareable(sequences: f64, gpus: u32) -> f64 {
    let most = count(sequences / 4.0).min(gpus);
    let divisor = (1..=most).rev().find(|part| gpus.is_multiple_of(*part)).unwrap_or(1);
    let power = 1 << (count(sequences / 8.0) | 1).ilog2();
    let unit = f64::from(divisor.max(power));
    (sequences / unit).round().max(1.0) * unit
}
