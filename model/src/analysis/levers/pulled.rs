//! The effect of a set of levers on a scenario: changed choices, and factors on its drivers.

use super::{Lever, LeverSet, Reason};
use crate::analysis::offer::{
    clear, factor, fewest, in_region, is_priced, mid, on_chip, precision_gain, price, speed, whole_servers,
};
use crate::band::Band;
use crate::bill::{Drivers, rent_of};
use crate::catalog::{AcceleratorId, RegionId, constants};
use crate::choice::{Basis, Kind, MfuFrom, Precision};
use crate::names::{Driver, Field};
use crate::scenario::Scenario;
use crate::training::lora_factor;

/// Drivers that partners and tasks share: machines and bought data, but not people.
const SHARED: &[Driver] = &[
    Driver::Price,
    Driver::ChipPrice,
    Driver::ElectricityPrice,
    Driver::ColocationPrice,
    Driver::StoragePrice,
    Driver::EgressPrice,
    Driver::CleanPrice,
    Driver::TokenPrice,
    Driver::LicenceFees,
];

/// Context length in tokens from which sparse attention pays, as measured; at 2,000 to 4,000 tokens there was no gain.
const LONG_CONTEXT: f64 = 65_536.0;

/// Makers of chips outside China.
const ABROAD: [&str; 5] = ["NVIDIA", "AMD", "Google", "AWS", "Intel"];

/// The highest MFU that software levers raise a scenario to, as a share of the dense 16-bit peak: the value that one team in ten
/// reaches on its chip, adjusted for sparsity and FP8 if the entered number includes them. `None` if unknown.
pub fn ceiling(scenario: &Scenario) -> Option<f64> {
    let usual = scenario.accelerator.get().mfu.band()?.high;
    if scenario.get(Field::DenseMfu).is_none() {
        return Some(usual);
    }
    let sparse = if scenario.is_sparse() { factor(&constants::MOE_MFU_FACTOR).mid } else { 1.0 };
    Some(usual * sparse * precision_gain(scenario))
}

/// A scenario under levers: its changed choices, and the factors on its drivers.
pub(in crate::analysis) struct Pulled {
    levers: LeverSet,
    /// Levers in effect: they changed the scenario, or it was already as good.
    held: LeverSet,
    /// The scenario with changed choices.
    pub(in crate::analysis) scenario: Scenario,
    /// Factors on its drivers.
    pub(in crate::analysis) factors: Vec<(Driver, Band<f64>)>,
    /// Maximum MFU under software levers.
    most: Option<f64>,
    /// Ratio of tokens and of active parameters to their claimed worth, by the levers' own evidence.
    pub(super) claimed: [f64; 2],
}

impl Pulled {
    /// The state before any lever applies.
    pub(super) fn new(scenario: &Scenario, levers: LeverSet) -> Self {
        let held = LeverSet::default();
        Self { levers, held, scenario: *scenario, factors: Vec::new(), most: None, claimed: [1.0; 2] }
    }

    /// Applies all levers of a set that are applicable.
    pub(in crate::analysis) fn of(scenario: &Scenario, levers: LeverSet) -> Self {
        let mut pulled = Self::new(scenario, levers);
        for lever in levers.iter() {
            // An inapplicable lever has no effect.
            let _ = pulled.pull(lever);
        }
        pulled
    }

    /// The drivers of the scenario under the levers.
    pub(in crate::analysis) fn drivers(&self) -> Drivers {
        let mut drivers = Drivers::of(&self.scenario, None);
        let measured = drivers.get(Driver::DenseMfu).band.map_or(0.0, |band| band.mid);
        for (driver, factor) in &self.factors {
            drivers.multiply(*driver, *factor);
        }
        if let Some(most) = self.most {
            drivers.bound(Driver::DenseMfu, most.max(measured));
        }
        drivers
    }

    fn times(&mut self, driver: Driver, by: Band<f64>) {
        self.factors.push((driver, by));
    }

