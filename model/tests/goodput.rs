//! Failures and checkpoints: the formulas against a discrete-event simulation.

use traincost_model::training::{Recovery, daly_interval, first_order_loss, time_without_checkpoints, young_interval};
use traincost_model::units::Hours;

/// SplitMix64 (Steele et al. 2014): small, seeded, identical everywhere.
struct Random(u64);

impl Random {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn exponential(&mut self, mean: f64) -> f64 {
        -mean * libm::log(1.0 - self.uniform())
    }
}

/// Simulates a run event by event: work, checkpoints and restarts, each of which a failure may interrupt. A checkpoint is safe
/// `lag` after its stall.
fn simulate(random: &mut Random, recovery: &Recovery, work: f64, interval: f64) -> f64 {
    let Recovery { mtbf, stall, restart, lag } = *recovery;
    let [mtbf, stall, restart, lag] = [mtbf, stall, restart, lag].map(Hours::get);
    let mut clock = 0.0;
    let mut failure = random.exponential(mtbf);
    let (mut done, mut safe) = (0.0_f64, 0.0_f64);
    // The checkpoint still being written, and the time when it will be safe.
    let mut writing: Option<(f64, f64)> = None;
    loop {
        let piece = interval.min(work - done);
        let last = done + piece >= work;
        let end = clock + piece + if last { 0.0 } else { stall };
        if let Some((progress, when)) = writing
            && when <= end.min(failure)
        {
            (safe, writing) = (progress, None);
        }
        if end <= failure {
            (clock, done) = (end, done + piece);
            if last {
                return clock;
            }
            if lag == 0.0 {
                safe = done;
            } else {
                writing = Some((done, clock + lag));
            }
            continue;
        }
        // Falls back, and restarts until a restart survives.
        (clock, done, writing) = (failure, safe, None);
        failure = clock + random.exponential(mtbf);
        while clock + restart > failure {
            clock = failure;
            failure = clock + random.exponential(mtbf);
        }
        clock += restart;
    }
}

fn recovery(mtbf: f64, stall: f64, restart: f64, lag: f64) -> Recovery {
    Recovery { mtbf: Hours::new(mtbf), stall: Hours::new(stall), restart: Hours::new(restart), lag: Hours::new(lag) }
}

/// The simulated useful share over many intervals of work.
fn simulated_share(recovery: &Recovery, interval: Hours, seed: u64) -> f64 {
    let work = 60_000.0 * recovery.mtbf.get().min(interval.get() * 20.0);
    work / simulate(&mut Random(seed), recovery, work, interval.get())
}

fn assert_within(got: f64, wanted: f64, share: f64, what: &str) {
    assert!((got / wanted - 1.0).abs() <= share, "{what}: {got:.5} is not within {share} of {wanted:.5}");
}

#[test]
fn the_renewal_form_agrees_with_a_simulation() {
    // From a run that failures hardly affect to one that fails several times per interval.
    for (seed, (mtbf, stall, restart, times)) in [
        (100.0, 0.02, 0.1, 1.0),
        (3.09, 40.0 / 3_600.0, 1.0 / 6.0, 1.0),
        (3.09, 5.0 / 3_600.0, 1.0 / 6.0, 3.0),
        (3.0, 0.1, 0.5, 0.3),
        (1.0, 0.2, 0.3, 1.0),
        (1.0, 0.2, 0.3, 4.0),
        (0.5, 0.1, 0.5, 1.0),
    ]
    .into_iter()
    .enumerate()
    {
        let recovery = recovery(mtbf, stall, restart, 0.0);
        let interval = recovery.best_interval() * times;
        let simulated = simulated_share(&recovery, interval, seed as u64 + 1);
        assert_within(recovery.useful_share(interval), simulated, 0.02, &format!("{recovery:?}, every {interval:?}"));
    }
}

