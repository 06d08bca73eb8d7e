//! Failures, checkpoints and restarts: the time that a piece of work takes on a cluster that fails.
//!
//! Failures are a Poisson process: they strike during work, checkpoints and restarts alike. The exact expectation is the renewal
//! form of Daly (2006); the intervals of Young (1974) and Daly come close to the best one.
//!
//! ```
//! use traincost_model::training::{Recovery, first_order_loss, young_interval};
//! use traincost_model::units::{Hours, Seconds};
//! // Llama 3 405B on 16,384 H100: 419 unexpected interruptions in 54 days (Grattafiori et al. 2024, <https://arxiv.org/abs/2407.21783>).
//! let mtbf = Hours::new(54.0 * 24.0 / 419.0);
//! let recovery = Recovery { mtbf, stall: Seconds::new(40.0).into(), restart: Seconds::new(600.0).into(), lag: Hours::new(0.0) };
//! let interval = young_interval(mtbf, recovery.stall);
//! assert!((interval.get() * 60.0 - 15.7).abs() < 0.1, "minutes");
//! let loss = first_order_loss(&recovery, interval);
//! assert!((loss.checkpoint + loss.rework - 0.085).abs() < 0.001);
//! assert!((loss.restart - 0.054).abs() < 0.001);
//! // Checkpoints written beside the training stall it for 5 seconds: "more than 90% effective time".
//! let beside = Recovery { stall: Seconds::new(5.0).into(), ..recovery };
//! let loss = first_order_loss(&beside, young_interval(mtbf, beside.stall));
//! assert!((loss.total() - 0.084).abs() < 0.001);
//! assert!(beside.useful_share(beside.best_interval()) > 0.9);
//! ```

use crate::units::{Hours, Seconds};

/// Larger exponents are times that nobody waits for. The limit keeps every result finite.
const MAX_EXPONENT: f64 = 300.0;

/// A cluster that never fails still checkpoints once per year, so that every interval is finite.
const MAX_INTERVAL: f64 = crate::units::HOURS_PER_YEAR;

/// Failure and recovery parameters of a whole cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovery {
    /// Mean time between failures of the whole cluster (see [`cluster_mtbf`]); infinite if it never fails.
    pub mtbf: Hours,
    /// Time that training stops for a checkpoint: the whole write, or the copy to host memory if the write continues in the
    /// background.
    pub stall: Hours,
    /// Time from a failure to the first step after it: detection, replacement, loading. Includes any wait for a machine, see
    /// [`wait_for_repair`].
    pub restart: Hours,
    /// Time from the end of the stall until the checkpoint is safe; 0 if training waits for the write. A failure within this time
    /// falls back by one more checkpoint.
    pub lag: Hours,
}

/// Time lost, as shares of the working time, to first order in each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LostTime {
    /// Checkpoint stalls: `delta / tau`.
    pub checkpoint: f64,
    /// Work done twice: half an interval and the lag per failure.
    pub rework: f64,
    /// Restarts.
    pub restart: f64,
}

impl LostTime {
    /// The sum of all losses.
    pub fn total(&self) -> f64 {
        self.checkpoint + self.rework + self.restart
    }
}

/// Mean time between failures of a cluster of `count` parts that fail independently: `mtbf / count`.
///
/// ```
/// use traincost_model::{training::cluster_mtbf, units::Hours};
/// // 50,700 GPU-hours a failure on 16,384 H100 (Llama 3, 2024): one in 3.1 hours.
/// assert!((cluster_mtbf(16_384.0, Hours::new(50_700.0)).get() - 3.09).abs() < 0.01);
/// ```
pub fn cluster_mtbf(count: f64, mtbf: Hours) -> Hours {
    mean_time(failure_rate(mtbf) * count.max(0.0))
}

/// Mean time between failures from two independent causes, such as hardware and the interruptions of a spot market.
pub fn either_mtbf(one: Hours, other: Hours) -> Hours {
    mean_time(failure_rate(one) + failure_rate(other))
}

/// Time that a failure waits for a replacement machine.
///
/// With `spares` on standby and repairs of mean length `repair`, the number of machines in repair is Poisson with mean `a =
/// repair / mtbf` (a queue with infinitely many servers). A failure that finds no spare waits for the first of `spares + 1`
/// repairs: `P(K >= spares) repair / (spares + 1)`, a slight overestimate at most. Intended for `a` below 300.
///
/// ```
/// use traincost_model::{training::wait_for_repair, units::Hours};
/// let [week, day] = [Hours::new(168.0), Hours::new(24.0)];
/// assert_eq!(wait_for_repair(week, day, 0), day);
/// assert!(wait_for_repair(week, day, 1).get() < 0.1 * day.get());
/// ```
pub fn wait_for_repair(mtbf: Hours, repair: Hours, spares: u32) -> Hours {
    let mean = (repair.get() * failure_rate(mtbf)).clamp(0.0, MAX_EXPONENT);
    let mut probability = libm::exp(-mean);
    let mut fewer = 0.0;
    for broken in 0..spares.min(10_000) {
        fewer += probability;
        probability *= mean / (f64::from(broken) + 1.0);
    }
    repair * ((1.0 - fewer).clamp(0.0, 1.0) / (f64::from(spares) + 1.0))
}

/// Young's checkpoint interval: `sqrt(2 M delta)`, accurate while the stall is far below the time between failures (Young 1974,
/// <https://doi.org/10.1145/361147.361115>).
pub fn young_interval(mtbf: Hours, stall: Hours) -> Hours {
    interval((2.0 * mtbf.get() * stall.get()).sqrt())
}

