//! Hardware that is owned: what it takes to buy it, and what an hour of it costs.
//!
//! ```
//! use traincost_model::formula::{Driver, Figure, value_of};
//! // $50,000 over 5 years, nothing left, always at work: $1.14 an hour.
//! let loss = value_of(Figure::HourlyLoss, &[(Figure::YearlyLoss.term(), 1.0 / 5.0), (Driver::Utilisation.term(), 1.0)]);
//! let wear = value_of(Figure::WearHourly, &[(Figure::InstalledPrice.term(), 50_000.0), (Figure::HourlyLoss.term(), loss)]);
//! # let _ = wear;
//! ```

use crate::formula::{Formula, formulas};

// A year has 8,766 hours, a month 730.5.
pub(crate) const FORMULAS: &[Formula] = formulas! {
    ServerPrice = { ChipPrice * ServerFactor - ChipPrice };
    NetworkRest = { 1.0 - NetworkShare };
    /// The network is a share of the whole cluster's price (Cottier et al. 2024: 19%).
    NetworkPrice = { ChipPrice * NetworkShare / NetworkRest + ServerPrice * NetworkShare / NetworkRest };
    InstalledPrice = { ChipPrice + ServerPrice + NetworkPrice };
    Upfront = { Count * InstalledPrice };
    Depreciable = { 1.0 - Residual };
    AgeShare = if Declining { Age / Life } else { nothing };
    /// A constant share a year: the price falls to the residual over the life (Cottier et al. 2024: 0.14 orders of magnitude a year).
    Worth = if Declining { pow(Residual, AgeShare) } else { nothing };
    LogLoss = if Declining { minus_ln(Residual) } else { nothing };
    /// Declining balance, continuous; else straight-line.
    YearlyLoss = if Declining { Worth * LogLoss / Life } else { Depreciable / Life };
    /// Units of production, by the working hours of a life; else by the share of its time that it works.
    HourlyLoss = if ByHours { Depreciable / LifeHours } else { YearlyLoss / Utilisation / 8766.0 };
    WearHourly = { InstalledPrice * HourlyLoss };
    TiedUp = { 0.5 + 0.5 * Residual };
    CapitalHourly = { InstalledPrice * TiedUp * CapitalRate / Utilisation / 8766.0 };
    MaintenanceHourly = { InstalledPrice * MaintenanceRate / Utilisation / 8766.0 };
    RatedPower = { Tdp * ServerPower };
    /// Places are let by the rated kilowatt, electricity apart.
    SpaceHourly = { RatedPower * ColocationPrice / Utilisation / 1000.0 / 730.5 };
    PowerHourly = { MachinePower * Pue * KilowattHourPrice / 1000.0 };
    HardwareHourly = { WearHourly + CapitalHourly + MaintenanceHourly + SpaceHourly };
    OwnedHour = { HardwareHourly + PowerHourly };
    WriteOff = { TotalHours * HourlyLoss * ChipPrice };
    WriteOffServers = { TotalHours * HourlyLoss * ServerPrice };
    WriteOffNetwork = { TotalHours * HourlyLoss * NetworkPrice };
    Capital = { TotalHours * CapitalHourly };
    Maintenance = { TotalHours * MaintenanceHourly };
    Space = { TotalHours * SpaceHourly };
    Operating = { Operators * InfrastructurePay * Load * PayFactor * Months / 12.0 };
    /// Rent has the wear of the hardware in it at least; what else an owner pays, somebody who lets thousands may have cheaper.
    HardwareInside = { TotalHours * WearHourly };
};
