//! The numbers a reader may enter: one table for the form, the link and the checks.

use crate::catalog::{Fact, constants};
use crate::choice::Law;

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
    /// Hardware that is worth at the end what it was at first, or more.
    ResidualAbovePrice,
    /// A field that must have a value has none.
    Missing,
    /// A range whose first end is the larger.
    Inverted,
    /// A range whose ends are the same.
    NoWidth,
    /// A range from below zero to above it.
    CrossesZero,
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
    /// Share of development that goes into failed runs and reruns.
    Failed = "failed" "fs" Fraction 0.0 ..= 0.5 true,
    /// Share of development that goes into evaluation.
    Evaluation = "evaluation" "es" Fraction 0.0 ..= 0.5 true,
    /// Rent of one accelerator for an hour, in dollars.
    Price = "price" "price" Money 0.001 ..= 1e4 true,
    /// Hours on spot over hours without interruptions and lost work.
    Interruptions = "interruptions" "io" Factor 1.0 ..= 100.0 true,
    /// Hours paid and not used over hours used.
    Idle = "idle" "id" Fraction 0.0 ..= 10.0 true,
    /// Days the cluster is paid before the final run works.
    Setup = "setup" "sd" Plain 0.0 ..= 1000.0 true,
    /// The provider's support over rent.
    Support = "support" "su" Fraction 0.0 ..= 1.0 false,
    /// Dollars for a terabyte kept a month.
    StoragePrice = "storage-price" "stp" Money 0.0 ..= 1e5 true,
    /// Dollars a terabyte moved out.
    EgressPrice = "egress-price" "eg" Money 0.0 ..= 1e5 true,
    /// Checkpoints kept.
    Checkpoints = "checkpoints" "ck" Whole 0.0 ..= 1e5 true,
    /// Rated power of one accelerator in watts.
    Tdp = "tdp" "tdp" Plain 1.0 ..= 1e5 true,
    /// Average over rated power.
    Draw = "draw" "dr" Fraction 0.01 ..= 1.5 true,
    /// Server over chip power.
    ServerPower = "server-power" "spw" Factor 1.0 ..= 10.0 true,
    /// Power usage effectiveness of the facility.
    Pue = "pue" "pue" Factor 1.0 ..= 5.0 true,
    /// Electricity price in dollars a kWh.
    Electricity = "electricity" "kwh" Money 0.0 ..= 10.0 true,
    /// Share of the energy that is used off-peak.
    OffPeakShare = "off-peak-share" "ops" Fraction 0.0 ..= 1.0 false,
    /// How much cheaper electricity is off-peak.
    OffPeakDiscount = "off-peak-discount" "opd" Fraction 0.0 ..= 1.0 false,
    /// Carbon intensity of the grid in gCO2e/kWh.
    Carbon = "carbon" "co2" Plain 0.0 ..= 3000.0 true,
    /// Carbon of making one accelerator with its share of the server, kg.
    Embodied = "embodied" "em" Plain 0.0 ..= 1e5 true,
    /// Water in litres a kWh.
    Water = "water" "wu" Plain 0.0 ..= 100.0 true,
    /// Tokens of text gathered and cleaned for the project.
    Gathered = "gathered" "tg" Count 0.0 ..= 1e17 false,
    /// Terabytes of crawl to clean, in place of a number of tokens.
    Raw = "raw" "raw" Plain 0.0 ..= 1e9 true,
    /// Dollars to gather and clean 10^9 tokens.
    CleanPrice = "clean-price" "cp" Money 0.0 ..= 1e9 true,
    /// Bytes a token.
    BytesPerToken = "bytes-per-token" "bpt" Plain 0.1 ..= 100.0 true,
    /// Terabytes of crawl read for 10^12 clean tokens.
    CrawlRate = "crawl-rate" "cr" Plain 0.001 ..= 1e5 true,
    /// Months that the crawl is kept.
    RawMonths = "raw-months" "rm" Plain 0.0 ..= 600.0 true,
    /// Tokens bought.
    Purchased = "purchased" "tp" Count 0.0 ..= 1e17 false,
    /// Dollars for 10^6 of them.
    TokenPrice = "token-price" "tpp" Money 0.0 ..= 1e6 true,
    /// Licences in all, dollars.
    Licences = "licences" "lic" Money 0.0 ..= 1e12 false,
    /// Tokens synthesised.
    Synthetic = "synthetic" "ts" Count 0.0 ..= 1e17 false,
    /// Dollars for 10^6 of them.
    SyntheticPrice = "synthetic-price" "tsp" Money 0.0 ..= 1e6 true,
    /// Simple labels.
    Labels = "labels" "nl" Count 0.0 ..= 1e12 false,
    /// Dollars a label.
    LabelPrice = "label-price" "lp" Money 0.0 ..= 1e6 true,
    /// Answers written by people, and items of other kinds.
    Annotated = "annotated" "ann" Count 0.0 ..= 1e12 false,
    /// Dollars an annotated item.
    ItemPrice = "item-price" "ip" Money 0.0 ..= 1e6 true,
    /// Preference pairs.
    Pairs = "pairs" "np" Count 0.0 ..= 1e12 false,
    /// Dollars a pair that a person judges.
    PairPrice = "pair-price" "pp" Money 0.0 ..= 1e6 true,
    /// Share of the pairs that a model judges.
    AiShare = "ai-share" "ai" Fraction 0.0 ..= 1.0 false,
    /// Items written or judged by experts.
    Experts = "experts" "ne" Count 0.0 ..= 1e12 false,
    /// Items of evaluation sets.
    EvaluationItems = "evaluation-items" "nv" Count 0.0 ..= 1e12 false,
    /// Dollars an expert's item.
    ExpertPrice = "expert-price" "ep" Money 0.0 ..= 1e6 true,
    /// Reviewing over the price of the items.
    Review = "review" "rw" Fraction 0.0 ..= 10.0 true,
    /// Share of items thrown away.
    Rejected = "rejected" "rj" Fraction 0.0 ..= 0.95 true,
    /// Prompts of reinforcement learning, rounds included.
    Prompts = "prompts" "rp" Count 0.0 ..= 1e12 false,
    /// Answers sampled a prompt.
    Samples = "samples" "rs" Whole 1.0 ..= 1e5 false,
    /// Tokens of a prompt and its answer.
    ItemTokens = "item-tokens" "rt" Count 1.0 ..= 1e7 false,
    /// Reinforcement learning of reasoning over the final run.
    Reasoning = "reasoning" "rr" Fraction 0.0 ..= 100.0 false,
    /// MFU of reinforcement learning over that of pretraining.
    RlEfficiency = "rl-efficiency" "rf" Fraction 0.01 ..= 1.0 true,
    /// Hours of red-teaming.
    RedTeam = "red-team" "rh" Plain 0.0 ..= 1e8 false,
    /// Dollars an hour of it.
    RedTeamPrice = "red-team-price" "rtp" Money 0.0 ..= 1e5 true,
    /// Research scientists, full-time.
    Scientists = "scientists" "ps" Plain 0.0 ..= 1e6 false,
    /// Machine-learning engineers.
    Engineers = "engineers" "pe" Plain 0.0 ..= 1e6 false,
    /// Data engineers.
    DataEngineers = "data-engineers" "pd" Plain 0.0 ..= 1e6 false,
    /// Infrastructure engineers.
    Infrastructure = "infrastructure" "pi" Plain 0.0 ..= 1e6 false,
    /// Product and programme managers.
    Managers = "managers" "pm" Plain 0.0 ..= 1e6 false,
    /// Annotation and data-quality staff.
    Annotators = "annotators" "pa" Plain 0.0 ..= 1e6 false,
    /// Months of the project.
    Months = "months" "mo" Plain 0.0 ..= 600.0 false,
    /// Months of research before it.
    MonthsBefore = "months-before" "mb" Plain 0.0 ..= 600.0 false,
    /// Months of deployment after it.
    MonthsAfter = "months-after" "ma" Plain 0.0 ..= 600.0 false,
    /// What one person costs the employer a year, in dollars: one number for everybody, instead of salaries by role.
    Salary = "salary" "sal" Money 0.0 ..= 1e8 true,
    /// Employer's cost over gross salary.
    Load = "load" "ld" Factor 1.0 ..= 5.0 true,
    /// Pay, equity included, over the market's.
    PayFactor = "pay-factor" "pf" Factor 0.01 ..= 100.0 false,
    /// People hired for the project.
    Hires = "hires" "hi" Plain 0.0 ..= 1e6 false,
    /// Purchase price of one accelerator with its share of server and network, in dollars.
    HardwarePrice = "hardware-price" "hw" Money 1.0 ..= 1e8 true,
    /// Price in servers over that of the chips.
    ServerFactor = "server-factor" "sf" Factor 1.0 ..= 10.0 true,
    /// Share of a cluster's price that is network.
    NetworkShare = "network-share" "ns" Fraction 0.0 ..= 0.9 true,
    /// Years over which bought hardware is written off.
    Life = "life" "life" Plain 0.25 ..= 50.0 true,
    /// Share of the purchase price left at the end of that life.
    Residual = "residual" "rv" Fraction 0.0 ..= 1.0 true,
    /// Share of its life that bought hardware works.
    Utilisation = "utilisation" "ut" Fraction 0.01 ..= 1.0 true,
    /// Working hours of a life, where depreciation goes by them.
    LifeHours = "life-hours" "lh" Count 100.0 ..= 1e6 true,
    /// Age of the hardware in years when the project starts.
    Age = "age" "age" Plain 0.0 ..= 50.0 false,
    /// Cost of capital a year.
    Capital = "capital" "cc" Fraction 0.0 ..= 1.0 true,
    /// Maintenance a year over the purchase price.
    Maintenance = "maintenance" "mt" Fraction 0.0 ..= 1.0 true,
    /// Dollars a rated kilowatt and month for the place.
    Colocation = "colocation" "co" Money 0.0 ..= 1e5 true,
    /// People who run the machines.
    Operators = "operators" "op" Plain 0.0 ..= 1e6 false,
    /// Dollars that there are for a model of which only this is known.
    Budget = "budget" "bu" Money 0.0 ..= 1e13 true,
    /// Days that its final run may take.
    Deadline = "deadline" "dy" Plain 0.0 ..= 36525.0 true,
    /// The most accelerators that there are for it.
    Available = "available" "ak" Whole 1.0 ..= 1e7 true,
    /// Tokens that it reads and writes in its life, paid from the same budget.
    Served = "served" "sv" Count 0.0 ..= 1e18 false,
    /// E of the law of the loss, nats a token.
    LawIrreducible = "law-irreducible" "le" Plain 0.0 ..= 100.0 true,
    /// A of it.
    LawSize = "law-size" "la" Plain 1e-3 ..= 1e9 true,
    /// B of it.
    LawData = "law-data" "lb" Plain 1e-3 ..= 1e9 true,
    /// alpha of it.
    LawSizeExponent = "law-size-exponent" "lx" Plain 0.01 ..= 2.0 true,
    /// beta of it.
    LawDataExponent = "law-data-exponent" "ly" Plain 0.01 ..= 2.0 true,
    /// Tokens read and written a month by those who use the model.
    Volume = "volume" "vo" Count 0.0 ..= 1e18 false,
    /// Months of that use.
    ServiceMonths = "service-months" "sm" Plain 0.0 ..= 600.0 false,
    /// Dollars for 10^6 tokens of another's model.
    ApiPrice = "api-price" "ap" Money 0.0 ..= 1e6 true,
    /// Share by which rent falls a year.
    RentDecline = "rent-decline" "rd" Fraction 0.0 ..= 0.9 false,
    /// Share by which the price of new hardware falls a year.
    HardwareDecline = "hardware-decline" "hd" Fraction 0.0 ..= 0.9 false,
    /// FLOP for a dollar of hardware, a factor a year.
    HardwareRate = "hardware-rate" "hr" Factor 0.1 ..= 100.0 true,
    /// FLOP for a watt, a factor a year.
    WattRate = "watt-rate" "wr" Factor 0.1 ..= 100.0 true,
    /// Months in which the compute of the same capability halves.
    AlgorithmHalving = "algorithm-halving" "ah" Plain 0.5 ..= 1200.0 true,
    /// Rent of one accelerator, a factor a year.
    PriceRate = "price-rate" "pr" Factor 0.1 ..= 10.0 true,
    /// Cost of the largest runs, a factor a year.
    FrontierRate = "frontier-rate" "fr" Factor 0.1 ..= 100.0 true,
    /// Partners who train together, oneself included, where they do.
    Partners = "partners" "kp" Whole 2.0 ..= 200.0 false,
    /// Tasks that share a run, where they do.
    Tasks = "tasks" "kt" Whole 2.0 ..= 200.0 false,
    /// Which of all possible rows of draws is taken.
    Seed = "seed" "seed" Whole 1.0 ..= 4294967295.0 false,
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

