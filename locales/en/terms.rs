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
        Unit::PerYear => "a year",
        Unit::PerHour => "an hour",
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
        Driver::Mfu => "share of the peak that a dense model reaches (MFU)",
        Driver::SparseFactor => "what a mixture of experts keeps of that share",
        Driver::Fp8Speedup => "gain of FP8 over 16-bit numbers",
        Driver::Goodput => "share of the time in full progress",
        Driver::Interruptions => "hours on spot over hours without interruptions",
        Driver::ExperimentFactor => "compute of the whole project over the final run",
        Driver::FailedShare => "share of failed runs in development",
        Driver::EvaluationShare => "share of evaluation in development",
        Driver::ItemTokens => "tokens of a prompt and its answer",
        Driver::Prompts => "prompts of reinforcement learning",
        Driver::Samples => "answers sampled per prompt",
        Driver::RlPasses => "work on a sampled token over training on it",
        Driver::ReasoningShare => "reinforcement learning of reasoning over the final run",
        Driver::RlEfficiency => "speed of reinforcement learning over that of pretraining",
        Driver::Price => "rent of an accelerator-hour",
        Driver::IdleShare => "hours paid and not used, over hours used",
        Driver::SetupDays => "days of set-up before the final run",
        Driver::SupportShare => "support over rent",
        Driver::StoragePrice => "price of storing a terabyte for a month",
        Driver::EgressPrice => "price of moving a terabyte out",
        Driver::CheckpointBytes => "size of a checkpoint per parameter",
        Driver::CheckpointsKept => "checkpoints kept",
        Driver::Tdp => "rated power of one accelerator",
        Driver::Draw => "average over rated power",
        Driver::ServerPower => "power of the server over that of its chips",
        Driver::Pue => "power of the facility over that of its machines (PUE)",
        Driver::ElectricityPrice => "price of electricity",
        Driver::OffPeakShare => "share of the electricity used off-peak",
        Driver::OffPeakDiscount => "discount off-peak",
        Driver::GridCarbon => "carbon of a kWh from the grid",
        Driver::EmbodiedEach => "carbon of making one accelerator with its share of the server",
        Driver::WaterRate => "water per kWh",
        Driver::Household => "electricity of a US household in a year",
        Driver::Car => "carbon of a US car in a year",
        Driver::Flight => "carbon of one passenger flying London to New York and back",
        Driver::Gathered => "tokens gathered and cleaned",
        Driver::CleanPrice => "price of gathering and cleaning a billion tokens",
        Driver::RawEntered => "crawl at hand",
        Driver::BytesPerToken => "bytes per token",
        Driver::CrawlRate => "crawl read for a trillion clean tokens",
        Driver::RawMonths => "months the crawl is kept",
        Driver::Purchased => "tokens bought",
        Driver::TokenPrice => "price of a million tokens bought",
        Driver::LicenceFees => "licence fees",
        Driver::Synthetic => "synthetic tokens",
        Driver::SyntheticPrice => "price of a million synthetic tokens from an API",
        Driver::SyntheticHours => "accelerator-hours for a million synthetic tokens",
        Driver::Labels => "number of simple labels",
        Driver::LabelPrice => "price of a simple label",
        Driver::Demonstrations => "number of written answers",
        Driver::DemonstrationPrice => "price of a written answer",
        Driver::Pairs => "number of preference pairs",
        Driver::PairPrice => "price of a pair judged by a person",
        Driver::AiShare => "share of pairs judged by a model",
        Driver::AiRatio => "price of a model's judgement over a person's",
        Driver::ExpertItems => "number of items by experts",
        Driver::ExpertPrice => "price of an expert's item",
        Driver::EvaluationItems => "number of items in evaluation sets",
        Driver::ReviewShare => "cost of review over the price of the items",
        Driver::RejectedShare => "share of items thrown away",
        Driver::RedTeamHours => "hours of red-teaming",
        Driver::RedTeamPrice => "price of an hour of red-teaming",
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
        Driver::Load => "employer's cost over gross salary",
        Driver::PayFactor => "pay with equity over the market's salary",
        Driver::LoadedSalary => "full cost of one person in a year",
        Driver::MonthsBefore => "months of research before",
        Driver::Months => "months of the project",
        Driver::MonthsAfter => "months of deployment after",
        Driver::Hires => "people hired",
        Driver::HiringShare => "cost of hiring, in years of salary",
        Driver::ChipPrice => "price of one accelerator",
        Driver::ServerFactor => "price in servers over that of the chips",
        Driver::NetworkShare => "share of the network in a cluster's price",
        Driver::Life => "useful life of the hardware",
        Driver::Residual => "share of the price left after that life",
        Driver::Utilisation => "share of its life that the hardware works",
        Driver::LifeHours => "working hours of a life",
        Driver::Age => "age of the hardware at the start",
        Driver::CapitalRate => "cost of capital in a year, as a share",
        Driver::MaintenanceRate => "maintenance in a year over the price",
        Driver::ColocationPrice => "price of a place for a kilowatt and month",
        Driver::Operators => "number of people who run the machines",
    }
}

