//! All figures at one setting of the drivers: the only place where the formulas of physics and cost meet.

use super::driver::{Driver, Drivers};
use super::figure::{Figure, Figures};
use crate::cost::{compute, data, energy, hardware, people};
use crate::scenario::{Basis, Field, Scenario};
use crate::training::{accelerator_hours, goodput_rate, training_flops, wall_clock};
use crate::units::{CarbonIntensity, Flop, FlopRate, Money, Quantity, Tokens, Watts};

/// What a scenario fixes exactly, ready for many evaluations.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exact {
    flops: Flop,
    count: f64,
    gathered: Tokens,
    annotated: f64,
    people: f64,
    months: f64,
    owned: bool,
}

impl Exact {
    pub(super) fn of(scenario: &Scenario) -> Self {
        Self {
            flops: training_flops(scenario),
            count: scenario.number(Field::Count),
            gathered: Tokens::new(scenario.number(Field::Gathered)),
            annotated: scenario.number(Field::Annotated),
            people: scenario.number(Field::People),
            months: scenario.number(Field::Months),
            owned: scenario.basis == Basis::Own,
        }
    }

    /// Every figure with the drivers at `at`, in their own units.
    pub(super) fn evaluate(&self, at: &[f64; Driver::COUNT]) -> Figures {
        let at = |driver: Driver| at[driver as usize];
        let mut out = Figures::new();

        let mfu = at(Driver::Mfu) * at(Driver::SparseFactor) * at(Driver::Fp8Speedup);
        let rate = goodput_rate(FlopRate::new(at(Driver::Peak) * 1e12), mfu, at(Driver::Goodput));
        let final_hours = accelerator_hours(self.flops, rate);
        let experiment_hours = compute::experiment_hours(final_hours, at(Driver::Experiments));
        let total_hours = final_hours + experiment_hours;
        out.put(Figure::Flops, self.flops);
        out.put(Figure::Mfu, mfu);
        out.put(Figure::FinalHours, final_hours);
        out.put(Figure::TotalHours, total_hours);
        out.put(Figure::Days, wall_clock(final_hours, self.count).days());

        let power =
            energy::facility_power(Watts::new(at(Driver::Tdp)), at(Driver::Draw), at(Driver::ServerPower), at(Driver::Pue));
        let grid = CarbonIntensity::new(at(Driver::Carbon));
        let per_kwh = Money::new(at(Driver::Electricity));
        let (final_energy, total_energy) = (energy::consumed(final_hours, power), energy::consumed(total_hours, power));
        let electricity = energy::bill(total_energy, per_kwh);
        out.put(Figure::FinalEnergy, final_energy);
        out.put(Figure::Energy, total_energy);
        out.put(Figure::FinalCarbon, energy::emitted(final_energy, grid));
        out.put(Figure::Carbon, energy::emitted(total_energy, grid));
        out.put(Figure::Electricity, electricity);

        let price = Money::new(at(Driver::Price));
        let rent_final = compute::rent(final_hours, price);
        let rent_experiments = compute::rent(experiment_hours, price);
        out.put(Figure::RentFinal, rent_final);
        out.put(Figure::RentExperiments, rent_experiments);

        let gathering = data::gathering(self.gathered, Money::new(at(Driver::CleanPrice)));
        let annotation = data::annotation(self.annotated, Money::new(at(Driver::ItemPrice)));
        let team = people::team(self.people, self.months, Money::new(at(Driver::Salary)));
        out.put(Figure::Gathering, gathering);
        out.put(Figure::Annotation, annotation);
        out.put(Figure::Team, team);

        let all_in = Money::new(at(Driver::ChipPrice) * at(Driver::ClusterFactor));
        let hourly = hardware::hourly(all_in, at(Driver::Life), at(Driver::Residual), at(Driver::Utilisation));
        let write_off = hardware::amortised(total_hours, hourly);
        out.put(Figure::WriteOff, write_off);
        out.put(Figure::InstalledPrice, all_in);
        out.put(Figure::Upfront, hardware::purchase(self.count, all_in));

        // Heads are exclusive per basis: rent has power and hardware in it, ownership has no rent.
        let nothing = Money::default();
        let (on_compute, on_power, on_hardware, final_run, experiments) = if self.owned {
            let write_off_final = hardware::amortised(final_hours, hourly);
            let final_run = write_off_final + energy::bill(final_energy, per_kwh);
            (nothing, electricity, write_off, final_run, electricity + write_off - final_run)
        } else {
            (rent_final + rent_experiments, nothing, nothing, rent_final, rent_experiments)
        };
        let (on_data, on_people) = (gathering + annotation, team);
        out.put(Figure::Compute, on_compute);
        out.put(Figure::Power, on_power);
        out.put(Figure::Data, on_data);
        out.put(Figure::People, on_people);
        out.put(Figure::Hardware, on_hardware);
        out.put(Figure::Total, on_compute + on_power + on_data + on_people + on_hardware);
        out.put(Figure::FinalRun, final_run);
        // A difference of nearly equal numbers may fall below nothing by a rounding.
        out.put(Figure::Experiments, experiments.to_f64().max(0.0));
        out
    }

    /// The figures that are sums, parts before wholes, with those that they sum.
    pub(super) fn sums(&self) -> [(Figure, &'static [Figure]); 3] {
        let compute: &[Figure] = if self.owned { &[Figure::Compute] } else { &[Figure::RentFinal, Figure::RentExperiments] };
        [
            (Figure::Compute, compute),
            (Figure::Data, &[Figure::Gathering, Figure::Annotation]),
            (Figure::Total, &[Figure::Compute, Figure::Power, Figure::Data, Figure::People, Figure::Hardware]),
        ]
    }

    /// Whether a figure rests on known drivers only.
    pub(super) fn is_known(&self, figure: Figure, drivers: &Drivers) -> bool {
        let known = |driver| drivers.is_known(driver);
        let hours = known(Driver::Peak) && known(Driver::Mfu);
        let rent = hours && known(Driver::Price);
        let power = hours && known(Driver::Tdp);
        let hardware = known(Driver::ChipPrice);
        let machines = if self.owned { power && hardware } else { rent };
        match figure {
            Figure::Flops | Figure::Gathering | Figure::Annotation | Figure::Team | Figure::Data | Figure::People => true,
            Figure::Mfu => known(Driver::Mfu),
            Figure::FinalHours | Figure::TotalHours | Figure::Days => hours,
            Figure::FinalEnergy | Figure::Energy | Figure::FinalCarbon | Figure::Carbon | Figure::Electricity => power,
            Figure::RentFinal | Figure::RentExperiments => rent,
            Figure::WriteOff => hours && hardware,
            Figure::InstalledPrice | Figure::Upfront => hardware,
            Figure::Compute => self.owned || rent,
            Figure::Power => !self.owned || power,
            Figure::Hardware => !self.owned || (hours && hardware),
            Figure::Total | Figure::FinalRun | Figure::Experiments => machines,
        }
    }
}