/// Facts behind fields that move no figure of the bill, but what is decided by it.
impl Field {
    /// The catalog's fact where a field is empty; of a law's constants that law's. `None` where a driver has it, or nobody.
    pub(crate) fn deciding_fact(self, law: Law) -> Option<&'static Fact> {
        let of_law = |besiroglu, hoffmann| if law == Law::Hoffmann { hoffmann } else { besiroglu };
        Some(match self {
            Self::LawIrreducible => of_law(&constants::LOSS_IRREDUCIBLE, &constants::HOFFMANN_IRREDUCIBLE),
            Self::LawSize => of_law(&constants::LOSS_OF_SIZE, &constants::HOFFMANN_OF_SIZE),
            Self::LawData => of_law(&constants::LOSS_OF_DATA, &constants::HOFFMANN_OF_DATA),
            Self::LawSizeExponent => of_law(&constants::LOSS_SIZE_EXPONENT, &constants::HOFFMANN_SIZE_EXPONENT),
            Self::LawDataExponent => of_law(&constants::LOSS_DATA_EXPONENT, &constants::HOFFMANN_DATA_EXPONENT),
            Self::ApiPrice => &constants::SYNTHETIC_API_PRICE,
            Self::HardwareRate => &constants::HARDWARE_PROGRESS,
            Self::WattRate => &constants::WATT_PROGRESS,
            Self::AlgorithmHalving => &constants::ALGORITHMIC_HALVING,
            Self::PriceRate => &constants::PRICE_VOLATILITY,
            Self::FrontierRate => &constants::FRONTIER_GROWTH,
            _ => return None,
        })
    }
}
