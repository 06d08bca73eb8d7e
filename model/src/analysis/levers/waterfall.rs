//! The effect of a set of levers on a figure, step by step, and the predicted loss.

use super::{Lever, LeverSet, Pulled};
use crate::choice::Kind;
use crate::estimate::mids_at;
use crate::names::{Driver, Field, Figure};
use crate::scenario::Scenario;
use crate::training::{ScalingLaw, loss};
use crate::units::Tokens;

/// A figure from its value without levers to its value with them.
#[derive(Clone, Debug, PartialEq)]
pub struct Waterfall {
    /// Value without levers, in the figure's unit.
    pub baseline: f64,
    /// Contribution of each lever, negative for savings; the contributions sum to the difference.
    pub shares: Vec<(Lever, f64)>,
    /// Value with all levers.
    pub result: f64,
}

impl Waterfall {
    /// Each lever with the figure's value before and after its contribution.
    pub fn steps(&self) -> impl Iterator<Item = (Lever, f64, f64)> {
        self.shares.iter().scan(self.baseline, |at, (lever, share)| {
            let from = core::mem::replace(at, *at + share);
            Some((*lever, from, *at))
        })
    }
}

/// Maximum number of levers for which every subset is computed: 1,024 subsets.
const EXACT: usize = 10;

/// Number of sampled orders for larger sets, in pairs of one and its reverse.
const ORDERS: usize = 64;

/// A figure from baseline to result, with each lever's contribution.
///
/// The contribution is the mean effect over the orders of switching levers on (Shapley 1953, A value for n-person games). It does
/// not depend on any order, is equal for equivalent levers, and sums to the difference. Up to ten levers use all orders; larger
/// sets use 64 fixed orders, each with its reverse. `None` if the figure is unknown.
pub fn waterfall(scenario: &Scenario, levers: LeverSet, figure: Figure) -> Option<Waterfall> {
    let on: Vec<Lever> = levers.iter().collect();
    let value = |bits: u32| {
        let some = on.iter().enumerate().filter(|(place, _)| bits & 1 << place != 0);
        let pulled = Pulled::of(scenario, some.fold(LeverSet { bits: 0, ..levers }, |set, (_, lever)| set.with(*lever)));
        mids_at(&pulled.scenario, &pulled.drivers())[figure as usize]
    };
    let count = on.len();
    let all = ((1_u64 << count) - 1) as u32;
    let (baseline, result) = (value(0)?, value(all)?);
    let mut shares = vec![0.0; count];
    if count <= EXACT {
        let values = (0..=all).map(value).collect::<Option<Vec<f64>>>()?;
        // The share of orders in which exactly these come before: s! (n - 1 - s)! / n!.
        let mut weights = vec![1.0 / count.max(1) as f64];
        for before in 1..count {
            weights.push(weights[before - 1] * before as f64 / (count - before) as f64);
        }
        for bits in 0..=all {
            for (place, share) in shares.iter_mut().enumerate().filter(|(place, _)| bits & 1 << place == 0) {
                let with = values[(bits | 1 << place) as usize];
                *share += weights[bits.count_ones() as usize] * (with - values[bits as usize]);
            }
        }
    } else {
        let mut order: Vec<usize> = (0..count).collect();
        // Any fixed sequence will do: one of Knuth's linear congruential generators.
        let mut state = 1_u64;
        for turn in 0..ORDERS {
            if turn % 2 == 0 {
                for last in (1..count).rev() {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    order.swap(last, (state >> 33) as usize % (last + 1));
                }
            } else {
                order.reverse();
            }
            let (mut bits, mut at) = (0, baseline);
            for &place in &order {
                bits |= 1 << place;
                let next = value(bits)?;
                shares[place] += (next - at) / ORDERS as f64;
                at = next;
            }
        }
    }
    Some(Waterfall { baseline, shares: on.into_iter().zip(shares).collect(), result })
}

/// Loss of a pretrained model as predicted by a scaling law, in nats per token.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PredictedLoss {
    /// Loss without levers.
    pub before: f64,
    /// Loss with them, by size and tokens alone. The law knows one kind of data and dense models; a mixture counts with its
    /// active parameters.
    pub after: f64,
    /// Loss with them if data, growth and experts are worth what their evidence claims. A smaller model still counts as smaller.
    pub as_claimed: f64,
}

/// Predicted loss before and after; `None` unless both models are pretrained from scratch, the only case that the law covers.
pub fn predicted_loss(scenario: &Scenario, levers: LeverSet, law: ScalingLaw) -> Option<PredictedLoss> {
    let pulled = Pulled::of(scenario, levers);
    if [scenario.kind, pulled.scenario.kind] != [Kind::Pretrain; 2] {
        return None;
    }
    let drivers = pulled.drivers();
    let at = |driver| drivers.get(driver).band.map(|band| band.mid);
    let (params, tokens) = (at(Driver::Active)?, at(Driver::Tokens)?);
    let [data, size] = pulled.claimed;
    Some(PredictedLoss {
        before: loss(scenario.params_active(), Tokens::new(scenario.number(Field::Tokens)), law),
        after: loss(params, Tokens::new(tokens), law),
        as_claimed: loss(params / size, Tokens::new(tokens / data), law),
    })
}
