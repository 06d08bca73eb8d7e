//! Units of figures and drivers: a dimension and an exact scale each. The build derives the conversions of formulas from them.

/// Powers of money, time, energy, carbon, work, tokens, items, bytes and water.
pub type Dimension = [i8; 9];

const MONEY: usize = 0;
const TIME: usize = 1;
const ENERGY: usize = 2;
const CARBON: usize = 3;
const WORK: usize = 4;
const TOKEN: usize = 5;
const ITEM: usize = 6;
const BYTE: usize = 7;
const WATER: usize = 8;

const fn dimension(powers: &[(usize, i8)]) -> Dimension {
    let mut dimension = [0; 9];
    let mut index = 0;
    while index < powers.len() {
        dimension[powers[index].0] = powers[index].1;
        index += 1;
    }
    dimension
}

/// An exact ratio to the base unit of the same dimension: dollars, hours, kilowatt-hours, kilograms, FLOP, tokens, items, bytes, litres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The numerator.
    pub times: u64,
    /// The denominator.
    pub over: u64,
}

/// Hours in a year of 365.25 days.
const YEAR: u64 = 8_766;
/// Hours in two months: a month is a twelfth of a year, 730.5 hours.
const TWO_MONTHS: u64 = YEAR / 6;
const MEGA: u64 = 1_000_000;
const GIGA: u64 = 1_000 * MEGA;
const TERA: u64 = 1_000 * GIGA;

macro_rules! units {
    ($($(#[$doc:meta])* $variant:ident = $name:literal [$($base:ident $power:literal),*] $times:tt / $over:tt,)*) => {
        /// The unit of a figure or driver.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Unit { $($(#[$doc])* $variant,)* }

        impl Unit {
            /// Every unit.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in the tables of `data/` and `bill/`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The dimension, whatever the scale: hours and years are both time.
            pub const fn dimension(self) -> Dimension {
                match self { $(Self::$variant => const { dimension(&[$(($base, $power)),*]) },)* }
            }

            /// The scale: how many base units one of these is.
            pub const fn scale(self) -> Scale {
                match self { $(Self::$variant => Scale { times: $times, over: $over },)* }
            }
        }
    };
}

// variant = name [dimension] scale. A month is TWO_MONTHS / 2 hours.
units! {
    /// A fraction of one, read as a percentage.
    Fraction = "share" [] 1 / 1,
    /// A plain factor, or a count of accelerators, people, parameters, layers.
    Number = "1" [] 1 / 1,
    /// Floating-point operations.
    Flop = "FLOP" [WORK 1] 1 / 1,
    /// Floating-point operations per token.
    FlopPerToken = "FLOP/token" [WORK 1, TOKEN -1] 1 / 1,
    /// Floating-point operations per second.
    FlopRate = "FLOP/s" [WORK 1, TIME -1] 3_600 / 1,
    /// 10^12 floating-point operations per second.
    TeraflopRate = "TFLOP/s" [WORK 1, TIME -1] (3_600 * TERA) / 1,
    /// Tokens.
    Tokens = "token" [TOKEN 1] 1 / 1,
    /// Items labelled, written or judged.
    Items = "item" [ITEM 1] 1 / 1,
    /// Tokens per item.
    TokensPerItem = "token/item" [TOKEN 1, ITEM -1] 1 / 1,
    /// Accelerator-hours, or hours.
    Hours = "h" [TIME 1] 1 / 1,
    /// Days.
    Days = "day" [TIME 1] 24 / 1,
    /// Months: twelfths of a year.
    Months = "month" [TIME 1] TWO_MONTHS / 2,
    /// Years of 365.25 days.
    Years = "year" [TIME 1] YEAR / 1,
    /// A share per year.
    PerYear = "1/year" [TIME -1] 1 / YEAR,
    /// A share per hour.
    PerHour = "1/h" [TIME -1] 1 / 1,
    /// Watts.
    Watts = "W" [ENERGY 1, TIME -1] 1 / 1_000,
    /// Kilowatt-hours.
    KilowattHours = "kWh" [ENERGY 1] 1 / 1,
    /// Kilograms of CO2 equivalent.
    KilogramsCo2 = "kg" [CARBON 1] 1 / 1,
    /// Grams of CO2 equivalent per kilowatt-hour.
    GramsPerKilowattHour = "g/kWh" [CARBON 1, ENERGY -1] 1 / 1_000,
    /// Tonnes of CO2 equivalent per year.
    TonnesPerYear = "t/year" [CARBON 1, TIME -1] 1_000 / YEAR,
    /// Kilowatt-hours per year.
    KilowattHoursPerYear = "kWh/year" [ENERGY 1, TIME -1] 1 / YEAR,
    /// Litres of water.
    Litres = "L" [WATER 1] 1 / 1,
    /// Litres per kilowatt-hour.
    LitresPerKilowattHour = "L/kWh" [WATER 1, ENERGY -1] 1 / 1,
    /// Terabytes.
    Terabytes = "TB" [BYTE 1] TERA / 1,
    /// Terabytes per 10^12 tokens.
    TerabytesPerTeratoken = "TB/1e12 tokens" [BYTE 1, TOKEN -1] TERA / TERA,
    /// Bytes per token.
    BytesPerToken = "B/token" [BYTE 1, TOKEN -1] 1 / 1,
    /// Bytes per parameter.
    Bytes = "B/parameter" [BYTE 1] 1 / 1,
    /// US dollars.
    Dollars = "USD" [MONEY 1] 1 / 1,
    /// US dollars per hour of one accelerator or person.
    DollarsPerHour = "USD/h" [MONEY 1, TIME -1] 1 / 1,
    /// US dollars per kilowatt-hour.
    DollarsPerKilowattHour = "USD/kWh" [MONEY 1, ENERGY -1] 1 / 1,
    /// US dollars per year, of one person or a payroll.
    DollarsPerYear = "USD/year" [MONEY 1, TIME -1] 1 / YEAR,
    /// US dollars per terabyte.
    DollarsPerTerabyte = "USD/TB" [MONEY 1, BYTE -1] 1 / TERA,
    /// US dollars per terabyte and month.
    DollarsPerTerabyteMonth = "USD/TB-month" [MONEY 1, BYTE -1, TIME -1] 2 / (TERA * TWO_MONTHS),
    /// US dollars per kilowatt and month.
    DollarsPerKilowattMonth = "USD/kW-month" [MONEY 1, ENERGY -1] 2 / TWO_MONTHS,
    /// US dollars per 10^9 tokens.
    DollarsPerGigatoken = "USD/1e9 tokens" [MONEY 1, TOKEN -1] 1 / GIGA,
    /// US dollars per 10^6 tokens.
    DollarsPerMegatoken = "USD/1e6 tokens" [MONEY 1, TOKEN -1] 1 / MEGA,
    /// Accelerator-hours per 10^6 tokens.
    HoursPerMegatoken = "h/1e6 tokens" [TIME 1, TOKEN -1] 1 / MEGA,
    /// US dollars per item.
    DollarsPerItem = "USD/item" [MONEY 1, ITEM -1] 1 / 1,
}