pub(crate) fn figure(figure: Figure) -> (&'static str, &'static str) {
    match figure {
        Figure::FlopsPerToken => (
            "operations per token",
            "Attention is counted in full, though a causal mask skips half of it. Recomputation, normalisation and the weights of adapters are \
             left out, and the look-up of the input counts like any other weight.",
        ),
        Figure::Flops => (
            "compute of the final run",
            "Tokens seen twice count twice. Evaluation and restarts are not in it: they stand in the share of time in full progress.",
        ),
        Figure::SteadyMfu => (
            "steady share of the peak (MFU)",
            "One average for the whole run. Unless it is computed from a plan, it does not fall as the cluster grows.",
        ),
        Figure::Rate => (
            "useful speed of one accelerator",
            "Restarts, ramp-up, evaluation and waiting are one share of the time, whatever the size of the cluster.",
        ),
        Figure::FinalHours => (
            "accelerator-hours of the final run",
            "The hours do not hang on how many accelerators share them. On spot, lost work and queueing are one average factor.",
        ),
        Figure::Days => {
            ("days of the final run", "All accelerators work from the first day to the last; waiting for them is not counted.")
        }
        Figure::DevelopmentFactor => ("development over the final run", ""),
        Figure::DevelopmentHours => (
            "accelerator-hours of development",
            "Experiments, failed runs and evaluation are one multiple of the final run, on the same accelerators. What a project really tried is \
             seldom published: this is one of the widest ranges on the page.",
        ),
        Figure::FailedHours => ("accelerator-hours of failed runs", "A fixed share of development, by our own estimate."),
        Figure::EvaluationHours => ("accelerator-hours of evaluation", "A fixed share of development, by our own estimate."),
        Figure::ExperimentHours => ("accelerator-hours of experiments", "What failed runs and evaluation leave of development."),
        Figure::SftFlops => (
            "compute of supervised fine-tuning",
            "One pass over the answers, all of the same length. Several passes would multiply it.",
        ),
        Figure::RewardFlops => (
            "compute of the reward model",
            "The reward model is taken to be as large as the model itself, and is trained once. Many are smaller.",
        ),
        Figure::RlFlops => (
            "compute of learning from feedback",
            "All models involved are as large as the one trained, and every answer has the same length. Pretraining text mixed in is left out.",
        ),
        Figure::ReasoningFlops => (
            "compute of learning to reason",
            "A plain share of the final run: few projects have published it, and they differ widely.",
        ),
        Figure::AlignmentFlops => ("compute of alignment", "Experiments of alignment are left out."),
        Figure::AlignmentHours => (
            "accelerator-hours of alignment",
            "It runs on the accelerators of the final run. That generating text is slow is one factor for all its phases.",
        ),
        Figure::TotalHours => {
            ("accelerator-hours of the project", "Hours at work alone: idle hours and set-up are paid as rent but stand outside.")
        }
        Figure::MachinePower => (
            "average power per accelerator with its share of the server",
            "Processors, fans and switches are one factor on the chip's power, and the average is the same in all phases.",
        ),
        Figure::MachineEnergy => ("energy of the machines", "What machines draw while idle or being set up is left out."),
        Figure::CoolingFactor => ("what cooling and conversion add", ""),
        Figure::CoolingEnergy => {
            ("energy of cooling and conversion", "PUE as an average over the year: weather, season and load are not looked at.")
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
            "carbon of making the hardware",
            "Spread evenly over the working hours of the hardware's life. Network and buildings are left out.",
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
        Figure::KilowattHourPrice => {
            ("average price of a kWh", "An average price: peak-demand charges, contracts and taxes are not told apart.")
        }
        Figure::MachineElectricity => ("electricity of the machines", "At an average price, without demand charges."),
        Figure::Cooling => ("electricity of cooling and conversion", "At the same average price and PUE all year."),
        Figure::Electricity => ("electricity of the project", "At an average price; idle machines are taken to draw nothing."),
        Figure::ServerPrice => {
            ("price of the server around one accelerator", "A fixed ratio to the chip's price, whoever builds the server.")
        }
        Figure::NetworkRest => ("a cluster's price without its network, as a share", ""),
        Figure::NetworkPrice => (
            "price of the network per accelerator",
            "A fixed share at every size, though a single server needs almost none and the largest clusters more.",
        ),
        Figure::InstalledPrice => (
            "price of one accelerator, installed",
            "List or street prices, without volume discounts, duties and taxes. A price that you enter is taken to have server and network in it.",
        ),
        Figure::Upfront => (
            "purchase of the hardware",
            "For the final run's accelerators alone: no spares, storage, building, power lines or taxes. Paid at once and never added to the bill.",
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
            "share of the price lost in a working hour",
            "Idle time is spread over the working hours: hardware that stands still makes every hour dearer.",
        ),
        Figure::WearHourly => ("wear per accelerator-hour", "Chip, server and network are written off over the same life."),
        Figure::TiedUp => {
            ("share of the price tied up on average", "As if the worth fell in a straight line from new; age is not looked at.")
        }
        Figure::CapitalHourly => (
            "cost of capital per accelerator-hour",
            "Simple interest on the average worth; taxes and their deductions are left out.",
        ),
        Figure::MaintenanceHourly => {
            ("maintenance per accelerator-hour", "The same share of the price every year; older hardware fails more often.")
        }
        Figure::RatedPower => ("rated power per accelerator with its share of the server", ""),
        Figure::SpaceHourly => {
            ("place per accelerator-hour", "Let by the rated kilowatt, electricity apart. Building one's own is not modelled.")
        }
        Figure::PowerHourly => ("power per accelerator-hour", "For hours at work; what idle hardware draws is left out."),
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
        Figure::Space => ("place for the machines", "Let by the rated kilowatt; set-up fees are left out."),
        Figure::Operating => {
            ("pay of the people who run the machines", "Paid like infrastructure engineers, for the months of the project alone.")
        }
        Figure::HardwareInside => (
            "hardware inside the rent",
            "Depreciation of the same hours if they were owned; the rest of the rent is power, capital, upkeep, staff and profit, and is not split.",
        ),
        Figure::CleanTokens => ("clean tokens", "What is lost after cleaning, when the mix is chosen."),
        Figure::DatasetSize => ("size of the clean data", "One copy, uncompressed."),
        Figure::CheckpointSize => ("size of the checkpoints", "All of full size; those of experiments are left out."),
        Figure::RawSize => ("size of the crawl", "Compressed crawl; reading it twice would need no more room."),
        Figure::Storage => (
            "storage of data and checkpoints",
            "Everything is kept for all the months of the project, at an object store's price; requests and fast disks are left out.",
        ),
        Figure::Egress => ("moving the model out", "One checkpoint leaves once. Moving data in is taken to be free."),
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
            ("keeping the crawl", "At an object store's price; crawls read where they stand cost nothing to keep.")
        }
        Figure::Gathering => (
            "gathering and cleaning text",
            "One price per billion tokens, whatever the source and quality. Staff stand under people.",
        ),
        Figure::Purchase => ("text bought", "One average price; real contracts are negotiated and mostly secret."),
        Figure::Licences => ("licences", "As entered. Renewals and damages for missing licences are left out."),
        Figure::Synthesis => ("text synthesised", "Tokens kept alone: prompts and texts thrown away are not counted."),
        Figure::Labelling => ("simple labels", "One average price; place and language make it differ tenfold."),
        Figure::Annotation => ("answers written by people", "One average price for easy and hard answers."),
        Figure::PairCost => {
            ("average price of a preference pair", "A judgement by a model is taken to be as good as a person's.")
        }
        Figure::Preferences => ("preference pairs", "Sampling the two answers is not priced here."),
        Figure::Expertise => ("items by experts", "One average price for all fields of expertise."),
        Figure::Labour => ("all items before review", ""),
        Figure::Review => ("review of the items", "One share for all kinds of items; expert review costs more."),
        Figure::Accepted => ("share of items kept", ""),
        Figure::Rejected => ("items thrown away", "They are paid and made anew at the same price; their review is left out."),
        Figure::EvaluationSets => ("evaluation sets", "At the experts' price, without review; public test sets are free."),
        Figure::RedTeam => ("red-teaming", "Hours at one price; the compute that attacks use is left out."),
        Figure::Headcount => ("everybody on the team", ""),
        Figure::Payroll => {
            ("salaries in a year", "Usual base salaries by role and region. How experienced the people are does not count.")
        }
        Figure::LoadedPayroll => (
            "what everybody costs in a year",
            "One factor for contributions and benefits, one for equity. Offices and travel are left out.",
        ),
        Figure::Research => ("research before the run", "The same team, full-time, for all these months."),
        Figure::Team => ("team during the project", "The same team, full-time, from the first month to the last."),
        Figure::Deployment => ("deployment after the run", "People alone: serving the model is not part of this page."),
        Figure::Hiring => ("hiring", "Everybody hired is counted like a machine-learning engineer."),
        Figure::Compute => {
            ("compute, rented", "Rent already pays for power and hardware, so these are not added again. No taxes.")
        }
        Figure::Power => ("power and cooling", "Only when the hardware is owned; in rent it is included."),
        Figure::Data => ("text and labels", "The staff who handle data stand under people."),
        Figure::People => ("people and research", "Failed runs and experiments stand with the machines that ran them."),
        Figure::Hardware => {
            ("hardware, owned", "The share of its life that the project uses, not the purchase. No taxes and no building.")
        }
        Figure::Total => (
            "the whole bill",
            "Without taxes, profit and the use of the finished model. The range takes inputs to be independent of one another; where they move \
             together, it is wider.",
        ),
        Figure::HourCost => {
            ("cost of an accelerator-hour", "Rented: the rent alone. Owned: wear, capital, maintenance, place and power.")
        }
        Figure::FinalRun => (
            "the final run alone",
            "Accelerators at work and, when owned, their power. Idle hours, set-up, storage, data and people are left out.",
        ),
        Figure::Experiments => (
            "experiments and failed runs",
            "One multiple of the final run, at its price per hour. It is part of the machines' cost, not of salaries.",
        ),
        Figure::Alignment => (
            "alignment, seen together",
            "Its compute, labels and red-teaming, which stand in other heads too: never added to the bill. Review of labels is left out.",
        ),
    }
}
