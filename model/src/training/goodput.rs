//! Goodput: the share of the allocated accelerator-hours that end in progress, as named parts that multiply.
//!
//! MFU holds while steps run; the published hours of a run are longer. The ratio below is hours implied by the reported MFU over published hours
//! (sources: `goodput` in `data/constants.toml`). What the parts explain of it, and what no public source does (this file's test checks the table):
//!
//! | run | ratio | failures | batch ramp | rewinds | product | left: idle allocation, hangs, evaluation |
//! |---|---|---|---|---|---|---|
//! | PaLM 540B | 0.67 | 0.94 (6,144 chips at the usual rate) | 0.93 (batch of 1M, 2M, 4M tokens) | 0.98 (about 20 spikes) | 0.86 | 0.78 |
//! | GLM-130B | 0.79 | 0.98 (9 failures in 60 days) | 1 | 1 | 0.98 | 0.80 |
//! | Gopher | 0.81 | 0.96 (4,096 chips at the usual rate) | 1 | 1 | 0.96 | 0.85 |
//! | BLOOM | 0.90 | 0.98 (one a week, 40 s every 3 hours) | 0.99 (20B tokens, pipeline half empty at first) | 1 | 0.97 | 0.92 |
//! | Llama 3.1 405B | 0.91 | 0.92 (419 in 54 days) | 1 | 1 | 0.92 | 0.99 |
//!
//! So failures explain what a well-run large cluster loses; the early runs lost as much again to idle machines, and their goodput is a habit of
//! their time rather than of their hardware.
//!
//! ```
//! use traincost_model::training::Goodput;
//! let goodput = Goodput { failures: 0.92, batch_ramp: 0.98, ..Goodput::PERFECT };
//! assert!((goodput.share() - 0.92 * 0.98).abs() < 1e-12);
//! ```

use crate::units::Hours;

/// The parts of goodput, each the share that it leaves, in (0, 1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goodput {
    /// What failures, checkpoints and restarts leave: [`super::Recovery::useful_share`].
    pub failures: f64,
    /// What small batches at the start leave: [`batch_ramp`].
    pub batch_ramp: f64,
    /// What pauses for evaluation leave: [`evaluation`].
    pub evaluation: f64,
    /// Accelerators at work over those allocated: [`allocation`].
    pub allocation: f64,
    /// What going back after a spike of the loss leaves: [`rewinds`].
    pub rewinds: f64,
}

impl Goodput {
    /// Nothing lost.
    pub const PERFECT: Self = Self { failures: 1.0, batch_ramp: 1.0, evaluation: 1.0, allocation: 1.0, rewinds: 1.0 };

    /// Their product: MFU times this is the utilisation over the allocated hours.
    pub fn share(&self) -> f64 {
        self.failures * self.batch_ramp * self.evaluation * self.allocation * self.rewinds
    }
}

/// What a batch ramp leaves: `tokens_share` of the tokens run at `relative_rate` of the full speed: `1 / (1 - f + f / r)`.
pub fn batch_ramp(tokens_share: f64, relative_rate: f64) -> f64 {
    let share = tokens_share.clamp(0.0, 1.0);
    1.0 / (1.0 - share + share / relative_rate.clamp(1e-6, 1.0))
}

/// Speed of a pipeline of `stages` with `microbatches` over that with `full`: its bubble is `(p - 1) / m` (Narayanan et al. 2021,
/// <https://arxiv.org/abs/2104.04473>).
pub fn pipeline_rate(stages: f64, microbatches: f64, full: f64) -> f64 {
    let bubble = |microbatches: f64| 1.0 + (stages.max(1.0) - 1.0) / microbatches.max(1.0);
    (bubble(full) / bubble(microbatches)).min(1.0)
}

/// What evaluation leaves, when training pauses for `lasts` after every `every`.
pub fn evaluation(every: Hours, lasts: Hours) -> f64 {
    share_of(every.get(), lasts.get())
}

/// Accelerators at work over those allocated: spares, and machines that wait, are idle.
pub fn allocation(at_work: f64, idle: f64) -> f64 {
    share_of(at_work, idle)
}