    /// Applies one lever, or returns the reason why it has no effect.
    pub(super) fn pull(&mut self, lever: Lever) -> Result<(), Reason> {
        let (before, most, claimed) = (self.scenario, self.most, self.claimed);
        let factors = self.factors.len();
        let pulled = self.change(lever).and_then(|()| self.check(&before));
        if pulled.is_err() {
            (self.scenario, self.most, self.claimed) = (before, most, claimed);
            self.factors.truncate(factors);
        }
        if matches!(pulled, Ok(()) | Err(Reason::AlreadySo | Reason::NoneBetter)) {
            self.held = self.held.with(lever);
        }
        pulled
    }

    /// Refuses a lever whose effect an earlier one already has; [`Lever::ALL`] lists the ones that take precedence first.
    fn uncovered(&self, by: &[Lever]) -> Result<(), Reason> {
        if by.iter().any(|lever| self.held.contains(*lever)) { Err(Reason::Covered) } else { Ok(()) }
    }

    /// A lever must not make a project infeasible, or its price unknown.
    fn check(&self, before: &Scenario) -> Result<(), Reason> {
        let known = |scenario: &Scenario| {
            let entered = if scenario.basis == Basis::Own { Field::ChipPrice } else { Field::Price };
            scenario.get(entered).is_some() || price(scenario, scenario.accelerator).is_some()
        };
        if self.scenario.contradiction().is_some() && before.contradiction().is_none() {
            return Err(Reason::DoesNotFit);
        }
        if known(before) && !known(&self.scenario) { Err(Reason::PriceUnknown) } else { Ok(()) }
    }