/// Daly's higher-order interval: `sqrt(2 M delta) (1 + x / 3 + x^2 / 9) - delta` with `x = sqrt(delta / (2 M))`, or `M` if the
/// stall exceeds `2 M` (Daly 2006, equation 37, <https://doi.org/10.1016/j.future.2004.11.016>).
pub fn daly_interval(mtbf: Hours, stall: Hours) -> Hours {
    if stall.get() >= 2.0 * mtbf.get() {
        return interval(mtbf.get());
    }
    let ratio = stall / mtbf / 2.0;
    interval((2.0 * mtbf.get() * stall.get()).sqrt() * (1.0 + ratio.sqrt() / 3.0 + ratio / 9.0) - stall.get())
}

/// First-order loss of a run relative to its working time: `delta / tau + (tau / 2 + lag) / M + R / M` (Young 1974). Accurate
/// while the interval and the restart are far below the time between failures.
pub fn first_order_loss(recovery: &Recovery, interval: Hours) -> LostTime {
    let rate = failure_rate(recovery.mtbf);
    LostTime {
        checkpoint: recovery.stall.get() / interval.get().max(f64::MIN_POSITIVE),
        rework: (interval.get() / 2.0 + recovery.lag.get()) * rate,
        restart: recovery.restart.get() * rate,
    }
}

/// Expected time of work on a cluster without checkpoints: `M e^{R/M} (e^{T/M} - 1)`; with an instant restart, the textbook's
/// `(e^{T/M} - 1) M`.
///
/// ```
/// use traincost_model::{training::time_without_checkpoints, units::Hours};
/// let [day, instant] = [Hours::new(24.0), Hours::new(0.0)];
/// let time = time_without_checkpoints(day * 3.0, day, instant);
/// assert!((time.get() / (24.0 * (20.0855 - 1.0)) - 1.0).abs() < 1e-5);
/// ```
pub fn time_without_checkpoints(work: Hours, mtbf: Hours, restart: Hours) -> Hours {
    renewal(work.get(), restart.get(), failure_rate(mtbf))
}

impl Recovery {
    /// Expected time of work with a checkpoint every `interval`, by the exact renewal form `M e^{(R + lag)/M} (e^{(tau +
    /// delta)/M} - 1) T / tau` (Daly 2006).
    ///
    /// The lag counts as a longer restart, which is exact if it is 0 and otherwise correct to first order.
    pub fn time(&self, work: Hours, interval: Hours) -> Hours {
        work / self.useful_share(interval).max(f64::MIN_POSITIVE)
    }

    /// Working time divided by expected time, in (0, 1].
    pub fn useful_share(&self, interval: Hours) -> f64 {
        let interval = interval.get().clamp(f64::MIN_POSITIVE, MAX_INTERVAL);
        let segment = renewal(interval + self.stall.get(), self.restart.get() + self.lag.get(), failure_rate(self.mtbf));
        interval / segment.get()
    }

    /// The interval with the least expected loss, exactly: `M (1 + W(-e^{-1 - delta/M}))` with Lambert's W, by Newton's method
    /// from Young's interval.
    ///
    /// `x = tau / M` solves `(1 - x) e^{x + d} = 1`, where the derivative of the renewal form is zero. It does not depend on the
    /// restart.
    pub fn best_interval(&self) -> Hours {
        let rate = failure_rate(self.mtbf);
        let stall = (self.stall.get() * rate).clamp(0.0, MAX_EXPONENT);
        // Without failures or without stalls, Young's limits are the answer.
        if rate <= 0.0 || stall <= 0.0 {
            return young_interval(self.mtbf, self.stall);
        }
        // f(x) = -ln(1 - x) - x - d is convex and increasing: starting to the right of its zero, Newton's method descends to it.
        let mut x = (1.0 - libm::exp(-1.0 - stall)).min((2.0 * stall).sqrt());
        for _ in 0..60 {
            let next = x - (-libm::log1p(-x) - x - stall) * (1.0 - x) / x;
            if !(next > 0.0 && next < 1.0) || next == x {
                break;
            }
            x = next;
        }
        interval(x / rate)
    }
}

/// `(e^{length/M} - 1) M e^{restart/M}`, or its limit if the cluster never fails.
fn renewal(length: f64, restart: f64, rate: f64) -> Hours {
    // Clamp to a finite value first: an infinite restart times a failure rate of zero would be NaN.
    let exponent = |hours: f64| (hours.min(1e100) * rate).clamp(0.0, MAX_EXPONENT);
    let spent = if exponent(length) < 1e-12 { length.min(1e100) } else { libm::expm1(exponent(length)) / rate };
    Hours::new(spent * libm::exp(exponent(restart)))
}

/// Failures per hour, capped at a million.
fn failure_rate(mtbf: Hours) -> f64 {
    1.0 / mtbf.get().max(1e-6)
}

fn mean_time(rate: f64) -> Hours {
    Hours::new(1.0 / rate)
}

fn interval(hours: f64) -> Hours {
    // Without failures and stalls the product is NaN, and any interval will do.
    Hours::new(if hours > 0.0 { hours.min(MAX_INTERVAL) } else { 0.0 })
}

impl From<Seconds> for Hours {
    fn from(time: Seconds) -> Self {
        Self::new(time.hours())
    }
}
