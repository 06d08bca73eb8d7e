//! English texts of inputs, figures and lines of the bill: one entry each.

use crate::shape::bill_texts;
use traincost_model::Unit;

bill_texts! {
    // Label, unit and hint of the field => name in formulas.
    inputs {
        Params: "Parameters", "", "All weights of the model." => "parameters";
        Active: "Active parameters", "", "Weights used for each token, in a mixture of experts." => "active parameters";
        Tokens: "Training tokens", "", "Tokens of the final run, repeats included." => "tokens of the final run";
        Layers: "Layers", "", "" => "layers";
        Hidden: "Hidden size", "", "" => "hidden size";
        Seq: "Sequence length", "tokens", "" => "sequence length";
        Count: "Accelerators", "", "Working together on the final run." => "number of accelerators";
        Peak: "Peak speed", "TFLOP/s", "Dense BF16 peak of one accelerator, never the sparse figure." => "peak speed of one accelerator";
        DenseMfu: "Steady MFU", "", "Model FLOPs as a share of peak while training runs. A value you enter is used as it is, FP8 and sparsity included." => "MFU of a dense model";
        Goodput: "Goodput", "", "Share of the time at that speed; restarts, ramps, evaluation and idling take the rest." => "goodput";
        ExperimentFactor: "Total compute", "× final run", "With experiments, failed runs and evaluation. 1 is the final run alone." => "total compute, relative to the final run";
        FailedShare: "Failed runs", "", "As a share of development compute." => "failed runs as a share of development";
        EvaluationShare: "Evaluation", "", "As a share of development compute." => "evaluation as a share of development";
        Price: "Accelerator rent", "per hour", "" => "rent per accelerator-hour";
        Interruptions: "Spot interruptions", "× hours", "Lost work and waiting, on the spot market only." => "hours on spot, relative to uninterrupted hours";
        IdleShare: "Idle time", "", "Hours paid but unused, as a share of hours used." => "idle time, relative to hours used";
        SetupDays: "Set-up", "days", "Paid before the final run starts." => "days of set-up before the final run";
        SupportShare: "Provider support", "", "As a share of rent." => "support, relative to rent";
        StoragePrice: "Storage", "per TB-month", "" => "storage price per TB-month";
        EgressPrice: "Egress", "per TB", "Moving the result out." => "egress price per TB";
        CheckpointsKept: "Checkpoints kept", "", "" => "checkpoints kept";
        Tdp: "Power per accelerator", "W", "Rated power (TDP)." => "rated power of one accelerator";
        Draw: "Average draw", "", "As a share of rated power." => "average draw, relative to rated power";
        ServerPower: "Server power", "× accelerators", "" => "server power, relative to its accelerators";
        Pue: "PUE", "", "Facility power divided by server power." => "PUE";
        ElectricityPrice: "Electricity price", "per kWh", "" => "electricity price";
        OffPeakShare: "Off-peak use", "", "As a share of the energy." => "off-peak share of the electricity";
        OffPeakDiscount: "Off-peak discount", "", "" => "off-peak discount";
        GridCarbon: "Grid carbon", "gCO₂e/kWh", "" => "grid carbon per kWh";
        EmbodiedCarbonEach: "Embodied carbon", "kg", "Of making one accelerator and its share of the server." => "embodied carbon per accelerator with its share of the server";
        WaterRate: "Water", "L/kWh", "" => "water per kWh";
        Gathered: "Tokens gathered and cleaned", "", "" => "tokens gathered and cleaned";
        CleanPrice: "Gathering and cleaning", "per billion tokens", "" => "price of gathering and cleaning, per billion tokens";
        RawEntered: "Raw data you already have", "TB", "Replaces the tokens above with as many as it yields." => "raw data at hand";
        BytesPerToken: "Bytes per token", "", "" => "bytes per token";
        CrawlRate: "Raw web data", "TB", "Needed per trillion clean tokens." => "raw web data per trillion clean tokens";
        RawMonths: "Raw data stored for", "months", "" => "months the raw data are stored";
        Purchased: "Tokens bought", "", "" => "bought tokens";
        TokenPrice: "Bought text", "per million tokens", "" => "price per million bought tokens";
        LicenceFees: "Licences", "", "In total." => "licence fees";
        SyntheticTokens: "Synthetic tokens", "", "" => "synthetic tokens";
        SyntheticPrice: "Synthetic text", "per million tokens", "From an API." => "API price per million synthetic tokens";
        Labels: "Simple labels", "", "" => "simple labels";
        LabelPrice: "Price per label", "", "" => "price per simple label";
        Demonstrations: "Demonstrations", "", "Answers written by people." => "demonstrations";
        DemonstrationPrice: "Price per demonstration", "", "" => "price per demonstration";
        Pairs: "Preference pairs", "", "" => "number of preference pairs";
        PairPrice: "Price per pair", "", "Judged by a person." => "price per pair judged by a person";
        AiShare: "Judged by a model", "", "As a share of the pairs." => "share of pairs judged by a model";
        ExpertItems: "Expert items", "", "Written or judged by specialists." => "expert items";
        EvaluationItems: "Evaluation items", "", "Written by experts." => "evaluation items";
        ExpertPrice: "Price per expert item", "", "" => "price per expert item";
        ReviewShare: "Review", "", "As a share of the price of the items." => "review, relative to the price of the items";
        RejectedShare: "Rejected items", "", "" => "share of items rejected";
        Prompts: "RL prompts", "", "Rounds included." => "RL prompts";
        Samples: "Answers per prompt", "", "" => "answers sampled per prompt";
        ItemTokens: "Tokens per prompt and answer", "", "" => "tokens of a prompt and its answer";
        ReasoningShare: "Reasoning RL", "", "Compute, relative to the final run." => "reasoning RL, relative to the final run";
        RlEfficiency: "RL MFU", "", "Relative to pretraining." => "MFU of RL, relative to pretraining";
        RedTeamHours: "Red-teaming", "hours", "" => "hours of red-teaming";
        RedTeamPrice: "Price of red-teaming", "per hour", "" => "price per hour of red-teaming";
        Scientists: "Research scientists", "full-time", "" => "research scientists";
        Engineers: "ML engineers", "full-time", "" => "machine-learning engineers";
        DataEngineers: "Data engineers", "full-time", "" => "data engineers";
        Infrastructure: "Infrastructure engineers", "full-time", "" => "infrastructure engineers";
        Managers: "Managers", "full-time", "" => "product and program managers";
        Annotators: "Data-quality staff", "full-time", "" => "data-quality staff";
        Months: "Project months", "", "" => "months of the project";
        MonthsBefore: "Research months before", "", "" => "months of research before";
        MonthsAfter: "Deployment months after", "", "" => "months of deployment after";
        LoadedSalary: "Loaded salary", "per year", "One cost per person for everyone, instead of salaries by role." => "loaded salary per year";
        Load: "Employer cost", "× salary", "Taxes, insurance, office." => "employer cost, relative to gross salary";
        PayFactor: "Pay level", "× market", "Equity included." => "pay with equity, relative to the market";
        Hires: "People hired", "", "For this project." => "people hired";
        ChipPrice: "Installed price per accelerator", "", "With its share of server and network." => "price of one accelerator";
        ServerFactor: "Server price", "× accelerators", "" => "server price, relative to its accelerators";
        NetworkShare: "Network", "", "As a share of the cluster's price." => "network as a share of the cluster's price";
        Life: "Useful life", "years", "" => "useful life of the hardware";
        Residual: "Residual value", "", "Share of the price left at the end of its life." => "residual value, as a share of the price";
        Utilisation: "Utilisation", "", "Share of its life that the hardware is in use." => "utilisation over the hardware's life";
        LifeHours: "Lifetime hours of use", "", "For depreciation by hours of use." => "lifetime hours of use";
        Age: "Age at the start", "years", "" => "age of the hardware at the start";
        CapitalRate: "Cost of capital", "per year", "" => "cost of capital per year";
        MaintenanceRate: "Maintenance", "per year", "As a share of the price." => "maintenance per year, relative to the price";
        SoftwarePrice: "Software licences", "per accelerator-year", "For each accelerator you own, whether in use or not." => "software licences per accelerator and year";
        ColocationPrice: "Colocation", "per kW-month", "" => "colocation price per kW-month";
        Operators: "Operators", "full-time", "People who run the machines." => "number of operators";
    }
    // Name in formulas of what only the catalog or a convention supplies.
    givens {
        WeightPasses: "operations per parameter and token";
        AttentionPasses: "operations of attention per layer, hidden unit, position and token";
        SparseFactor: "MFU of experts, relative to dense";
        Fp8Speedup: "speed-up of FP8 over 16-bit numbers";
        RlPasses: "work on a sampled token, relative to training on it";
        CheckpointBytes: "checkpoint bytes per parameter";
        HouseholdRate: "electricity of a US household in a year";
        CarRate: "carbon of a US car in a year";
        FlightCarbon: "carbon of one passenger flying London to New York and back";
        SyntheticHours: "accelerator-hours per million synthetic tokens";
        AiRatio: "price of a model's judgement, relative to a person's";
        ScientistPay: "salary of a research scientist";
        EngineerPay: "salary of a machine-learning engineer";
        DataEngineerPay: "salary of a data engineer";
        InfrastructurePay: "salary of an infrastructure engineer";
        ManagerPay: "salary of a manager";
        AnnotatorPay: "salary of data-quality staff";
        HiringShare: "cost of hiring, in years of salary";
    }
    // Label, unit and hint of a field that only decides.
    decisions {
        Batch: "Tokens per step", "", "Between two updates of the weights. Empty: a usual size for the model.";
        Budget: "Budget", "", "Empty: no limit.";
        Deadline: "Deadline", "days", "Of the final run. Empty: no limit.";
        Available: "Maximum accelerators", "", "Empty: as many as the budget pays for, or your own number; cost against time goes up to 16,384, or to your own.";
        Served: "Lifetime inference tokens", "tokens", "Read and written by users; the budget pays for them too.";
        LawIrreducible: "E", "nats", "In E + A/N^α + B/D^β: no model gets below this loss.";
        LawSize: "A", "", "How much the size of a model matters.";
        LawData: "B", "", "How much data matters.";
        LawSizeExponent: "α", "", "How fast size helps.";
        LawDataExponent: "β", "", "How fast data helps.";
        Volume: "Usage", "tokens per month", "Read and written by users.";
        ServiceMonths: "Months of use", "", "";
        ApiPrice: "API price", "per million tokens", "";
        RentDecline: "Rent falls by", "per year", "";
        HardwareDecline: "New hardware gets cheaper by", "per year", "Second-hand prices fall with it.";
        HardwareRate: "Compute per dollar", "× per year", "";
        WattRate: "Compute per watt", "× per year", "";
        AlgorithmHalving: "Better methods halve the compute in", "months", "";
        PriceRate: "Rents", "× per year", "The range says how much prices vary.";
        FrontierRate: "Largest runs", "× per year", "Their cost.";
        Partners: "Partners", "", "Organisations sharing the cost, including you.";
        Tasks: "Tasks", "", "Products sharing the run.";
        Seed: "Random seed", "", "The same seed gives the same ranges.";
    }
    // Label on the page => name in formulas, what the formula leaves out.
    figures {
        Flops: "Compute of the final run" => "compute of the final run", "Repeated tokens count again. Goodput covers restarts and evaluation.";
        Mfu: "Steady MFU" => "steady MFU", "One average for the whole run. Unless computed from a plan, it does not fall as the cluster grows.";
        FinalHours: "Accelerator-hours, final run" => "accelerator-hours of the final run", "Total hours do not depend on the number of chips. On spot, lost work and queueing are one average factor.";
        Days: "Days, final run" => "days of the final run", "All accelerators work from the first day to the last; waiting for them is not counted.";
        Energy: "Energy, whole project" => "energy of the project", "Storage, networks outside the cluster, offices and the use of the model are left out.";
        Carbon: "Carbon, whole project" => "carbon of the project", "Location-based: the average of the region's grid. Contracts for green power and the hour of the day do not count.";
        EmbodiedCarbon: "Embodied carbon of the hardware" => "embodied carbon of the hardware", "Spread evenly over the hours of use in the hardware's life. Network and buildings are left out.";
        Water: "Water, whole project" => "water", "One rate for every kWh, whatever the climate and the way of cooling; water for making the chips is left out.";
        MachineElectricity: "Electricity of the machines" => "electricity of the machines", "At an average price, without demand charges.";
        Cooling: "Cooling and conversion" => "electricity of cooling and conversion", "At the same average price and PUE all year.";
        Electricity: "Electricity and cooling" => "electricity of the project", "At an average price. Idle machines are assumed to draw no power.";
        Upfront: "Buying the hardware" => "purchase of the hardware", "Only the accelerators of the final run: no spares, storage, building, power lines or taxes. Paid up front and never added to the bill.";
        WriteOff: "Depreciation, accelerators" => "depreciation of the accelerators", "Only the project's share of the hardware's life; what is left belongs to others.";
        WriteOffServers: "Depreciation, servers" => "depreciation of the servers", "Over the same life as the accelerators, though servers may last longer.";
        WriteOffNetwork: "Depreciation, network" => "depreciation of the network", "Over the same life as the accelerators, though networks may last longer.";
        Capital: "Cost of capital" => "cost of capital", "Simple interest on the average worth; no taxes.";
        Maintenance: "Maintenance" => "maintenance", "A share of the price, whatever the age.";
        Space: "Colocation" => "colocation", "Rented by rated kilowatt; set-up fees are left out.";
        SoftwareLicences: "Software licences" => "software licences", "Rented accelerators are taken to have theirs in the rent.";
        Operating: "Operators" => "operators", "Paid like infrastructure engineers, for the months of the project only.";
        HardwareInside: "Depreciation" => "hardware inside the rent", "Depreciation of the same hours if they were owned; the rest of the rent is power, capital, upkeep, staff and profit, and is not split.";
        Storage: "Storage of data and checkpoints" => "storage of data and checkpoints", "Everything is kept for all the months of the project, at an object store's price; requests and fast disks are left out.";
        Egress: "Egress" => "egress of the model", "One checkpoint leaves once. Moving data in is assumed to be free.";
        RentFinal: "Rent, final run" => "rent of the final run", "Rent bundles accelerator, server, network, power and staff. One average price: no minimum terms, queues or negotiated discounts.";
        RentExperiments: "Rent, experiments" => "rent of experiments", "At the price of the final run; small experiments may run on cheaper chips.";
        RentFailed: "Rent, failed runs" => "rent of failed runs", "At the price of the final run. Insurance against failures is not modelled.";
        RentEvaluation: "Rent, evaluation" => "rent of evaluation", "At the price of the final run; paid interfaces used for judging are left out.";
        RentAlignment: "Rent, alignment" => "rent of alignment", "At the price of the final run.";
        RentIdle: "Rent, idle hours" => "rent of hours not used", "A share of the hours used, by our own estimate.";
        RentSetup: "Rent, set-up" => "rent during set-up", "The whole cluster is paid from the first day of set-up.";
        Support: "Provider's support" => "the provider's support", "A share of rent; free or fixed-price support is not told apart.";
        RawStorage: "Storing raw web data" => "storage of raw web data", "At an object store's price. Data read in place cost nothing to store.";
        Gathering: "Gathering and cleaning text" => "gathering and cleaning text", "One price per billion tokens, whatever the source and quality. Staff stand under people.";
        Purchase: "Bought text" => "bought text", "One average price; real contracts are negotiated and mostly secret.";
        Licences: "Licences" => "licences", "As entered. Renewals and damages for missing licences are left out.";
        Synthesis: "Synthetic text" => "synthetic text", "Only tokens that are kept: prompts and discarded text are not counted.";
        Labelling: "Simple labels" => "cost of simple labels", "One average price; region and language make it differ tenfold.";
        Annotation: "Demonstrations" => "cost of demonstrations", "One average price for easy and hard answers.";
        Preferences: "Preference pairs" => "cost of preference pairs", "Sampling the two answers is not priced here.";
        Expertise: "Expert items" => "cost of expert items", "One average price for all fields of expertise.";
        Review: "Review" => "review of the items", "One share for all kinds of items; expert review costs more.";
        Rejected: "Rejected items" => "rejected items", "They are paid for and made again at the same price; their review is left out.";
        EvaluationSets: "Evaluation sets" => "evaluation sets", "At the experts' price, without review; public test sets are free.";
        RedTeam: "Red-teaming" => "red-teaming", "Hours at one price; the compute that attacks use is left out.";
        Research: "Research before" => "research before the run", "The same team, full-time, for all these months.";
        Team: "Team" => "team during the project", "The same team, full-time, from the first month to the last.";
        Deployment: "Deployment after" => "deployment after the run", "People only: serving the model is not part of this page.";
        Hiring: "Hiring" => "hiring", "Everybody hired is counted like a machine-learning engineer.";
        Total: "Total" => "total", "Without taxes, profit and the use of the finished model. The range lets some inputs move together (salaries of one region; utilisation falls with scale); all others are assumed to be independent.";
        FinalRun: "The final run alone" => "the final run alone", "Accelerators at work and, if owned, their power. Idle hours, set-up, storage, data and people are left out.";
        Experiments: "Experiments and failed runs" => "experiments and failed runs", "One multiple of the final run, at its price per hour. It is part of the machines' cost, not of salaries.";
        Alignment: "Total alignment (in the lines above)" => "total alignment", "Its compute, labels and red-teaming, which other parts of the bill include too: never added to the bill. Review of labels is left out.";
    }
    // Name in formulas, what the formula leaves out.
    steps {
        FlopsPerToken: "operations per token", "Attention is counted in full, though a causal mask skips half of it. Recomputation, normalisation and the weights of adapters are left out, and the look-up of the input counts like any other weight.";
        Rate: "useful speed of one accelerator", "Goodput is one number for restarts, ramp-up, evaluation and waiting, at any size of the cluster.";
        DevelopmentFactor: "development over the final run", "";
        DevelopmentHours: "accelerator-hours of development", "Experiments, failed runs and evaluation are one multiple of the final run, on the same accelerators. Projects seldom publish what they tried: this is one of the widest ranges on the page.";
        FailedHours: "accelerator-hours of failed runs", "A fixed share of development, by our own estimate.";
        EvaluationHours: "accelerator-hours of evaluation", "A fixed share of development, by our own estimate.";
        ExperimentHours: "accelerator-hours of experiments", "Development without failed runs and evaluation.";
        SftFlops: "compute of supervised fine-tuning", "One pass over the answers, all of the same length. Several passes would multiply it.";
        RewardFlops: "compute of the reward model", "The reward model is assumed to be as large as the model itself, and is trained once. Many are smaller.";
        RlFlops: "compute of RL from feedback", "All models involved are assumed to be as large as the one trained, and all answers equally long. Pretraining text mixed in is left out.";
        ReasoningFlops: "compute of reasoning RL", "A plain share of the final run: few projects have published theirs, and they differ widely.";
        AlignmentFlops: "compute of alignment", "Alignment experiments are left out.";
        AlignmentHours: "accelerator-hours of alignment", "It runs on the accelerators of the final run. One factor for all phases covers the slowness of generating text.";
        TotalHours: "accelerator-hours of the project", "Hours at work only. Idle hours and set-up are paid as rent but not counted here.";
        MachinePower: "average power per accelerator with its share of the server", "Processors, fans and switches are one factor on the chip's power, and the average is the same in all phases.";
        MachineEnergy: "energy of the machines", "The draw of machines while idle or in set-up is left out.";
        CoolingFactor: "overhead of cooling and conversion", "";
        CoolingEnergy: "energy of cooling and conversion", "PUE is an average over the year; weather, season and load are ignored.";
        FinalEnergy: "energy of the final run", "Without experiments, failed runs and alignment. Idle draw is left out.";
        FinalCarbon: "carbon of the final run", "Location-based: the average of the region's grid. Contracts for green power and the hour of the day do not count.";
        Households: "household-years of electricity", "By an average US household; elsewhere most use far less.";
        Cars: "car-years of carbon", "By a typical US passenger car, tailpipe alone.";
        Flights: "round trips London to New York", "One passenger's share; what flying does to the climate besides CO₂ is uncertain.";
        KwhPrice: "average price per kWh", "An average price, without peak-demand charges, contracts and taxes.";
        ServerPrice: "price of the server around one accelerator", "A fixed ratio to the chip's price, whoever builds the server.";
        NetworkRest: "share of a cluster's price without its network", "";
        NetworkPrice: "price of the network per accelerator", "A fixed share at every size, though a single server needs almost none and the largest clusters more.";
        InstalledPrice: "installed price per accelerator", "List or street prices, without volume discounts, duties and taxes. A price that you enter is assumed to include server and network.";
        Depreciable: "share of the price lost over the life", "";
        AgeShare: "age over useful life", "";
        Worth: "share of the price left at the start", "Prices fall by the same share every year. New generations and shortages move real prices in jumps, and at times up.";
        LogLoss: "logarithm of price over residual value", "";
        YearlyLoss: "share of the price lost in a year", "Straight over the life, or a constant share a year at the rate of the project's start; accounts and markets may differ.";
        HourlyLoss: "share of the price lost per hour of use", "Idle time is spread over the hours of use: idle hardware makes every hour dearer.";
        WearHourly: "depreciation per accelerator-hour", "Chip, server and network are written off over the same life.";
        TiedUp: "average share of the price tied up", "As if the value fell in a straight line from new; age is ignored.";
        CapitalHourly: "cost of capital per accelerator-hour", "Simple interest on the average worth; taxes and their deductions are left out.";
        MaintenanceHourly: "maintenance per accelerator-hour", "The same share of the price every year; older hardware fails more often.";
        SoftwareHourly: "software licences per hour of work", "The same price for every accelerator, without volume discounts.";
        RatedPower: "rated power per accelerator with its share of the server", "";
        SpaceHourly: "colocation per accelerator-hour", "Rented by rated kilowatt, without electricity. Building your own is not modelled.";
        PowerHourly: "power per accelerator-hour", "For hours at work; the draw of idle hardware is left out.";
        HardwareHourly: "owned hardware per hour, without power", "Without the people who run it, and without taxes.";
        OwnedHour: "full cost of an owned accelerator-hour", "Without the people who run the machines, without storage and taxes.";
        CleanTokens: "clean tokens", "Losses after cleaning, when the mix is chosen, are left out.";
        DatasetSize: "size of the clean data", "One copy, uncompressed.";
        CheckpointSize: "size of the checkpoints", "All of full size; those of experiments are left out.";
        RawSize: "size of the raw data", "Compressed web data; reading them twice needs no more room.";
        Rent: "the whole rent", "At one average price for all phases, without taxes.";
        PairCost: "average price per preference pair", "A model's judgement is assumed to be as good as a person's.";
        Labour: "all items before review", "";
        Accepted: "share of items kept", "";
        Headcount: "headcount", "";
        Payroll: "salaries per year", "Usual base salaries by role and region; experience is ignored.";
        LoadedPayroll: "loaded cost of the team per year", "One factor for contributions and benefits, one for equity. Offices and travel are left out.";
        Compute: "compute, rented", "Rent already pays for power and hardware, so these are not added again. No taxes.";
        Power: "power and cooling", "Only for owned hardware; rent includes it.";
        Data: "data and labels", "The staff who handle data are counted under people.";
        People: "people and research", "Failed runs and experiments are counted with the machines that ran them.";
        Hardware: "hardware, owned", "The share of its life that the project uses, not the purchase. No taxes and no building.";
        HourCost: "cost per accelerator-hour", "Rented: the rent alone. Owned: depreciation, capital, maintenance, colocation and power.";
    }
}

/// A unit, short; empty for a plain number.
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
