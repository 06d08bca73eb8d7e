//! The numbers a reader may enter: one table for the form, the link and the checks.

/// Why a number cannot stand in a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldError {
    /// Zero or less where only a positive number means something.
    NotPositive,
    /// Below zero.
    Negative,
    /// Not a finite number.
    NotFinite,
    /// Below the smallest value that makes sense.
    TooSmall {
        /// That smallest value, in the field's unit.
        min: f64,
    },
    /// Above the largest value that makes sense.
    TooLarge {
        /// That largest value, in the field's unit.
        max: f64,
    },
    /// A count with a fraction.
    NotWhole,
    /// More active than total parameters.
    MoreActiveThanTotal,
    /// A field that must have a value has none.
    Missing,
}

/// What kind of number a field holds: decides its unit and how it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A large count of things, best read as 70B or 700 亿.
    Count,
    /// A small whole number.
    Whole,
    /// A fraction, read as a percentage.
    Fraction,
    /// A plain factor.
    Factor,
    /// US dollars.
    Money,
    /// A number in a unit that its label names.
    Plain,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $link:literal $measure:ident $min:literal ..= $max:literal $optional:literal,)*) => {
        /// One number of a scenario.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field { $($(#[$doc])* $variant,)* }

        impl Field {
            /// Every field, in the order of the scenario.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// How many fields there are.
            pub const COUNT: usize = Self::ALL.len();

            const SPECS: &[Spec] = &[$(Spec {
                id: $id, link: $link, measure: Measure::$measure, min: $min, max: $max, optional: $optional,
            },)*];
        }
    };
}

struct Spec {
    id: &'static str,
    link: &'static str,
    measure: Measure,
    min: f64,
    max: f64,
    optional: bool,
}

// variant = id, name in links, measure, smallest ..= largest, optional (its absence means "as the catalog has it").
fields! {
    /// Parameters, all of them.
    Params = "params" "n" Count 1e5 ..= 1e15 false,
    /// Parameters that work on each token; absent when dense.
    Active = "active" "a" Count 1e5 ..= 1e15 true,
    /// Tokens of the final run, repeats included.
    Tokens = "tokens" "t" Count 1e3 ..= 1e17 false,
    /// Transformer layers.
    Layers = "layers" "l" Whole 1.0 ..= 1e4 false,
    /// Hidden size.
    Hidden = "hidden" "h" Whole 16.0 ..= 1e6 false,
    /// Sequence length in tokens.
    Seq = "seq" "s" Whole 16.0 ..= 1e8 false,
    /// Accelerators working together on the final run.
    Count = "count" "k" Whole 1.0 ..= 1e7 false,
    /// Dense peak of one accelerator in TFLOP/s (BF16 or FP16).
    Peak = "peak" "pk" Plain 0.1 ..= 1e6 true,
    /// Steady model-FLOPs utilisation, over the dense BF16 peak.
    Mfu = "mfu" "mfu" Fraction 0.001 ..= 1.0 true,
    /// Tokens of one optimiser step; absent, a usual size for the model.
    Batch = "batch" "bt" Count 1e2 ..= 1e10 true,
    /// Share of the wall-clock time that the steady MFU holds.
    Goodput = "goodput" "gp" Fraction 0.01 ..= 1.0 true,
    /// All compute of the project over that of the final run.
    Experiments = "experiments" "x" Factor 1.0 ..= 1000.0 true,
    /// Rent of one accelerator for an hour, in dollars.
    Price = "price" "price" Money 0.001 ..= 1e4 true,
    /// Power usage effectiveness of the facility.
    Pue = "pue" "pue" Factor 1.0 ..= 5.0 true,
    /// Electricity price in dollars a kWh.
    Electricity = "electricity" "kwh" Money 0.0 ..= 10.0 true,
    /// Carbon intensity of the grid in gCO2e/kWh.
    Carbon = "carbon" "co2" Plain 0.0 ..= 3000.0 true,
    /// Tokens of text gathered and cleaned for the project.
    Gathered = "gathered" "tg" Count 0.0 ..= 1e17 false,
    /// Dollars to gather and clean 10^9 tokens.
    CleanPrice = "clean-price" "cp" Money 0.0 ..= 1e9 true,
    /// Items labelled or written by people.
    Annotated = "annotated" "ann" Count 0.0 ..= 1e12 false,
    /// Dollars an annotated item.
    ItemPrice = "item-price" "ip" Money 0.0 ..= 1e6 true,
    /// People on the project, full-time.
    People = "people" "ppl" Plain 0.0 ..= 1e6 false,
    /// Months they work on it.
    Months = "months" "mo" Plain 0.0 ..= 600.0 false,
    /// What one of them costs the employer a year, in dollars.
    Salary = "salary" "sal" Money 0.0 ..= 1e8 true,
    /// Purchase price of one accelerator with its share of server and network, in dollars.
    HardwarePrice = "hardware-price" "hw" Money 1.0 ..= 1e8 true,
    /// Years over which bought hardware is written off.
    Life = "life" "life" Plain 0.25 ..= 50.0 true,
    /// Share of the purchase price left at the end of that life.
    Residual = "residual" "rv" Fraction 0.0 ..= 0.99 true,
    /// Share of its life that bought hardware works.
    Utilisation = "utilisation" "ut" Fraction 0.01 ..= 1.0 true,
}

impl Field {
    const fn spec(self) -> &'static Spec {
        &Self::SPECS[self as usize]
    }

    /// The stable name, as in files and tests.
    pub const fn id(self) -> &'static str {
        self.spec().id
    }

    /// The short name used in links.
    pub const fn link(self) -> &'static str {
        self.spec().link
    }

    /// What kind of number it is.
    pub const fn measure(self) -> Measure {
        self.spec().measure
    }

    /// Whether it may be left to the catalog.
    pub const fn is_optional(self) -> bool {
        self.spec().optional
    }

    /// Smallest and largest value that make sense, in the field's unit.
    pub const fn limits(self) -> (f64, f64) {
        (self.spec().min, self.spec().max)
    }

    /// Whether `value` may stand in this field.
    ///
    /// # Errors
    /// Says which bound it breaks; [`FieldError::NotFinite`] for NaN and infinities.
    pub fn check(self, value: f64) -> Result<(), FieldError> {
        let (min, max) = self.limits();
        if !value.is_finite() {
            Err(FieldError::NotFinite)
        } else if value < 0.0 {
            Err(if min > 0.0 { FieldError::NotPositive } else { FieldError::Negative })
        } else if value == 0.0 && min > 0.0 {
            Err(FieldError::NotPositive)
        } else if value < min {
            Err(FieldError::TooSmall { min })
        } else if value > max {
            Err(FieldError::TooLarge { max })
        } else if matches!(self.measure(), Measure::Whole) && value % 1.0 != 0.0 {
            Err(FieldError::NotWhole)
        } else {
            Ok(())
        }
    }
}
