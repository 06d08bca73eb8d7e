//! Units of figures and drivers, and what they are made of.

/// The unit of a figure or driver.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A fraction of one, or a plain factor.
    Fraction,
    /// A plain factor, or a count of accelerators, people, parameters, layers.
    Number,
    /// Floating-point operations.
    Flop,
    /// Floating-point operations a token.
    FlopPerToken,
    /// Floating-point operations a second.
    FlopRate,
    /// 10^12 floating-point operations a second.
    TeraflopRate,
    /// Tokens.
    Tokens,
    /// Items labelled, written or judged.
    Items,
    /// Tokens an item.
    TokensPerItem,
    /// Accelerator-hours, or hours.
    Hours,
    /// Days.
    Days,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Once in so many years: a share a year.
    PerYear,
    /// A share an hour.
    PerHour,
    /// Watts.
    Watts,
    /// Kilowatt-hours.
    KilowattHours,
    /// Kilograms of CO2 equivalent.
    KilogramsCo2,
    /// Grams of CO2 equivalent a kilowatt-hour.
    GramsPerKilowattHour,
    /// Tonnes of CO2 equivalent a year.
    TonnesPerYear,
    /// Kilowatt-hours a year.
    KilowattHoursPerYear,
    /// Litres of water.
    Litres,
    /// Litres a kilowatt-hour.
    LitresPerKilowattHour,
    /// Terabytes.
    Terabytes,
    /// Terabytes in 10^12 tokens.
    TerabytesPerTeratoken,
    /// Bytes a token.
    BytesPerToken,
    /// Bytes a parameter.
    Bytes,
    /// US dollars.
    Dollars,
    /// US dollars an hour, of one accelerator or person.
    DollarsPerHour,
    /// US dollars a kilowatt-hour.
    DollarsPerKilowattHour,
    /// US dollars a year, of one person or payroll.
    DollarsPerYear,
    /// US dollars a terabyte.
    DollarsPerTerabyte,
    /// US dollars for a terabyte kept a month.
    DollarsPerTerabyteMonth,
    /// US dollars for a kilowatt a month.
    DollarsPerKilowattMonth,
    /// US dollars for 10^9 tokens.
    DollarsPerGigatoken,
    /// US dollars for 10^6 tokens.
    DollarsPerMegatoken,
    /// Accelerator-hours for 10^6 tokens.
    HoursPerMegatoken,
    /// US dollars an item.
    DollarsPerItem,
}

/// Powers of money, time, energy, carbon, work, tokens, items, bytes and water.
pub type Dimension = [i8; 9];

impl Unit {
    /// What the unit is made of, whatever its size: hours and years are both time.
    pub const fn dimension(self) -> Dimension {
        const MONEY: usize = 0;
        const TIME: usize = 1;
        const ENERGY: usize = 2;
        const CARBON: usize = 3;
        const WORK: usize = 4;
        const TOKEN: usize = 5;
        const ITEM: usize = 6;
        const BYTE: usize = 7;
        const WATER: usize = 8;
        const fn of(powers: &[(usize, i8)]) -> Dimension {
            let mut dimension = [0; 9];
            let mut index = 0;
            while index < powers.len() {
                dimension[powers[index].0] = powers[index].1;
                index += 1;
            }
            dimension
        }
        match self {
            Self::Fraction | Self::Number => of(&[]),
            Self::Flop => of(&[(WORK, 1)]),
            Self::FlopPerToken => of(&[(WORK, 1), (TOKEN, -1)]),
            Self::FlopRate | Self::TeraflopRate => of(&[(WORK, 1), (TIME, -1)]),
            Self::Tokens => of(&[(TOKEN, 1)]),
            Self::Items => of(&[(ITEM, 1)]),
            Self::TokensPerItem => of(&[(TOKEN, 1), (ITEM, -1)]),
            Self::Hours | Self::Days | Self::Months | Self::Years => of(&[(TIME, 1)]),
            Self::PerYear | Self::PerHour => of(&[(TIME, -1)]),
            Self::Watts => of(&[(ENERGY, 1), (TIME, -1)]),
            Self::KilowattHours => of(&[(ENERGY, 1)]),
            Self::KilogramsCo2 => of(&[(CARBON, 1)]),
            Self::GramsPerKilowattHour => of(&[(CARBON, 1), (ENERGY, -1)]),
            Self::TonnesPerYear => of(&[(CARBON, 1), (TIME, -1)]),
            Self::KilowattHoursPerYear => of(&[(ENERGY, 1), (TIME, -1)]),
            Self::Litres => of(&[(WATER, 1)]),
            Self::LitresPerKilowattHour => of(&[(WATER, 1), (ENERGY, -1)]),
            Self::Terabytes | Self::Bytes => of(&[(BYTE, 1)]),
            Self::TerabytesPerTeratoken | Self::BytesPerToken => of(&[(BYTE, 1), (TOKEN, -1)]),
            Self::Dollars => of(&[(MONEY, 1)]),
            Self::DollarsPerHour | Self::DollarsPerYear => of(&[(MONEY, 1), (TIME, -1)]),
            Self::DollarsPerKilowattHour => of(&[(MONEY, 1), (ENERGY, -1)]),
            Self::DollarsPerTerabyte => of(&[(MONEY, 1), (BYTE, -1)]),
            Self::DollarsPerTerabyteMonth => of(&[(MONEY, 1), (BYTE, -1), (TIME, -1)]),
            Self::DollarsPerKilowattMonth => of(&[(MONEY, 1), (ENERGY, -1)]),
            Self::DollarsPerGigatoken | Self::DollarsPerMegatoken => of(&[(MONEY, 1), (TOKEN, -1)]),
            Self::HoursPerMegatoken => of(&[(TIME, 1), (TOKEN, -1)]),
            Self::DollarsPerItem => of(&[(MONEY, 1), (ITEM, -1)]),
        }
    }
}
