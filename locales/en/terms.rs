//! English names of all terms, and what the formulas of figures leave out.

use traincost_model::Unit;
use traincost_model::names::{Driver, Figure};

pub(crate) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Fraction | Unit::Number => "",
        Unit::Flop => "FLOP",
        Unit::FlopPerToken => "FLOP/token",
        Unit::FlopRate => "FLOP/s",
        Unit::TeraflopRate => "TFLOP/s",
        Unit::Tokens => "tokens",
        Unit::Items => "items",
        Unit::TokensPerItem => "tokens/item",
        Unit::Hours => "h",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::PerYear => "per year",
        Unit::PerHour => "per hour",
        Unit::Watts => "W",
        Unit::KilowattHours => "kWh",
        Unit::KilogramsCo2 => "kg CO₂e",
        Unit::GramsPerKilowattHour => "g CO₂e/kWh",
        Unit::TonnesPerYear => "t CO₂e/year",
        Unit::KilowattHoursPerYear => "kWh/year",
        Unit::Litres => "litres",
        Unit::LitresPerKilowattHour => "litres/kWh",
        Unit::Terabytes => "TB",
        Unit::TerabytesPerTeratoken => "TB/trillion tokens",
        Unit::BytesPerToken => "bytes/token",
        Unit::Bytes => "bytes/parameter",
        Unit::Dollars => "$",
        Unit::DollarsPerHour => "$/h",
        Unit::DollarsPerKilowattHour => "$/kWh",
        Unit::DollarsPerYear => "$/year",
        Unit::DollarsPerTerabyte => "$/TB",
        Unit::DollarsPerTerabyteMonth => "$/TB-month",
        Unit::DollarsPerKilowattMonth => "$/kW-month",
        Unit::DollarsPerGigatoken => "$/billion tokens",
        Unit::DollarsPerMegatoken => "$/million tokens",
        Unit::HoursPerMegatoken => "h/million tokens",
        Unit::DollarsPerItem => "$/item",
    }
}

