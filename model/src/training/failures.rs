//! Failures, checkpoints and restarts: how long a piece of work takes on a machine that breaks.
//!
//! Failures are a Poisson process: they strike during work, checkpoints and restarts alike. The exact expectation is the renewal form of Daly
//! (2006); Young (1974) and Daly give intervals that come close to the best one.
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

/// Exponents beyond this are times that nobody waits for; it keeps every result finite.
const MAX_EXPONENT: f64 = 300.0;

/// A machine that never fails still checkpoints once a year, so that every interval is finite.
const MAX_INTERVAL: f64 = crate::units::HOURS_PER_YEAR;

/// How a whole cluster fails and recovers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Recovery {
    /// Mean time between failures of the whole cluster, see [`cluster_mtbf`]; infinite where nothing fails.
    pub mtbf: Hours,
    /// How long training stands still for a checkpoint: the whole write, or the copy to host memory when the write goes on beside it.
    pub stall: Hours,
    /// From a failure to the first step after it: noticing, replacing, loading; with the wait for a machine, see [`wait_for_repair`].
    pub restart: Hours,
    /// How long after its stall a checkpoint is safe: 0 when training waits for the write. A failure before falls back one checkpoint.
    pub lag: Hours,
}

/// Shares of the time of work that a run loses on top of it, to first order in each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LostTime {
    /// Standing still for checkpoints: `delta / tau`.
    pub checkpoint: f64,
    /// Work done twice: half an interval and the lag, a failure.
    pub rework: f64,
    /// Restarts.
    pub restart: f64,
}

impl LostTime {
    /// All of it.
    pub fn total(&self) -> f64 {
        self.checkpoint + self.rework + self.restart
    }
}

/// Mean time between failures of a cluster of `count` parts that fail on their own: `mtbf / count`.
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

/// How long a failure waits for a machine: with `spares` standing by and repairs of mean length `repair`, the machines in repair are Poisson with
/// mean `a = repair / mtbf` (a queue of infinitely many servers); a failure that finds no spare waits for the first of `spares + 1` repairs:
/// `P(K >= spares) repair / (spares + 1)`, at most a little too long. Meant for `a` below 300.
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

/// Young's interval between checkpoints: `sqrt(2 M delta)`, good while the stall is far below the time between failures (Young 1974,
/// <https://doi.org/10.1145/361147.361115>).
pub fn young_interval(mtbf: Hours, stall: Hours) -> Hours {
    interval((2.0 * mtbf.get() * stall.get()).sqrt())
}

/// Daly's interval of higher order: `sqrt(2 M delta) (1 + x / 3 + x^2 / 9) - delta` with `x = sqrt(delta / (2 M))`, and `M` where the stall is
/// beyond `2 M` (Daly 2006, equation 37, <https://doi.org/10.1016/j.future.2004.11.016>).
pub fn daly_interval(mtbf: Hours, stall: Hours) -> Hours {
    if stall.get() >= 2.0 * mtbf.get() {
        return interval(mtbf.get());
    }
    let ratio = stall / mtbf / 2.0;
    interval((2.0 * mtbf.get() * stall.get()).sqrt() * (1.0 + ratio.sqrt() / 3.0 + ratio / 9.0) - stall.get())
}

/// What a run loses to first order, `delta / tau + (tau / 2 + lag) / M + R / M`, all over the time of its work (Young 1974). Good while the
/// interval and the restart are far below the time between failures.
pub fn first_order_loss(recovery: &Recovery, interval: Hours) -> LostTime {
    let rate = failure_rate(recovery.mtbf);
    LostTime {
        checkpoint: recovery.stall.get() / interval.get().max(f64::MIN_POSITIVE),
        rework: (interval.get() / 2.0 + recovery.lag.get()) * rate,
        restart: recovery.restart.get() * rate,
    }
}

/// Expected time of work on a cluster that keeps no checkpoint: `M e^{R/M} (e^{T/M} - 1)`; with an instant restart the textbook's
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
    /// Expected time of work that stops for a checkpoint every `interval`: the exact renewal form
    /// `M e^{(R + lag)/M} (e^{(tau + delta)/M} - 1) T / tau` (Daly 2006). The lag counts as a longer restart: exact when it is 0, else to first
    /// order.
    pub fn time(&self, work: Hours, interval: Hours) -> Hours {
        work / self.useful_share(interval).max(f64::MIN_POSITIVE)
    }

    /// Work over expected time, in (0, 1].
    pub fn useful_share(&self, interval: Hours) -> f64 {
        let interval = interval.get().clamp(f64::MIN_POSITIVE, MAX_INTERVAL);
        let segment = renewal(interval + self.stall.get(), self.restart.get() + self.lag.get(), failure_rate(self.mtbf));
        interval / segment.get()
    }

    /// The interval that wastes least, exactly: `M (1 + W(-e^{-1 - delta/M}))` with Lambert's W, by Newton's method from Young's interval.
    ///
    /// `x = tau / M` solves `(1 - x) e^{x + d} = 1`, the zero of the derivative of the renewal form; the restart does not move it.
    pub fn best_interval(&self) -> Hours {
        let rate = failure_rate(self.mtbf);
        let stall = (self.stall.get() * rate).clamp(0.0, MAX_EXPONENT);
        // Where nothing fails or nothing stalls, Young's limits are the answer.
        if rate <= 0.0 || stall <= 0.0 {
            return young_interval(self.mtbf, self.stall);
        }
        // f(x) = -ln(1 - x) - x - d is convex and increasing: from the right of its zero Newton falls towards it.
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

/// `(e^{(length)/M} - 1) M e^{restart/M}`, with its limit where nothing fails.
fn renewal(length: f64, restart: f64, rate: f64) -> Hours {
    // Finite first: an endless restart that no failure brings would be no number.
    let exponent = |hours: f64| (hours.min(1e100) * rate).clamp(0.0, MAX_EXPONENT);
    let spent = if exponent(length) < 1e-12 { length.min(1e100) } else { libm::expm1(exponent(length)) / rate };
    Hours::new(spent * libm::exp(exponent(restart)))
}

/// Failures an hour; more than a million an hour are as bad as a million.
fn failure_rate(mtbf: Hours) -> f64 {
    1.0 / mtbf.get().max(1e-6)
}

fn mean_time(rate: f64) -> Hours {
    Hours::new(1.0 / rate)
}

fn interval(hours: f64) -> Hours {
    // Without failures and stalls the product is no number, and any interval will do.
    Hours::new(if hours > 0.0 { hours.min(MAX_INTERVAL) } else { 0.0 })
}

impl From<Seconds> for Hours {
    fn from(time: Seconds) -> Self {
        Self::new(time.hours())
    }
}