#[test]
fn checkpoints_written_beside_the_training_agree_with_a_simulation() {
    for (seed, (mtbf, stall, restart, lag)) in
        [(3.09, 5.0 / 3_600.0, 1.0 / 6.0, 0.05), (10.0, 0.01, 0.2, 0.3), (50.0, 0.01, 0.5, 0.5)].into_iter().enumerate()
    {
        let recovery = recovery(mtbf, stall, restart, lag);
        // A checkpoint must be safe before the next one starts.
        let interval = Hours::new(recovery.best_interval().get().max(lag));
        let simulated = simulated_share(&recovery, interval, seed as u64 + 11);
        assert_within(recovery.useful_share(interval), simulated, 0.02, &format!("{recovery:?}"));
    }
}

/// Valid if the stall and the restart are far below the time between failures: here up to a fiftieth of it.
#[test]
fn young_and_daly_agree_with_a_simulation_where_they_are_valid() {
    for (seed, (mtbf, stall, restart)) in
        [(1_000.0, 0.1, 1.0), (100.0, 0.05, 0.5), (24.0, 0.01, 0.2), (3.09, 5.0 / 3_600.0, 1.0 / 60.0), (10.0, 0.02, 0.1)]
            .into_iter()
            .enumerate()
    {
        let recovery = recovery(mtbf, stall, restart, 0.0);
        for interval in [young_interval(recovery.mtbf, recovery.stall), daly_interval(recovery.mtbf, recovery.stall)] {
            let simulated = simulated_share(&recovery, interval, seed as u64 + 21);
            let to_first_order = 1.0 / (1.0 + first_order_loss(&recovery, interval).total());
            assert_within(to_first_order, simulated, 0.02, &format!("{recovery:?}, every {interval:?}"));
        }
    }
}

#[test]
fn work_without_checkpoints_agrees_with_a_simulation() {
    for (seed, (work, mtbf, restart)) in [(3.0, 1.0, 0.0), (5.0, 10.0, 1.0), (2.0, 1.0, 0.2)].into_iter().enumerate() {
        let recovery = recovery(mtbf, 0.0, restart, 0.0);
        let mut random = Random(seed as u64 + 31);
        let runs = 60_000;
        let mean = (0..runs).map(|_| simulate(&mut random, &recovery, work, work)).sum::<f64>() / f64::from(runs);
        let expected = time_without_checkpoints(Hours::new(work), recovery.mtbf, recovery.restart).get();
        assert_within(expected, mean, 0.02, &format!("{work} h of work, a failure in {mtbf} h"));
    }
}

/// No interval beats the best one; Young's and Daly's come within 2% of it while the stall is below a fifth of the time between
/// failures.
#[test]
fn the_best_interval_is_the_best() {
    for stall in [1e-4, 1e-3, 0.01, 0.1, 0.19] {
        let recovery = recovery(1.0, stall, 0.1, 0.0);
        let best = recovery.useful_share(recovery.best_interval());
        for step in 1..200 {
            let interval = recovery.best_interval() * (0.02 * f64::from(step));
            assert!(recovery.useful_share(interval) <= best * (1.0 + 1e-12), "stall {stall}, interval {interval:?}");
        }
        let daly = recovery.useful_share(daly_interval(recovery.mtbf, recovery.stall));
        let young = recovery.useful_share(young_interval(recovery.mtbf, recovery.stall));
        assert!(daly >= 0.999 * best, "Daly, stall {stall}");
        assert!(young >= 0.98 * best, "Young, stall {stall}");
    }
}

#[test]
fn every_input_gives_a_share_and_a_finite_interval() {
    let values = [0.0, 1e-300, 1e-3, 1.0, 1e6, 1e300, f64::INFINITY];
    for mtbf in values {
        for stall in values {
            for restart in values {
                let recovery = recovery(mtbf, stall, restart, 0.0);
                let interval = recovery.best_interval();
                let share = recovery.useful_share(interval);
                assert!(interval.get().is_finite() && interval.get() >= 0.0, "{recovery:?}: {interval:?}");
                assert!((0.0..=1.0).contains(&share), "{recovery:?}: {share}");
                assert!(recovery.time(Hours::new(1.0), interval).get().is_finite(), "{recovery:?}");
                assert!(daly_interval(recovery.mtbf, recovery.stall).get().is_finite());
            }
        }
    }
}