pub(crate) fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Params => "parameters",
        Driver::Active => "active parameters",
        Driver::Tokens => "tokens of the final run",
        Driver::Layers => "layers",
        Driver::Hidden => "hidden size",
        Driver::Seq => "sequence length",
        Driver::WeightPasses => "operations per parameter and token",
        Driver::AttentionPasses => "operations of attention per layer, hidden unit, position and token",
        Driver::Count => "number of accelerators",
        Driver::Peak => "peak speed of one accelerator",
        Driver::DenseMfu => "MFU of a dense model",
        Driver::SparseFactor => "MFU of a mixture of experts, relative to a dense model",
        Driver::Fp8Speedup => "speed-up of FP8 over 16-bit numbers",
        Driver::Goodput => "goodput",
        Driver::Interruptions => "hours on spot, relative to uninterrupted hours",
        Driver::ExperimentFactor => "total compute, relative to the final run",
        Driver::FailedShare => "failed runs as a share of development",
        Driver::EvaluationShare => "evaluation as a share of development",
        Driver::ItemTokens => "tokens of a prompt and its answer",
        Driver::Prompts => "RL prompts",
        Driver::Samples => "answers sampled per prompt",
        Driver::RlPasses => "work on a sampled token, relative to training on it",
        Driver::ReasoningShare => "reasoning RL, relative to the final run",
        Driver::RlEfficiency => "MFU of RL, relative to pretraining",
        Driver::Price => "rent per accelerator-hour",
        Driver::IdleShare => "idle time, relative to hours used",
        Driver::SetupDays => "days of set-up before the final run",
        Driver::SupportShare => "support, relative to rent",
        Driver::StoragePrice => "storage price per TB-month",
        Driver::EgressPrice => "egress price per TB",
        Driver::CheckpointBytes => "checkpoint bytes per parameter",
        Driver::CheckpointsKept => "checkpoints kept",
        Driver::Tdp => "rated power of one accelerator",
        Driver::Draw => "average draw, relative to rated power",
        Driver::ServerPower => "server power, relative to its accelerators",
        Driver::Pue => "PUE",
        Driver::ElectricityPrice => "electricity price",
        Driver::OffPeakShare => "off-peak share of the electricity",
        Driver::OffPeakDiscount => "off-peak discount",
        Driver::GridCarbon => "grid carbon per kWh",
        Driver::EmbodiedCarbonEach => "embodied carbon per accelerator with its share of the server",
        Driver::WaterRate => "water per kWh",
        Driver::HouseholdRate => "electricity of a US household in a year",
        Driver::CarRate => "carbon of a US car in a year",
        Driver::FlightCarbon => "carbon of one passenger flying London to New York and back",
        Driver::Gathered => "tokens gathered and cleaned",
        Driver::CleanPrice => "price of gathering and cleaning, per billion tokens",
        Driver::RawEntered => "raw data at hand",
        Driver::BytesPerToken => "bytes per token",
        Driver::CrawlRate => "raw web data per trillion clean tokens",
        Driver::RawMonths => "months the raw data are stored",
        Driver::Purchased => "bought tokens",
        Driver::TokenPrice => "price per million bought tokens",
        Driver::LicenceFees => "licence fees",
        Driver::SyntheticTokens => "synthetic tokens",
        Driver::SyntheticPrice => "API price per million synthetic tokens",
        Driver::SyntheticHours => "accelerator-hours per million synthetic tokens",
        Driver::Labels => "simple labels",
        Driver::LabelPrice => "price per simple label",
        Driver::Demonstrations => "demonstrations",
        Driver::DemonstrationPrice => "price per demonstration",
        Driver::Pairs => "number of preference pairs",
        Driver::PairPrice => "price per pair judged by a person",
        Driver::AiShare => "share of pairs judged by a model",
        Driver::AiRatio => "price of a model's judgement, relative to a person's",
        Driver::ExpertItems => "expert items",
        Driver::ExpertPrice => "price per expert item",
        Driver::EvaluationItems => "evaluation items",
        Driver::ReviewShare => "review, relative to the price of the items",
        Driver::RejectedShare => "share of items rejected",
        Driver::RedTeamHours => "hours of red-teaming",
        Driver::RedTeamPrice => "price per hour of red-teaming",
        Driver::Scientists => "research scientists",
        Driver::Engineers => "machine-learning engineers",
        Driver::DataEngineers => "data engineers",
        Driver::Infrastructure => "infrastructure engineers",
        Driver::Managers => "product and programme managers",
        Driver::Annotators => "data-quality staff",
        Driver::ScientistPay => "salary of a research scientist",
        Driver::EngineerPay => "salary of a machine-learning engineer",
        Driver::DataEngineerPay => "salary of a data engineer",
        Driver::InfrastructurePay => "salary of an infrastructure engineer",
        Driver::ManagerPay => "salary of a manager",
        Driver::AnnotatorPay => "salary of data-quality staff",
        Driver::Load => "employer cost, relative to gross salary",
        Driver::PayFactor => "pay with equity, relative to the market",
        Driver::LoadedSalary => "loaded salary per year",
        Driver::MonthsBefore => "months of research before",
        Driver::Months => "months of the project",
        Driver::MonthsAfter => "months of deployment after",
        Driver::Hires => "people hired",
        Driver::HiringShare => "cost of hiring, in years of salary",
        Driver::ChipPrice => "price of one accelerator",
        Driver::ServerFactor => "server price, relative to its accelerators",
        Driver::NetworkShare => "network as a share of the cluster's price",
        Driver::Life => "useful life of the hardware",
        Driver::Residual => "residual value, as a share of the price",
        Driver::Utilisation => "utilisation over the hardware's life",
        Driver::LifeHours => "lifetime hours of use",
        Driver::Age => "age of the hardware at the start",
        Driver::CapitalRate => "cost of capital per year",
        Driver::MaintenanceRate => "maintenance per year, relative to the price",
        Driver::ColocationPrice => "colocation price per kW-month",
        Driver::Operators => "number of operators",
    }
}

