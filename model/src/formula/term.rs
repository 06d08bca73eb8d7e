//! The names that formulas are written in: drivers, which come from outside, and figures, which are computed.

use super::Unit;

macro_rules! terms {
    ($(#[$doc:meta])* $Name:ident from $first:expr; $($(#[$vdoc:meta])* $variant:ident = $id:literal $symbol:literal $unit:ident,)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $Name { $($(#[$vdoc])* $variant,)* }

        impl $Name {
            /// Every one, in the order of its formulas.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();

            /// The stable id, as in files, links and tests.
            pub const fn id(self) -> &'static str {
                const IDS: &[&str] = &[$($id,)*];
                IDS[self as usize]
            }

            /// The symbol in formulas.
            pub const fn symbol(self) -> &'static str {
                const SYMBOLS: &[&str] = &[$($symbol,)*];
                SYMBOLS[self as usize]
            }

            /// The unit its numbers are in.
            pub const fn unit(self) -> Unit {
                const UNITS: &[Unit] = &[$(Unit::$unit,)*];
                UNITS[self as usize]
            }

            /// Its place among the terms of formulas.
            pub const fn term(self) -> Term {
                Term($first + self as u16)
            }

            /// The one of a stable id.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }

        #[allow(non_upper_case_globals, dead_code, reason = "formulas name their terms as the enums do, and not all stand in one")]
        impl Term { $(pub(crate) const $variant: Self = $Name::$variant.term();)* }
    };
}

/// A driver or a figure: what formulas are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term(u16);

/// What a [`Term`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// It comes from outside.
    Driver(Driver),
    /// It is computed.
    Figure(Figure),
}

impl Term {
    /// Its place among all terms: drivers first, then figures in the order of their formulas.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// What it is.
    pub const fn named(self) -> Named {
        if self.index() < Driver::COUNT {
            Named::Driver(Driver::ALL[self.index()])
        } else {
            Named::Figure(Figure::ALL[self.index() - Driver::COUNT])
        }
    }

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self.named() {
            Named::Driver(driver) => driver.id(),
            Named::Figure(figure) => figure.id(),
        }
    }

    /// The symbol in formulas.
    pub const fn symbol(self) -> &'static str {
        match self.named() {
            Named::Driver(driver) => driver.symbol(),
            Named::Figure(figure) => figure.symbol(),
        }
    }

    /// The unit.
    pub const fn unit(self) -> Unit {
        match self.named() {
            Named::Driver(driver) => driver.unit(),
            Named::Figure(figure) => figure.unit(),
        }
    }

    /// The term of a stable id.
    pub fn from_id(id: &str) -> Option<Self> {
        Driver::from_id(id).map(Driver::term).or_else(|| Figure::from_id(id).map(Figure::term))
    }
}