    fn change(&mut self, lever: Lever) -> Result<(), Reason> {
        self.uncovered(lever.covered_by())?;
        let scenario = &mut self.scenario;
        let now = *scenario;
        let number = |field| now.number(field);
        let only = |holds: bool, reason| if holds { Ok(()) } else { Err(reason) };
        let pretrains = scenario.kind == Kind::Pretrain;
        let by = lever.evidence().fact().map_or(Band::exact(1.0), factor);
        match lever {
            Lever::BuyBase | Lever::OpenWeights => {
                let kind = if lever == Lever::BuyBase { Kind::FineTune } else { Kind::Continue };
                only(pretrains, if scenario.kind == kind { Reason::AlreadySo } else { Reason::OtherKind })?;
                scenario.kind = kind;
                self.times(Driver::Tokens, by);
                // Fewer tokens also means less data to collect.
                self.times(Driver::Gathered, Band::exact(by.mid));
                self.times(Driver::RawEntered, Band::exact(by.mid));
            }
            Lever::Qlora | Lever::Lora => {
                let adapts = scenario.kind == Kind::Lora;
                only(!adapts || lever == Lever::Qlora, Reason::AlreadySo)?;
                only(adapts || scenario.kind == Kind::FineTune, Reason::OtherKind)?;
                if !adapts {
                    let count = number(Field::Count) * factor(&constants::LORA_COUNT).mid;
                    scenario.kind = Kind::Lora;
                    let count = whole_servers(scenario.accelerator, count.max(fewest(scenario, scenario.number(Field::Params))));
                    let _ = scenario.set(Field::Count, Some(count));
                    // By convention the work falls by this factor; measured time falls less, which lowers the MFU.
                    let time = factor(&constants::LORA_TIME);
                    self.times(Driver::DenseMfu, time.inverse().scale(lora_factor(Kind::Lora)));
                }
                if lever == Lever::Qlora {
                    self.times(Driver::DenseMfu, by.inverse());
                }
            }
            Lever::SmallerModel => {
                only(pretrains, Reason::OtherKind)?;
                let smaller = |field: Field, scenario: &Scenario| scenario.get(field).map(|value| value * by.mid);
                let (params, active) = (smaller(Field::Params, scenario), smaller(Field::Active, scenario));
                // Active parameters first: they can never exceed the total.
                if active.is_some() {
                    scenario.set(Field::Active, active).map_err(|_| Reason::NoneBetter)?;
                }
                scenario.set(Field::Params, params).map_err(|_| Reason::NoneBetter)?;
                // Both dimensions of a shape shrink alike.
                for field in [Field::Layers, Field::Hidden] {
                    let side = (scenario.number(field) * libm::cbrt(by.mid)).round().max(field.limits().0);
                    let _ = scenario.set(field, Some(side));
                }
                let around = by.scale(1.0 / by.mid);
                self.times(Driver::Params, around);
                self.times(Driver::Active, around);
            }
            Lever::MixtureOfExperts => {
                only(pretrains, Reason::OtherKind)?;
                only(!scenario.is_sparse(), Reason::AlreadySo)?;
                let dense = number(Field::Params);
                let total = dense * factor(&constants::MIXTURE_TOTAL).mid;
                scenario.set(Field::Params, Some(total)).map_err(|_| Reason::NoneBetter)?;
                scenario.set(Field::Active, Some(dense * by.mid)).map_err(|_| Reason::NoneBetter)?;
                self.claimed[1] *= by.mid;
                // A measured MFU describes the dense model.
                if now.get(Field::DenseMfu).is_some() {
                    self.times(Driver::DenseMfu, factor(&constants::MOE_MFU_FACTOR));
                }
                self.times(Driver::Active, by.scale(1.0 / by.mid));
            }
            Lever::Spot => rebase(scenario, Basis::Spot)?,
            Lever::ReservedThreeYears => rebase(scenario, Basis::Reserved3)?,
            Lever::Reserved => rebase(scenario, Basis::Reserved)?,
            Lever::ElasticCloud => {
                only(scenario.basis != Basis::Spot, Reason::AlreadySo)?;
                rebase(scenario, Basis::OnDemand)?;
            }
            Lever::DomesticChip => {
                let abroad = |chip: AcceleratorId| ABROAD.contains(&chip.get().vendor);
                only(abroad(scenario.accelerator), Reason::AlreadySo)?;
                let chip = best_chip(scenario, |chip| !abroad(chip)).ok_or(Reason::PriceUnknown)?;
                *scenario = at_the_same_pace(scenario, chip);
            }
            Lever::NewerChip => {
                let present = scenario.accelerator;
                let chip = best_chip(scenario, |chip| chip == present || chip.get().year > present.get().year);
                let chip = chip.filter(|chip| *chip != present).ok_or(Reason::NoneBetter)?;
                *scenario = at_the_same_pace(scenario, chip);
            }
            Lever::BetterPlan | Lever::SelectiveRecomputation | Lever::FlashAttention => {
                only(scenario.mfu_from != MfuFrom::Computed, Reason::Planned)?;
                let most = ceiling(scenario).ok_or(Reason::NoneBetter)?;
                let stands = scenario.get(Field::DenseMfu).or_else(|| mid(&scenario.accelerator.get().mfu));
                only(stands.is_some_and(|stands| stands < most), Reason::AtCeiling)?;
                self.most = Some(most);
                self.times(Driver::DenseMfu, by);
            }
            Lever::Fp8 => {
                only(scenario.precision != Precision::Fp8, Reason::AlreadySo)?;
                scenario.precision = Precision::Fp8;
                only(scenario.precision_used() == Precision::Fp8, Reason::Unsupported)?;
                // A measured MFU was measured in 16 bits.
                if scenario.get(Field::DenseMfu).is_some() {
                    self.most = self.most.map(|most| most * by.mid);
                    self.times(Driver::DenseMfu, by);
                }
            }
            Lever::SparseAttention => {
                only(number(Field::Seq) >= LONG_CONTEXT, Reason::ShortContext)?;
                self.times(Driver::AttentionPasses, by);
            }
            Lever::StagedTraining => {
                only(pretrains, Reason::OtherKind)?;
                self.claimed[0] *= by.mid;
                self.times(Driver::Tokens, by);
            }
            Lever::BetterData | Lever::Deduplication => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                self.claimed[0] *= by.mid;
                self.times(Driver::Tokens, by);
            }
            Lever::Distillation => return Err(Reason::NoEvidence),
            Lever::OpenData => {
                let bought = [Field::Gathered, Field::Purchased, Field::LicenceFees];
                let has_any = scenario.get(Field::RawEntered).is_some() || bought.iter().any(|field| number(*field) > 0.0);
                only(has_any, Reason::NothingToReplace)?;
                for field in bought {
                    let _ = scenario.set(field, Some(0.0));
                }
                clear(scenario, &[Field::RawEntered]);
            }
            Lever::AiFeedback => {
                only(number(Field::Pairs) > 0.0, Reason::NothingToReplace)?;
                only(number(Field::AiShare) < 1.0, Reason::AlreadySo)?;
                let _ = scenario.set(Field::AiShare, Some(1.0));
            }
            Lever::CleanerRegion => {
                only(scenario.get(Field::GridCarbon).is_none(), Reason::Entered)?;
                let owned = scenario.basis == Basis::Own;
                let dear = mid(scenario.region.electricity()).unwrap_or(f64::INFINITY);
                // An owner pays for power, and should not pay more because it is clean.
                let allowed = |region: RegionId| {
                    !owned || (is_priced(region) && mid(region.electricity()).is_some_and(|price| price <= dear))
                };
                move_to(scenario, allowed, |region| mid(&region.get().carbon))?;
            }
            Lever::CheaperRegion => {
                only(scenario.basis == Basis::Own, Reason::InTheRent)?;
                only(scenario.get(Field::ElectricityPrice).is_none(), Reason::Entered)?;
                move_to(scenario, is_priced, |region| mid(region.electricity()))?;
            }
            Lever::JointTraining => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                self.share(self.levers.partners);
                self.times(Driver::Goodput, by.inverse());
            }
            Lever::SharedRun => {
                only(matches!(scenario.kind, Kind::Pretrain | Kind::Continue), Reason::OtherKind)?;
                self.share(self.levers.tasks);
            }
        }
        Ok(())
    }

    /// Divides the shared drivers.
    fn share(&mut self, among: u8) {
        for driver in SHARED {
            self.times(*driver, Band::exact(1.0 / f64::from(among.max(1))));
        }
    }
}

