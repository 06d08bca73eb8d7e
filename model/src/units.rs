//! Physical quantities as types, with only the operators that make sense.
//!
//! ```
//! use traincost_model::units::{Flop, FlopRate};
//! // GPT-3: 3.14e23 FLOP at 24.6 TFLOP/s a V100 is 3.55 million V100-hours (Patterson et al. 2021).
//! let hours = (Flop::new(3.14e23) / FlopRate::new(24.6e12)).hours();
//! assert!((hours / 3.546e6 - 1.0).abs() < 1e-3);
//! ```

use core::ops::{Add, Div, Mul, Sub};

/// Hours in a year of 365.25 days.
pub const HOURS_PER_YEAR: f64 = 8_766.0;

macro_rules! quantity {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Wraps a plain number given in this quantity's unit.
            pub const fn new(value: f64) -> Self {
                Self(value)
            }

            /// The plain number, in this quantity's unit.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Quantity for $name {
            fn from_f64(value: f64) -> Self {
                Self(value)
            }
            fn to_f64(self) -> f64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }

        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    )*};
}

/// A newtype over one `f64`, so that a [`crate::Band`] can hold it.
pub trait Quantity: Copy {
    /// Wraps a plain number.
    fn from_f64(value: f64) -> Self;
    /// The plain number.
    fn to_f64(self) -> f64;
}

impl Quantity for f64 {
    fn from_f64(value: f64) -> Self {
        value
    }
    fn to_f64(self) -> f64 {
        self
    }
}

quantity! {
    /// Floating-point operations.
    Flop;
    /// Floating-point operations per second.
    FlopRate;
    /// Tokens of training data.
    Tokens;
    /// Bytes of memory or traffic.
    Bytes;
    /// Bytes per second, of a memory or of one direction of a link.
    ByteRate;
    /// A span of time in seconds: work divided by speed.
    Seconds;
    /// Time in hours: that one accelerator works, or that a cluster waits. One hour of one accelerator is a GPU-hour.
    Hours;
    /// Power in watts.
    Watts;
    /// Energy in kilowatt-hours.
    Energy;
    /// Greenhouse gas in kilograms of CO2 equivalent.
    Carbon;
    /// Carbon intensity of electricity, in grams of CO2 equivalent per kilowatt-hour.
    CarbonIntensity;
    /// Money in US dollars as of the data's date.
    Money;
}

impl Seconds {
    /// The same span in hours.
    pub fn hours(self) -> f64 {
        self.0 / 3_600.0
    }
}

impl Bytes {
    /// The same amount in GiB of 2^30 bytes.
    pub fn gib(self) -> f64 {
        self.0 / 1_073_741_824.0
    }
}

impl Hours {
    /// The same span in days of 24 hours.
    pub fn days(self) -> f64 {
        self.0 / 24.0
    }
}

/// Work divided by speed is time.
impl Div<FlopRate> for Flop {
    type Output = Seconds;
    fn div(self, rate: FlopRate) -> Seconds {
        Seconds(self.0 / rate.0)
    }
}

/// Traffic divided by bandwidth is time.
impl Div<ByteRate> for Bytes {
    type Output = Seconds;
    fn div(self, rate: ByteRate) -> Seconds {
        Seconds(self.0 / rate.0)
    }
}

/// Work divided by time is speed.
impl Div<Seconds> for Flop {
    type Output = FlopRate;
    fn div(self, time: Seconds) -> FlopRate {
        FlopRate(self.0 / time.0)
    }
}

/// Power times time is energy: watts times hours, in kWh.
impl Mul<Hours> for Watts {
    type Output = Energy;
    fn mul(self, hours: Hours) -> Energy {
        Energy(self.0 * hours.0 / 1_000.0)
    }
}

/// Energy times carbon intensity is carbon: kWh times g/kWh, in kg.
impl Mul<CarbonIntensity> for Energy {
    type Output = Carbon;
    fn mul(self, intensity: CarbonIntensity) -> Carbon {
        Carbon(self.0 * intensity.0 / 1_000.0)
    }
}