// variant = id, symbol, unit. Symbols: Greek and Latin as the field writes them; an index tells whose.
terms! {
    /// What formulas start from: the reader's numbers, the preset's, or the catalog's facts.
    Driver from 0;
    /// Parameters, all of them.
    Params = "params" "N" Number,
    /// Parameters that work on each token.
    Active = "active" "Nₐ" Number,
    /// Tokens of the final run.
    Tokens = "tokens" "D" Tokens,
    /// Layers.
    Layers = "layers" "L" Number,
    /// Hidden size.
    Hidden = "hidden" "h" Number,
    /// Sequence length in tokens.
    Seq = "seq" "s" Number,
    /// FLOP a parameter and token.
    WeightPasses = "weight-passes" "k" FlopPerToken,
    /// FLOP a layer, hidden unit, position and token.
    AttentionPasses = "attention-passes" "kₐ" FlopPerToken,
    /// Accelerators of the final run.
    Count = "count" "n" Number,
    /// Dense peak of one accelerator.
    Peak = "peak" "P" TeraflopRate,
    /// Steady MFU of a dense model.
    Mfu = "dense-mfu" "u" Fraction,
    /// What a mixture of experts leaves of it.
    SparseFactor = "sparse-factor" "fₑ" Number,
    /// Gain of FP8 over BF16 in time.
    Fp8Speedup = "fp8-speedup" "f₈" Number,
    /// Share of the time that the steady MFU holds.
    Goodput = "goodput" "g" Fraction,
    /// Hours on spot over hours without interruptions.
    Interruptions = "interruptions" "i" Number,
    /// Compute of the project over that of the final run.
    ExperimentFactor = "experiment-factor" "m" Number,
    /// Share of development in failed runs.
    FailedShare = "failed-share" "φ" Fraction,
    /// Share of development in evaluation.
    EvaluationShare = "evaluation-share" "ε" Fraction,
    /// Tokens of an aligned item: prompt and answer.
    ItemTokens = "item-tokens" "τ" TokensPerItem,
    /// Prompts of reinforcement learning, rounds included.
    Prompts = "prompts" "q" Items,
    /// Answers sampled a prompt.
    Samples = "samples" "a" Number,
    /// Work of the algorithm on a sampled token over that of training on it.
    RlPasses = "rl-passes" "r" Number,
    /// Reinforcement learning of reasoning over the final run.
    ReasoningShare = "reasoning-share" "ρ" Fraction,
    /// MFU of reinforcement learning over that of pretraining.
    RlEfficiency = "rl-efficiency" "η" Fraction,
    /// Dollars an accelerator-hour.
    Price = "price" "p" DollarsPerHour,
    /// Hours paid and not used over hours used.
    IdleShare = "idle-share" "ι" Fraction,
    /// Days paid before the final run works.
    SetupDays = "setup-days" "d₀" Days,
    /// Support over rent.
    SupportShare = "support-share" "σ" Fraction,
    /// Dollars a terabyte-month.
    StoragePrice = "storage-price" "pₛ" DollarsPerTerabyteMonth,
    /// Dollars a terabyte out.
    EgressPrice = "egress-price" "pₒ" DollarsPerTerabyte,
    /// Bytes of a checkpoint a parameter.
    CheckpointBytes = "checkpoint-bytes" "b" Bytes,
    /// Checkpoints kept.
    CheckpointsKept = "checkpoints-kept" "c" Number,
    /// Rated power of the chip.
    Tdp = "tdp" "W" Watts,
    /// Average over rated power.
    Draw = "draw" "δ" Fraction,
    /// Server over chip power.
    ServerPower = "server-power" "v" Number,
    /// Facility over machine power.
    Pue = "pue" "PUE" Number,
    /// Dollars a kWh.
    ElectricityPrice = "electricity-price" "e" DollarsPerKilowattHour,
    /// Share of the energy used off-peak.
    OffPeakShare = "off-peak-share" "o" Fraction,
    /// How much cheaper that is.
    OffPeakDiscount = "off-peak-discount" "x" Fraction,
    /// Carbon of a kWh.
    GridCarbon = "grid-carbon" "CI" GramsPerKilowattHour,
    /// Carbon of making one accelerator with its share of the server.
    EmbodiedEach = "embodied-carbon-each" "κ" KilogramsCo2,
    /// Litres a kWh.
    WaterRate = "water-rate" "w" LitresPerKilowattHour,
    /// Electricity of a US household a year.
    Household = "household-rate" "E₁" KilowattHoursPerYear,
    /// Carbon of a car a year.
    Car = "car-rate" "C₁" TonnesPerYear,
    /// Carbon of a return flight London-New York.
    Flight = "flight-carbon" "C₂" KilogramsCo2,
    /// Tokens gathered and cleaned.
    Gathered = "gathered" "T" Tokens,
    /// Crawl that the reader has, in place of a number of tokens.
    RawEntered = "raw-entered" "B₀" Terabytes,
    /// Dollars to clean 10^9 tokens.
    CleanPrice = "clean-price" "p_c" DollarsPerGigatoken,
    /// Bytes a token in the language of the data.
    BytesPerToken = "bytes-per-token" "β" BytesPerToken,
    /// Terabytes of crawl for 10^12 clean tokens.
    CrawlRate = "crawl-rate" "γ" TerabytesPerTeratoken,
    /// Months that the crawl is kept.
    RawMonths = "raw-months" "t_r" Months,
    /// Tokens bought.
    Purchased = "purchased" "T_b" Tokens,
    /// Dollars for 10^6 of them.
    TokenPrice = "token-price" "p_b" DollarsPerMegatoken,
    /// Licences in all.
    LicenceFees = "licence-fees" "Λ" Dollars,
    /// Tokens synthesised.
    Synthetic = "synthetic-tokens" "T_s" Tokens,
    /// Dollars for 10^6 of them from an API.
    SyntheticPrice = "synthetic-price" "p_s" DollarsPerMegatoken,
    /// Accelerator-hours for 10^6 of them from one's own model.
    SyntheticHours = "synthetic-hours" "h_s" HoursPerMegatoken,
    /// Simple labels.
    Labels = "labels" "l" Items,
    /// Dollars a label.
    LabelPrice = "label-price" "p_l" DollarsPerItem,
    /// Answers written by people.
    Demonstrations = "demonstrations" "y" Items,
    /// Dollars an answer.
    DemonstrationPrice = "demonstration-price" "p_y" DollarsPerItem,
    /// Preference pairs.
    Pairs = "pairs" "z" Items,
    /// Dollars a pair judged by a person.
    PairPrice = "pair-price" "p_z" DollarsPerItem,
    /// Share of the pairs judged by a model.
    AiShare = "ai-share" "α" Fraction,
    /// Price of a model's judgement over a person's.
    AiRatio = "ai-ratio" "f_α" Fraction,
    /// Items by experts.
    ExpertItems = "expert-items" "ξ" Items,
    /// Dollars an expert's item.
    ExpertPrice = "expert-price" "p_ξ" DollarsPerItem,
    /// Items of evaluation sets, by experts.
    EvaluationItems = "evaluation-items" "ζ" Items,
    /// Reviewing over the price of the items.
    ReviewShare = "review-share" "ν" Fraction,
    /// Share of items thrown away.
    RejectedShare = "rejected-share" "χ" Fraction,
    /// Hours of red-teaming.
    RedTeamHours = "red-team-hours" "H_r" Hours,
    /// Dollars an hour of it.
    RedTeamPrice = "red-team-price" "p_r" DollarsPerHour,
    /// Research scientists.
    Scientists = "scientists" "n₁" Number,
    /// Machine-learning engineers.
    Engineers = "engineers" "n₂" Number,
    /// Data engineers.
    DataEngineers = "data-engineers" "n₃" Number,
    /// Infrastructure engineers.
    Infrastructure = "infrastructure" "n₄" Number,
    /// Product and programme managers.
    Managers = "managers" "n₅" Number,
    /// Data-quality staff.
    Annotators = "annotators" "n₆" Number,
    /// Salary of a scientist a year.
    ScientistPay = "scientist-pay" "y₁" DollarsPerYear,
    /// Salary of an engineer a year.
    EngineerPay = "engineer-pay" "y₂" DollarsPerYear,
    /// Salary of a data engineer a year.
    DataEngineerPay = "data-engineer-pay" "y₃" DollarsPerYear,
    /// Salary of an infrastructure engineer a year.
    InfrastructurePay = "infrastructure-pay" "y₄" DollarsPerYear,
    /// Salary of a manager a year.
    ManagerPay = "manager-pay" "y₅" DollarsPerYear,
    /// Salary of data-quality staff a year.
    AnnotatorPay = "annotator-pay" "y₆" DollarsPerYear,
    /// Employer's cost over gross salary.
    Load = "load" "λ" Number,
    /// Pay, equity included, over the market's.
    PayFactor = "pay-factor" "ψ" Number,
    /// What one person costs a year, load included, where entered.
    LoadedSalary = "loaded-salary" "Y" DollarsPerYear,
    /// Months of research before.
    MonthsBefore = "months-before" "t₀" Months,
    /// Months of the project.
    Months = "months" "t₁" Months,
    /// Months of deployment after.
    MonthsAfter = "months-after" "t₂" Months,
    /// People hired.
    Hires = "hires" "n_h" Number,
    /// Cost of hiring over a year's salary; a year is in it.
    HiringShare = "hiring-share" "θ" Years,
    /// Dollars an accelerator.
    ChipPrice = "chip-price" "K" Dollars,
    /// Price in servers over that of the chips.
    ServerFactor = "server-factor" "s_f" Number,
    /// Share of a cluster's price that is network.
    NetworkShare = "network-share" "s_n" Fraction,
    /// Years of useful life.
    Life = "life" "ℓ" Years,
    /// Share of the price left after it.
    Residual = "residual" "R" Fraction,
    /// Share of that life at work.
    Utilisation = "utilisation" "U" Fraction,
    /// Working hours of a life, for units of production.
    LifeHours = "life-hours" "H_ℓ" Hours,
    /// Age of the hardware when the project starts.
    Age = "age" "ω" Years,
    /// Cost of capital a year.
    CapitalRate = "capital-rate" "r_c" PerYear,
    /// Maintenance a year over the price.
    MaintenanceRate = "maintenance-rate" "r_m" PerYear,
    /// Dollars a kW-month for the place.
    ColocationPrice = "colocation-price" "p_k" DollarsPerKilowattMonth,
    /// People who run the machines.
    Operators = "operators" "n_o" Number,
}