/// Changes the basis. An entered rent changes in proportion to the market's.
fn rebase(scenario: &mut Scenario, basis: Basis) -> Result<(), Reason> {
    if scenario.basis == basis {
        return Err(Reason::AlreadySo);
    }
    if let Some(entered) = scenario.get(Field::Price) {
        let rent = |basis| mid(&scenario.accelerator.get().rent(rent_of(basis)).fact);
        let (new, old) = rent(basis).zip(rent(scenario.basis)).ok_or(Reason::PriceUnknown)?;
        let (low, high) = Field::Price.limits();
        let _ = scenario.set(Field::Price, Some((entered * new / old).max(low).min(high)));
    }
    scenario.basis = basis;
    Ok(())
}

/// The chip with the best performance per price among the allowed ones.
fn best_chip(scenario: &Scenario, allowed: impl Fn(AcceleratorId) -> bool) -> Option<AcceleratorId> {
    let work_cost = |chip: AcceleratorId| Some(price(scenario, chip)? / speed(chip)?);
    let mut best = None;
    for chip in AcceleratorId::all().filter(|chip| allowed(*chip)) {
        if let Some(cost) = work_cost(chip)
            && best.is_none_or(|(least, _)| cost < least)
        {
            best = Some((cost, chip));
        }
    }
    best.map(|(_, chip)| chip)
}

/// The scenario on another chip, with the count that keeps the pace and holds the model.
fn at_the_same_pace(scenario: &Scenario, chip: AcceleratorId) -> Scenario {
    let ratio = speed(scenario.accelerator).zip(speed(chip)).map_or(1.0, |(old, new)| old / new);
    let mut next = on_chip(*scenario, chip);
    let count = scenario.number(Field::Count) * ratio;
    let count = whole_servers(chip, count.max(fewest(&next, next.number(Field::Params))));
    let _ = next.set(Field::Count, Some(count));
    next
}

/// Moves to the region with the lowest value of some quantity.
fn move_to(
    scenario: &mut Scenario,
    allowed: impl Fn(RegionId) -> bool,
    of: impl Fn(RegionId) -> Option<f64>,
) -> Result<(), Reason> {
    let mut best = (of(scenario.region).unwrap_or(f64::INFINITY), scenario.region);
    for region in RegionId::all().filter(|region| *region != RegionId::WORLD && allowed(*region)) {
        if let Some(value) = of(region)
            && value < best.0
        {
            best = (value, region);
        }
    }
    if best.1 == scenario.region {
        return Err(Reason::NoneBetter);
    }
    *scenario = in_region(*scenario, best.1);
    Ok(())
}