pub(crate) fn figure(figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::FlopsPerToken => (
            "operations per token",
            "Attention is counted in full, though a causal mask skips half of it. Recomputation, normalisation and the weights of adapters are \
             left out, and the look-up of the input counts like any other weight.",
        ),
        Figure::Flops => ("compute of the final run", "Repeated tokens count again. Goodput covers restarts and evaluation."),
        Figure::Mfu => {
            ("steady MFU", "One average for the whole run. Unless computed from a plan, it does not fall as the cluster grows.")
        }
        Figure::Rate => (
            "useful speed of one accelerator",
            "Goodput is one number for restarts, ramp-up, evaluation and waiting, at any size of the cluster.",
        ),
        Figure::FinalHours => (
            "accelerator-hours of the final run",
            "Total hours do not depend on the number of chips. On spot, lost work and queueing are one average factor.",
        ),
        Figure::Days => {
            ("days of the final run", "All accelerators work from the first day to the last; waiting for them is not counted.")
        }
        Figure::DevelopmentFactor => ("development over the final run", ""),
        Figure::DevelopmentHours => (
            "accelerator-hours of development",
            "Experiments, failed runs and evaluation are one multiple of the final run, on the same accelerators. Projects seldom publish what they tried: this is one of the widest ranges on the page.",
        ),
        Figure::FailedHours => ("accelerator-hours of failed runs", "A fixed share of development, by our own estimate."),
        Figure::EvaluationHours => ("accelerator-hours of evaluation", "A fixed share of development, by our own estimate."),
        Figure::ExperimentHours => ("accelerator-hours of experiments", "Development without failed runs and evaluation."),
        Figure::SftFlops => (
            "compute of supervised fine-tuning",
            "One pass over the answers, all of the same length. Several passes would multiply it.",
        ),
        Figure::RewardFlops => (
            "compute of the reward model",
            "The reward model is assumed to be as large as the model itself, and is trained once. Many are smaller.",
        ),
        Figure::RlFlops => (
            "compute of RL from feedback",
            "All models involved are assumed to be as large as the one trained, and all answers equally long. Pretraining text mixed in is left out.",
        ),
        Figure::ReasoningFlops => (
            "compute of reasoning RL",
            "A plain share of the final run: few projects have published theirs, and they differ widely.",
        ),
        Figure::AlignmentFlops => ("compute of alignment", "Alignment experiments are left out."),
        Figure::AlignmentHours => (
            "accelerator-hours of alignment",
            "It runs on the accelerators of the final run. One factor for all phases covers the slowness of generating text.",
        ),
        Figure::TotalHours => (
            "accelerator-hours of the project",
            "Hours at work only. Idle hours and set-up are paid as rent but not counted here.",
        ),
        Figure::MachinePower => (
            "average power per accelerator with its share of the server",
            "Processors, fans and switches are one factor on the chip's power, and the average is the same in all phases.",
        ),
        Figure::MachineEnergy => ("energy of the machines", "The draw of machines while idle or in set-up is left out."),
        Figure::CoolingFactor => ("overhead of cooling and conversion", ""),
        Figure::CoolingEnergy => {
            ("energy of cooling and conversion", "PUE is an average over the year; weather, season and load are ignored.")
        }
        Figure::Energy => {
            ("energy of the project", "Storage, networks outside the cluster, offices and the use of the model are left out.")
        }
        Figure::FinalEnergy => {
            ("energy of the final run", "Without experiments, failed runs and alignment. Idle draw is left out.")
        }
        Figure::FinalCarbon => (
            "carbon of the final run",
            "Location-based: the average of the region's grid. Contracts for green power and the hour of the day do not count.",
        ),
        Figure::Carbon => (
            "carbon of the project",
            "Location-based: the average of the region's grid. Contracts for green power and the hour of the day do not count.",
        ),
        Figure::EmbodiedCarbon => (
            "embodied carbon of the hardware",
            "Spread evenly over the hours of use in the hardware's life. Network and buildings are left out.",
        ),
        Figure::Water => (
            "water",
            "One rate for every kWh, whatever the climate and the way of cooling; water for making the chips is left out.",
        ),
        Figure::Households => ("household-years of electricity", "By an average US household; elsewhere most use far less."),
        Figure::Cars => ("car-years of carbon", "By a typical US passenger car, tailpipe alone."),
        Figure::Flights => (
            "return flights London to New York",
            "One passenger's share; what flying does to the climate besides CO₂ is uncertain.",
        ),
        Figure::KwhPrice => ("average price per kWh", "An average price, without peak-demand charges, contracts and taxes."),
        Figure::MachineElectricity => ("electricity of the machines", "At an average price, without demand charges."),
        Figure::Cooling => ("electricity of cooling and conversion", "At the same average price and PUE all year."),
        Figure::Electricity => ("electricity of the project", "At an average price. Idle machines are assumed to draw no power."),
        Figure::ServerPrice => {
            ("price of the server around one accelerator", "A fixed ratio to the chip's price, whoever builds the server.")
        }
        Figure::NetworkRest => ("share of a cluster's price without its network", ""),
        Figure::NetworkPrice => (
            "price of the network per accelerator",
            "A fixed share at every size, though a single server needs almost none and the largest clusters more.",
        ),
        Figure::InstalledPrice => (
            "installed price per accelerator",
            "List or street prices, without volume discounts, duties and taxes. A price that you enter is assumed to include server and network.",
        ),
        Figure::Upfront => (
            "purchase of the hardware",
            "Only the accelerators of the final run: no spares, storage, building, power lines or taxes. Paid up front and never added to the bill.",
        ),
        Figure::Depreciable => ("share of the price lost over the life", ""),
        Figure::AgeShare => ("age over useful life", ""),
        Figure::Worth => (
            "share of the price left at the start",
            "Prices fall by the same share every year. New generations and shortages move real prices in jumps, and at times up.",
        ),
        Figure::LogLoss => ("logarithm of price over residual value", ""),
        Figure::YearlyLoss => (
            "share of the price lost in a year",
            "Straight over the life, or a constant share a year at the rate of the project's start; accounts and markets may differ.",
        ),
        Figure::HourlyLoss => (
            "share of the price lost per hour of use",
            "Idle time is spread over the hours of use: idle hardware makes every hour dearer.",
        ),
        Figure::WearHourly => {
            ("depreciation per accelerator-hour", "Chip, server and network are written off over the same life.")
        }
        Figure::TiedUp => {
            ("average share of the price tied up", "As if the value fell in a straight line from new; age is ignored.")
        }
        Figure::CapitalHourly => (
            "cost of capital per accelerator-hour",
            "Simple interest on the average worth; taxes and their deductions are left out.",
        ),
        Figure::MaintenanceHourly => {
            ("maintenance per accelerator-hour", "The same share of the price every year; older hardware fails more often.")
        }
        Figure::RatedPower => ("rated power per accelerator with its share of the server", ""),
        Figure::SpaceHourly => (
            "colocation per accelerator-hour",
            "Rented by rated kilowatt, without electricity. Building your own is not modelled.",
        ),
        Figure::PowerHourly => ("power per accelerator-hour", "For hours at work; the draw of idle hardware is left out."),
        Figure::HardwareHourly => ("owned hardware per hour, without power", "Without the people who run it, and without taxes."),
        Figure::OwnedHour => {
            ("full cost of an owned accelerator-hour", "Without the people who run the machines, without storage and taxes.")
        }
        Figure::WriteOff => (
            "depreciation of the accelerators",
            "Only the project's share of the hardware's life; what is left belongs to others.",
        ),
        Figure::WriteOffServers => {
            ("depreciation of the servers", "Over the same life as the accelerators, though servers may last longer.")
        }
        Figure::WriteOffNetwork => {
            ("depreciation of the network", "Over the same life as the accelerators, though networks may last longer.")
        }
        Figure::Capital => ("cost of capital", "Simple interest on the average worth; no taxes."),
        Figure::Maintenance => ("maintenance", "A share of the price, whatever the age."),
        Figure::Space => ("colocation", "Rented by rated kilowatt; set-up fees are left out."),
        Figure::Operating => ("operators", "Paid like infrastructure engineers, for the months of the project only."),
        Figure::HardwareInside => (
            "hardware inside the rent",
            "Depreciation of the same hours if they were owned; the rest of the rent is power, capital, upkeep, staff and profit, and is not split.",
        ),
        Figure::CleanTokens => ("clean tokens", "Losses after cleaning, when the mix is chosen, are left out."),
        Figure::DatasetSize => ("size of the clean data", "One copy, uncompressed."),
        Figure::CheckpointSize => ("size of the checkpoints", "All of full size; those of experiments are left out."),
        Figure::RawSize => ("size of the raw data", "Compressed web data; reading them twice needs no more room."),
        Figure::Storage => (
            "storage of data and checkpoints",
            "Everything is kept for all the months of the project, at an object store's price; requests and fast disks are left out.",
        ),
        Figure::Egress => ("egress of the model", "One checkpoint leaves once. Moving data in is assumed to be free."),
        Figure::RentFinal => (
            "rent of the final run",
            "Rent bundles accelerator, server, network, power and staff. One average price: no minimum terms, queues or negotiated discounts.",
        ),
        Figure::RentExperiments => {
            ("rent of experiments", "At the price of the final run; small experiments may run on cheaper chips.")
        }
        Figure::RentFailed => {
            ("rent of failed runs", "At the price of the final run. Insurance against failures is not modelled.")
        }
        Figure::RentEvaluation => {
            ("rent of evaluation", "At the price of the final run; paid interfaces used for judging are left out.")
        }
        Figure::RentAlignment => ("rent of alignment", "At the price of the final run."),
        Figure::RentIdle => ("rent of hours not used", "A share of the hours used, by our own estimate."),
        Figure::RentSetup => ("rent during set-up", "The whole cluster is paid from the first day of set-up."),
        Figure::Rent => ("the whole rent", "At one average price for all phases, without taxes."),
        Figure::Support => ("the provider's support", "A share of rent; free or fixed-price support is not told apart."),
        Figure::RawStorage => {
            ("storage of raw web data", "At an object store's price. Data read in place cost nothing to store.")
        }
        Figure::Gathering => (
            "gathering and cleaning text",
            "One price per billion tokens, whatever the source and quality. Staff stand under people.",
        ),
        Figure::Purchase => ("bought text", "One average price; real contracts are negotiated and mostly secret."),
        Figure::Licences => ("licences", "As entered. Renewals and damages for missing licences are left out."),
        Figure::Synthesis => ("synthetic text", "Only tokens that are kept: prompts and discarded text are not counted."),
        Figure::Labelling => ("cost of simple labels", "One average price; region and language make it differ tenfold."),
        Figure::Annotation => ("cost of demonstrations", "One average price for easy and hard answers."),
        Figure::PairCost => ("average price per preference pair", "A model's judgement is assumed to be as good as a person's."),
        Figure::Preferences => ("cost of preference pairs", "Sampling the two answers is not priced here."),
        Figure::Expertise => ("cost of expert items", "One average price for all fields of expertise."),
        Figure::Labour => ("all items before review", ""),
        Figure::Review => ("review of the items", "One share for all kinds of items; expert review costs more."),
        Figure::Accepted => ("share of items kept", ""),
        Figure::Rejected => ("rejected items", "They are paid for and made again at the same price; their review is left out."),
        Figure::EvaluationSets => ("evaluation sets", "At the experts' price, without review; public test sets are free."),
        Figure::RedTeam => ("red-teaming", "Hours at one price; the compute that attacks use is left out."),
        Figure::Headcount => ("headcount", ""),
        Figure::Payroll => ("salaries per year", "Usual base salaries by role and region; experience is ignored."),
        Figure::LoadedPayroll => (
            "loaded cost of the team per year",
            "One factor for contributions and benefits, one for equity. Offices and travel are left out.",
        ),
        Figure::Research => ("research before the run", "The same team, full-time, for all these months."),
        Figure::Team => ("team during the project", "The same team, full-time, from the first month to the last."),
        Figure::Deployment => ("deployment after the run", "People only: serving the model is not part of this page."),
        Figure::Hiring => ("hiring", "Everybody hired is counted like a machine-learning engineer."),
        Figure::Compute => {
            ("compute, rented", "Rent already pays for power and hardware, so these are not added again. No taxes.")
        }
        Figure::Power => ("power and cooling", "Only for owned hardware; rent includes it."),
        Figure::Data => ("data and labels", "The staff who handle data are counted under people."),
        Figure::People => ("people and research", "Failed runs and experiments are counted with the machines that ran them."),
        Figure::Hardware => {
            ("hardware, owned", "The share of its life that the project uses, not the purchase. No taxes and no building.")
        }
        Figure::Total => (
            "total",
            "Without taxes, profit and the use of the finished model. The range lets some inputs move together (salaries of one region; utilisation falls with scale); all others are assumed to be independent.",
        ),
        Figure::HourCost => (
            "cost per accelerator-hour",
            "Rented: the rent alone. Owned: depreciation, capital, maintenance, colocation and power.",
        ),
        Figure::FinalRun => (
            "the final run alone",
            "Accelerators at work and, if owned, their power. Idle hours, set-up, storage, data and people are left out.",
        ),
        Figure::Experiments => (
            "experiments and failed runs",
            "One multiple of the final run, at its price per hour. It is part of the machines' cost, not of salaries.",
        ),
        Figure::Alignment => (
            "total alignment",
            "Its compute, labels and red-teaming, which other parts of the bill include too: never added to the bill. Review of labels is left out.",
        ),
    }
}