terms! {
    /// What the model computes.
    Figure from Driver::COUNT as u16;
    /// Model FLOPs a token.
    FlopsPerToken = "flops-per-token" "c" FlopPerToken,
    /// Model FLOPs of the final run.
    Flops = "flops" "C" Flop,
    /// Steady MFU over the dense BF16 peak, with what sparsity takes and FP8 gives.
    SteadyMfu = "mfu" "MFU" Fraction,
    /// Useful FLOPs of one accelerator a second over the whole run.
    Rate = "rate" "S" FlopRate,
    /// Accelerator-hours of the final run.
    FinalHours = "final-hours" "H" Hours,
    /// Wall-clock days of the final run.
    Days = "days" "t" Days,
    /// Development over the final run.
    DevelopmentFactor = "development-factor" "m₁" Number,
    /// Accelerator-hours of development: experiments, failed runs, evaluation.
    DevelopmentHours = "development-hours" "H_d" Hours,
    /// Of these, failed runs and reruns.
    FailedHours = "failed-hours" "H_φ" Hours,
    /// Of these, evaluation.
    EvaluationHours = "evaluation-hours" "H_ε" Hours,
    /// Of these, experiments.
    ExperimentHours = "experiment-hours" "H_x" Hours,
    /// FLOPs of supervised fine-tuning on demonstrations.
    SftFlops = "sft-flops" "C₁" Flop,
    /// FLOPs of training the reward model.
    RewardFlops = "reward-flops" "C₂" Flop,
    /// FLOPs of reinforcement learning from feedback.
    RlFlops = "rl-flops" "C₃" Flop,
    /// FLOPs of reinforcement learning of reasoning.
    ReasoningFlops = "reasoning-flops" "C₄" Flop,
    /// FLOPs of alignment.
    AlignmentFlops = "alignment-flops" "C_a" Flop,
    /// Accelerator-hours of alignment.
    AlignmentHours = "alignment-hours" "H_a" Hours,
    /// Accelerator-hours of the whole project.
    TotalHours = "total-hours" "H_Σ" Hours,
    /// Average power of the server's share of one accelerator.
    MachinePower = "machine-power" "W_m" Watts,
    /// Energy of the machines, whole project.
    MachineEnergy = "machine-energy" "E_m" KilowattHours,
    /// What cooling and conversion add to a unit of it.
    CoolingFactor = "cooling-factor" "PUE₁" Number,
    /// Energy of cooling and conversion, whole project.
    CoolingEnergy = "cooling-energy" "E_c" KilowattHours,
    /// Energy of the whole project at the facility's meter.
    Energy = "energy" "E" KilowattHours,
    /// Energy of the final run at the facility's meter.
    FinalEnergy = "final-energy" "E_f" KilowattHours,
    /// Operational carbon of the final run.
    FinalCarbon = "final-carbon" "CO₂_f" KilogramsCo2,
    /// Operational carbon of the whole project.
    Carbon = "carbon" "CO₂" KilogramsCo2,
    /// Carbon of making the hardware that falls on the project.
    EmbodiedCarbon = "embodied-carbon" "CO₂_e" KilogramsCo2,
    /// Water of the whole project.
    Water = "water" "V" Litres,
    /// Household-years of electricity.
    Households = "households" "E/E₁" Years,
    /// Car-years of carbon.
    Cars = "cars" "CO₂/C₁" Years,
    /// Return flights of carbon.
    Flights = "flights" "CO₂/C₂" Number,
    /// What a kWh costs on average over the day.
    KilowattHourPrice = "kwh-price" "ē" DollarsPerKilowattHour,
    /// Electricity of the machines.
    MachineElectricity = "machine-electricity" "$_m" Dollars,
    /// Electricity of cooling and conversion.
    Cooling = "cooling" "$_c" Dollars,
    /// Electricity of the whole project.
    Electricity = "electricity" "$_e" Dollars,
    /// Price of the servers around one accelerator.
    ServerPrice = "server-price" "K_s" Dollars,
    /// What is left of a cluster's price without its network.
    NetworkRest = "network-rest" "1−s_n" Fraction,
    /// Price of the network of one accelerator.
    NetworkPrice = "network-price" "K_n" Dollars,
    /// Price of one accelerator with its share of server and network.
    InstalledPrice = "installed-price" "K_Σ" Dollars,
    /// What it takes to buy the hardware, paid at once. Shown apart, never added.
    Upfront = "upfront" "$_0" Dollars,
    /// Share of the price that is lost over the life.
    Depreciable = "depreciable" "1−R" Fraction,
    /// Age over life.
    AgeShare = "age-share" "ω/ℓ" Fraction,
    /// Share of its price that the hardware is worth when the project starts.
    Worth = "worth" "R_ω" Fraction,
    /// Natural logarithm of price over residual.
    LogLoss = "log-loss" "−ln R" Number,
    /// Share of the price lost a year.
    YearlyLoss = "yearly-loss" "D_y" PerYear,
    /// Share of the price lost an hour of work.
    HourlyLoss = "hourly-loss" "D_h" PerHour,
    /// What an hour wears off one accelerator with its share of server and network.
    WearHourly = "wear-hourly" "w_h" DollarsPerHour,
    /// Share of the price tied up on average.
    TiedUp = "tied-up" "R̄" Fraction,
    /// Cost of capital an hour of work.
    CapitalHourly = "capital-hourly" "c_h" DollarsPerHour,
    /// Maintenance an hour of work.
    MaintenanceHourly = "maintenance-hourly" "m_h" DollarsPerHour,
    /// Rated power of the server's share of one accelerator.
    RatedPower = "rated-power" "W_r" Watts,
    /// The place an hour of work.
    SpaceHourly = "space-hourly" "k_h" DollarsPerHour,
    /// Power an hour of work.
    PowerHourly = "power-hourly" "e_h" DollarsPerHour,
    /// Ownership an hour of work, without power.
    HardwareHourly = "hardware-hourly" "o_h" DollarsPerHour,
    /// The effective price of an owned accelerator-hour.
    OwnedHour = "owned-hour" "p_o" DollarsPerHour,
    /// Depreciation of the accelerators.
    WriteOff = "write-off" "$_k" Dollars,
    /// Depreciation of the servers.
    WriteOffServers = "write-off-servers" "$_s" Dollars,
    /// Depreciation of the network.
    WriteOffNetwork = "write-off-network" "$_n" Dollars,
    /// Cost of capital.
    Capital = "capital" "$_r" Dollars,
    /// Maintenance.
    Maintenance = "maintenance" "$_w" Dollars,
    /// The place.
    Space = "space" "$_p" Dollars,
    /// The people who run the machines.
    Operating = "operating" "$_o" Dollars,
    /// Wear of the hardware as rent has it inside.
    HardwareInside = "hardware-inside" "$_i" Dollars,
    /// Clean tokens: as many as wanted, or as the crawl yields.
    CleanTokens = "clean-tokens" "T_c" Tokens,
    /// Clean data kept.
    DatasetSize = "dataset-size" "B_d" Terabytes,
    /// Checkpoints kept.
    CheckpointSize = "checkpoint-size" "B_c" Terabytes,
    /// Crawl that is read for the clean tokens.
    RawSize = "raw-size" "B_r" Terabytes,
    /// Storage of data and checkpoints.
    Storage = "storage" "$_b" Dollars,
    /// Moving the result out.
    Egress = "egress" "$_x" Dollars,
    /// Rent of the final run.
    RentFinal = "rent-final" "$₁" Dollars,
    /// Rent of experiments.
    RentExperiments = "rent-experiments" "$₂" Dollars,
    /// Rent of failed runs and reruns.
    RentFailed = "rent-failed" "$₃" Dollars,
    /// Rent of evaluation.
    RentEvaluation = "rent-evaluation" "$₄" Dollars,
    /// Rent of alignment.
    RentAlignment = "rent-alignment" "$₅" Dollars,
    /// Rent of hours paid and not used.
    RentIdle = "rent-idle" "$₆" Dollars,
    /// Rent while the cluster is set up.
    RentSetup = "rent-setup" "$₇" Dollars,
    /// Rent, all of it.
    Rent = "rent" "$_R" Dollars,
    /// The provider's support.
    Support = "support" "$₈" Dollars,
    /// Keeping the crawl.
    RawStorage = "raw-storage" "$_q" Dollars,
    /// Gathering and cleaning text.
    Gathering = "gathering" "$_g" Dollars,
    /// Text bought.
    Purchase = "purchase" "$_t" Dollars,
    /// Licences.
    Licences = "licences" "$_l" Dollars,
    /// Text synthesised.
    Synthesis = "synthesis" "$_y" Dollars,
    /// Simple labels.
    Labelling = "labelling" "$_λ" Dollars,
    /// Answers written by people.
    Annotation = "annotation" "$_a" Dollars,
    /// Average price of a preference pair.
    PairCost = "pair-cost" "p̄_z" DollarsPerItem,
    /// Preference pairs.
    Preferences = "preferences" "$_z" Dollars,
    /// Items by experts.
    Expertise = "expertise" "$_ξ" Dollars,
    /// All items, before review and rejection.
    Labour = "labour" "$_L" Dollars,
    /// Reviewing.
    Review = "review" "$_ν" Dollars,
    /// Share of items kept.
    Accepted = "accepted" "1−χ" Fraction,
    /// Items thrown away.
    Rejected = "rejected" "$_χ" Dollars,
    /// Evaluation sets.
    EvaluationSets = "evaluation-sets" "$_ζ" Dollars,
    /// Red-teaming.
    RedTeam = "red-team" "$_τ" Dollars,
    /// Everybody.
    Headcount = "headcount" "n_Σ" Number,
    /// Salaries a year.
    Payroll = "payroll" "Y_Σ" DollarsPerYear,
    /// What everybody costs a year, load and equity included.
    LoadedPayroll = "loaded-payroll" "Y_λ" DollarsPerYear,
    /// Research before the run.
    Research = "research" "$_₀" Dollars,
    /// The team.
    Team = "team" "$_₁" Dollars,
    /// Deployment after the run.
    Deployment = "deployment" "$_₂" Dollars,
    /// Hiring.
    Hiring = "hiring" "$_h" Dollars,
    /// Head: compute.
    Compute = "compute" "A" Dollars,
    /// Head: power and cooling.
    Power = "power" "B" Dollars,
    /// Head: data.
    Data = "data" "Δ" Dollars,
    /// Head: people and R&D.
    People = "people" "Π" Dollars,
    /// Head: hardware bought and depreciated.
    Hardware = "hardware" "Φ" Dollars,
    /// The bill: the sum of its five heads.
    Total = "total" "Σ" Dollars,
    /// What an accelerator-hour costs on this basis, power included when owned.
    HourCost = "hour-cost" "p̂" DollarsPerHour,
    /// What the final run alone costs in accelerators and, when they are owned, power.
    FinalRun = "final-run" "$_f" Dollars,
    /// What experiments, failed runs and evaluation cost in accelerators and, when they are owned, power.
    Experiments = "experiments" "$_d" Dollars,
    /// Alignment: compute, labels and red-teaming, seen together. Its parts stand in the heads.
    Alignment = "alignment" "$_A" Dollars,
}

impl Figure {
    /// Whether the bill and its summary show the figure; the others are steps on the way, which only explanations show.
    pub const fn is_shown(self) -> bool {
        !matches!(
            self,
            Self::FlopsPerToken
                | Self::Rate
                | Self::DevelopmentFactor
                | Self::FailedHours
                | Self::EvaluationHours
                | Self::ExperimentHours
                | Self::SftFlops
                | Self::RewardFlops
                | Self::RlFlops
                | Self::ReasoningFlops
                | Self::AlignmentFlops
                | Self::MachinePower
                | Self::CoolingFactor
                | Self::KilowattHourPrice
                | Self::ServerPrice
                | Self::NetworkRest
                | Self::NetworkPrice
                | Self::Depreciable
                | Self::AgeShare
                | Self::Worth
                | Self::LogLoss
                | Self::YearlyLoss
                | Self::HourlyLoss
                | Self::TiedUp
                | Self::RatedPower
                | Self::CleanTokens
                | Self::DatasetSize
                | Self::CheckpointSize
                | Self::PairCost
                | Self::Labour
                | Self::Accepted
                | Self::Headcount
                | Self::Payroll
                | Self::LoadedPayroll
        )
    }
}
