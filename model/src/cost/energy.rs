//! Electricity, carbon and water: from the chip to the server to the facility.
//!
//! ```
//! use traincost_model::formula::{Driver, Figure, value_of};
//! // LLaMA 65B: 1,022,362 h x 400 W x PUE 1.1 = 449.8 MWh (Touvron et al. 2023, table 15: 449).
//! let given = [(Figure::FinalHours.term(), 1_022_362.0), (Figure::MachinePower.term(), 400.0), (Driver::Pue.term(), 1.1)];
//! assert!((value_of(Figure::FinalEnergy, &given) / 449.8e3 - 1.0).abs() < 1e-3);
//! ```

use crate::formula::{Formula, formulas};

pub(crate) const FORMULAS: &[Formula] = formulas! {
    /// What hosts, switches and fans add to the chip's average draw is a factor of its own.
    MachinePower = { Tdp * Draw * ServerPower };
    MachineEnergy = { TotalHours * MachinePower / 1000.0 };
    CoolingFactor = { Pue - 1.0 };
    /// Power usage effectiveness is facility over machines (ISO/IEC 30134-2).
    CoolingEnergy = { MachineEnergy * CoolingFactor };
    Energy = { MachineEnergy + CoolingEnergy };
    FinalEnergy = { FinalHours * MachinePower * Pue / 1000.0 };
    /// Location-based.
    FinalCarbon = { FinalEnergy * GridCarbon / 1000.0 };
    Carbon = { Energy * GridCarbon / 1000.0 };
    /// Making the hardware, spread over its life at work (the share rule of life-cycle assessments, ISO 14067).
    EmbodiedCarbon = { TotalHours * EmbodiedEach / Life / Utilisation / 8766.0 };
    Water = { Energy * WaterRate };
    Households = { Energy / Household };
    Cars = { Carbon / Car / 1000.0 };
    Flights = { Carbon / Flight };
    KilowattHourPrice = { ElectricityPrice - ElectricityPrice * OffPeakShare * OffPeakDiscount };
    MachineElectricity = { MachineEnergy * KilowattHourPrice };
    Cooling = { CoolingEnergy * KilowattHourPrice };
    Electricity = { MachineElectricity + Cooling };
};
