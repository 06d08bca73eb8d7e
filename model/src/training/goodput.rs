//! Goodput: the share of the allocated accelerator-hours that ends in progress, as a product of named factors.
//!
//! MFU describes running steps; the published hours of a run are longer. The ratio below is the hours implied by the reported MFU
//! divided by the published hours (sources: `goodput` in `data/constants.toml`). The table splits it into what the factors
//! explain and what no public source explains (a test in this file checks it):
//!
//! | run | ratio | failures | batch ramp | rewinds | product | left: idle allocation, hangs, evaluation |
//! |---|---|---|---|---|---|---|
//! | PaLM 540B | 0.67 | 0.94 (6,144 chips at the usual rate) | 0.93 (batch of 1M, 2M, 4M tokens) | 0.98 (about 20 spikes) | 0.86 | 0.78 |
//! | GLM-130B | 0.79 | 0.98 (9 failures in 60 days) | 1 | 1 | 0.98 | 0.80 |
//! | Gopher | 0.81 | 0.96 (4,096 chips at the usual rate) | 1 | 1 | 0.96 | 0.85 |
//! | BLOOM | 0.90 | 0.98 (one a week, 40 s every 3 hours) | 0.99 (20B tokens, pipeline half empty at first) | 1 | 0.97 | 0.92 |
//! | Llama 3.1 405B | 0.91 | 0.92 (419 in 54 days) | 1 | 1 | 0.92 | 0.99 |
//!
//! Failures therefore explain the loss of a well-run large cluster. The early runs lost as much again to idle machines: their
//! goodput reflects the practice of their time rather than their hardware.
//!
//! ```
//! use traincost_model::training::{Goodput, rewinds};
//! // PaLM: about 20 restarts, some 250 steps back each, of 255,000.
//! let goodput = Goodput { failures: 0.94, rewinds: rewinds(20.0, 250.0, 255_000.0), ..Goodput::PERFECT };
//! assert!((goodput.share() - 0.94 / (1.0 + 5_000.0 / 255_000.0)).abs() < 1e-12);
//! ```

/// The factors of goodput. Each is the share of hours that remains after one kind of loss, in (0, 1].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Goodput {
    /// Share left after failures, checkpoints and restarts: [`super::Recovery::useful_share`].
    pub failures: f64,
    /// Share left after small batches at the start: [`batch_ramp`].
    pub batch_ramp: f64,
    /// Share left after rewinds to before a loss spike: [`rewinds`].
    pub rewinds: f64,
}

impl Goodput {
    /// No losses.
    pub const PERFECT: Self = Self { failures: 1.0, batch_ramp: 1.0, rewinds: 1.0 };

    /// The product of the factors. MFU times this share is the utilisation of the allocated hours.
    pub const fn share(&self) -> f64 {
        self.failures * self.batch_ramp * self.rewinds
    }
}

/// Share left after a batch ramp in which `tokens_share` of the tokens run at `relative_rate` of full speed: `1 / (1 - f + f /
/// r)`.
pub fn batch_ramp(tokens_share: f64, relative_rate: f64) -> f64 {
    let share = tokens_share.clamp(0.0, 1.0);
    1.0 / (1.0 - share + share / relative_rate.clamp(1e-6, 1.0))
}

/// Share left after `count` rewinds of `steps_back` each, in a run of `steps`: `steps / (steps + count * steps_back)`, for any input.
pub fn rewinds(count: f64, steps_back: f64, steps: f64) -> f64 {
    let [kept, lost] =
        [steps, count * steps_back].map(|part| if part > f64::MIN_POSITIVE { part.min(1e300) } else { f64::MIN_POSITIVE });
    kept / (kept + lost)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Fact, constants};
    use crate::training::{Recovery, cluster_mtbf};
    use crate::units::Hours;

    fn mid(fact: &Fact) -> f64 {
        fact.band().unwrap().mid
    }

    /// Speed of a pipeline of `stages` with `microbatches`, relative to the same pipeline with `full` micro-batches. The bubble is
    /// `(p - 1) / m` (Narayanan et al. 2021, <https://arxiv.org/abs/2104.04473>).
    fn pipeline_rate(stages: f64, microbatches: f64, full: f64) -> f64 {
        let time = |microbatches: f64| 1.0 + (stages - 1.0) / microbatches;
        time(full) / time(microbatches)
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
            // 52B of 776B tokens at a quarter of the batch and 136B at half. The rates of 0.6 and 0.8 are our assumption.
            batch_ramp: batch_ramp(188.0 / 776.0, 188.0 / (52.0 / 0.6 + 136.0 / 0.8)),
            // About 20 restarts of 255,000 steps in all, some 250 steps each including detection (section 5.1 of the paper).
            rewinds: rewinds(20.0, 250.0, 255_000.0),
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
    fn each_part_has_its_value() {
        let close = |got: f64, wanted: f64| assert!((got - wanted).abs() < 1e-12, "{got} is not {wanted}");
        // 1,000 steps kept, 5 x 40 repeated.
        close(rewinds(5.0, 40.0, 1_000.0), 1_000.0 / 1_200.0);
        close(rewinds(0.0, 40.0, 1_000.0), 1.0);
        // A fifth of the tokens at half speed takes twice that fifth: 0.8 + 0.4 of the time.
        close(batch_ramp(0.2, 0.5), 1.0 / 1.2);
        close(batch_ramp(0.0, 0.5), 1.0);
        // All tokens at half speed, and a rate that is no rate.
        close(batch_ramp(1.0, 0.5), 0.5);
        close(batch_ramp(2.0, 2.0), 1.0);
        close(Goodput { failures: 0.9, batch_ramp: 0.8, rewinds: 0.7 }.share(), 0.504);
    }

    #[test]
    fn the_parts_are_shares_at_any_input() {
        for value in [f64::NEG_INFINITY, -1.0, 0.0, 1e-300, 0.5, 1.0, 1e300, f64::INFINITY] {
            let parts = [batch_ramp(value, value), rewinds(value, 10.0, 1e5), rewinds(1.0, 10.0, value)];
            assert!(parts.iter().all(|part| (0.0..=1.0).contains(part)), "{value}: {parts:?}");
        }
    }
}