/// What rewinds leave: `count` times the run went back `steps_back`, of `steps` in all.
pub fn rewinds(count: f64, steps_back: f64, steps: f64) -> f64 {
    share_of(steps, count * steps_back)
}

/// `kept / (kept + lost)`, a share whatever comes in.
fn share_of(kept: f64, lost: f64) -> f64 {
    let [kept, lost] = [kept, lost].map(|part| if part > f64::MIN_POSITIVE { part.min(1e300) } else { f64::MIN_POSITIVE });
    kept / (kept + lost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Fact, constants};
    use crate::training::{Recovery, cluster_mtbf};

    fn mid(fact: &Fact) -> f64 {
        fact.band().unwrap().mid
    }

    /// The useful share at a mean time between failures of the cluster, with the usual stall and restart and the best interval.
    fn usual(mtbf: Hours) -> f64 {
        let recovery = Recovery {
            mtbf,
            stall: Hours::new(mid(&constants::CHECKPOINT_STALL) / 3_600.0),
            restart: Hours::new(mid(&constants::RESTART_TIME) / 3_600.0),
            lag: Hours::new(0.0),
        };
        recovery.useful_share(recovery.best_interval())
    }

    /// The table of this module's documentation.
    #[test]
    fn the_parts_explain_the_published_ratios() {
        let usual_chip = Hours::new(mid(&constants::ACCELERATOR_MTBF));
        // BLOOM: 12 stages, 12 to 128 micro-batches while the batch grows from 192 to 2,048 sequences; the mean of 1 / rate is that at m = 49.
        let bloom = Recovery {
            mtbf: Hours::new(168.0),
            stall: Hours::new(40.0 / 3_600.0),
            restart: Hours::new(0.5),
            lag: Hours::new(0.0),
        };
        let palm = Goodput {
            failures: usual(cluster_mtbf(6_144.0, usual_chip)),
            // 52B tokens at a quarter and 136B at half of the batch, of 776B; that the rate falls to 0.6 and 0.8 is our assumption.
            batch_ramp: batch_ramp(188.0 / 776.0, 188.0 / (52.0 / 0.6 + 136.0 / 0.8)),
            // About 20 restarts, some 250 steps each with the noticing (section 5.1 of the paper), of 255,000 steps.
            rewinds: rewinds(20.0, 250.0, 255_000.0),
            ..Goodput::PERFECT
        };
        let glm = Recovery { mtbf: Hours::new(60.0 * 24.0 / 9.0), ..bloom };
        let rows = [
            ("PaLM", 0.67, palm, 0.78),
            ("GLM", 0.79, Goodput { failures: glm.useful_share(Hours::new(3.0)), ..Goodput::PERFECT }, 0.80),
            ("Gopher", 0.81, Goodput { failures: usual(cluster_mtbf(4_096.0, usual_chip)), ..Goodput::PERFECT }, 0.85),
            (
                "BLOOM",
                0.90,
                Goodput {
                    failures: bloom.useful_share(Hours::new(3.0)),
                    batch_ramp: batch_ramp(20.0 / 366.0, pipeline_rate(12.0, 49.0, 128.0)),
                    ..Goodput::PERFECT
                },
                0.92,
            ),
            ("Llama 3.1", 0.91, Goodput { failures: usual(Hours::new(54.0 * 24.0 / 419.0)), ..Goodput::PERFECT }, 0.99),
        ];
        for (name, ratio, parts, left) in rows {
            let found = ratio / parts.share();
            assert!((found - left).abs() < 0.015, "{name}: {parts:?} leave {found:.3} to explain, the table says {left}");
        }
    }

    #[test]
    fn the_parts_are_shares_at_any_input() {
        for value in [f64::NEG_INFINITY, -1.0, 0.0, 1e-300, 0.5, 1.0, 1e300, f64::INFINITY] {
            let hours = Hours::new(value);
            let parts = [
                batch_ramp(value, value),
                pipeline_rate(value, 4.0, 8.0),
                evaluation(Hours::new(1.0), hours),
                allocation(8.0, value),
                rewinds(value, 10.0, 1e5),
            ];
            assert!(parts.iter().all(|part| (0.0..=1.0).contains(part)), "{value}: {parts:?}");
        }
    }
}
