//! English texts of the claims.

use crate::shape::ClaimText;
use traincost_model::claims::{ClaimId, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "right",
        Verdict::Roughly => "roughly right",
        Verdict::Wrong => "wrong",
        Verdict::Unconfirmed => "unconfirmed",
        Verdict::Depends => "it depends",
        Verdict::NoSource => "no source",
    }
}

pub(crate) fn claim(id: ClaimId) -> ClaimText {
    match id {
        ClaimId::ThirtyThousandGpus => ClaimText {
            claim: "Nearly 30,000 GPUs worked for weeks to train GPT-3.",
            public: "Patterson et al. give 10,000 V100 for 14.8 days. The 30,000 are analysts' estimates of early 2023 for serving ChatGPT \
                     to its users, counted in A100. One of them, TrendForce, put the training at about 20,000.",
            ours: "On 30,000 V100 the run would have been done in {ours}, where the claim's weeks are {claimed}. On the 10,000 that were used we compute {other}.",
        },
        ClaimId::GptThreeRent => ClaimText {
            claim: "Renting the machines for GPT-3 cost over $5 million.",
            public: "It is at the high end of what others computed: $1.4 million (Guosheng Securities, 2023), $4.3 million (Cottier et al., \
                     cloud rental) and $4.6 million (Lambda, 2020). Owned hardware, written off, comes to about half of that: $2.2 million.",
            ours: "At today's rents of a V100 we get {ours}; the claim says {claimed}. The range is wide because offers of this old chip differ \
                   by far.",
        },
        ClaimId::HouseholdYears => ClaimText {
            claim: "The 1,287 MWh that GPT-3 took are what a US household uses in three years.",
            public: "The 1,287 MWh are right (Patterson et al.). But an average US household used 10,715 kWh in 2020, so they last one household \
                     for about 120 years, or 120 households for one.",
            ours: "With the published speed, power and PUE we compute {ours} of one household; the claim says {claimed}.",
        },
        ClaimId::HundredBillion => ClaimText {
            claim: "Training a model of around a hundred billion parameters costs $2 million to $12 million.",
            public: "That fits rented hardware and the final run alone, as Guosheng Securities computed it in 2023. Cottier et al. have $1.5 \
                     million for OPT-175B, $2.0 million for BLOOM and $13.9 million for PaLM; DeepSeek-V3 states $5.6 million. Experiments, data \
                     and people come on top.",
            ours: "For the final run of BLOOM at today's rents we get {ours}, where the claim says {claimed}. PaLM, with three times the parameters \
                   and twice the tokens, would take {other}.",
        },
        ClaimId::GptFour => ClaimText {
            claim: "GPT-4 has 1.5 to 1.8 trillion parameters, trained for over three months and cost $63 million.",
            public: "All of this comes from a leak of July 2023: 1.8 trillion parameters, 13 trillion tokens, 25,000 A100 for 90 to 100 days at $1 \
                     an hour. OpenAI never confirmed it; its head spoke of more than $100 million. Cottier et al. compute $40.7 million \
                     written off and $78.6 million rented. The leak's own chips and days make about 57 million hours, so $57 million.",
            ours: "With the leak's size, tokens and $1 an hour we get {ours} for the final run; the claim says {claimed}.",
        },
        ClaimId::Baidu => ClaimText {
            claim: "Baidu spent over RMB 1 billion on its large model in 2023.",
            public: "Baidu has not published what its model alone cost. Known are research and development of RMB 21.4 billion in 2022 for its whole \
                     core business, an order of 1,600 Ascend 910B for about RMB 450 million in 2023, capital spending of RMB 4.2 billion in the \
                     first half of 2024 for everything, and a cluster of 30,000 Kunlun P800 in 2025. The claim is possible, but nobody can check \
                     it.",
            ours: "The claim begins at {claimed}. Tokens, chips and hours of that model are unknown, so there is nothing to compute.",
        },
        ClaimId::LabelPrice => ClaimText {
            claim: "High-quality labels cost $2 to $5 each.",
            public: "It holds at the low end only. Vendors name $0.02 to $1 for a simple label, $0.50 to $5 for a preference by a generalist, $15 to $50 for one by a trained \
                     annotator, and about $100 for an expert's item. A judgement by a model is 11 to 26 times cheaper than a person's.",
            ours: "For one preference pair we take {ours}, where the claim says {claimed}; judged by a model, {other}. All of these prices are \
                   weakly sourced.",
        },
        ClaimId::EngineerPay => ClaimText {
            claim: "A top AI engineer earns over $300,000 a year.",
            public: "In the US, with equity, that is so: medians of $316,000 (engineers at Google) and $324,000 (a survey of AI \
                     pay) are known, and single laboratories pay far more. Base \
                     salaries of machine-learning engineers are lower, about $190,000, and pay in China and Europe is a fraction of that.",
            ours: "An ordinary machine-learning engineer in the US, without equity, costs the employer {ours} a year; the claim says {claimed} and \
                   more for the best. In China the same post costs {other}.",
        },
        ClaimId::EightyPercent => ClaimText {
            claim: "Starting from trained weights and existing data saves about 80% of the cost.",
            public: "No source was found. Of compute it saves far more: aligning GPT-3 took 1.8% of its pretraining (Ouyang et al.), QLoRA of \
                     Llama 3.2 0.35%. Of the whole bill it may save less, because data and staff remain. The 80% may come from elsewhere: by how \
                     much training to the level of GPT-3 had become cheaper in two and a half years (Guosheng Securities, 2023).",
            ours: "A fifth of GPT-3's published accelerator-hours would be {claimed}. Alignment like InstructGPT's takes {ours} by our count, \
                   without the pretraining text that was mixed in.",
        },
        ClaimId::GptTwoSize => ClaimText {
            claim: "GPT-2 has 1.5 billion parameters.",
            public: "Right: the paper says 1,542 million, and 48 layers of hidden size 1,600 with its vocabulary make 1.558 billion.",
            ours: "The size is an input here; the preset has 1.558 billion.",
        },
        ClaimId::OwnCluster => ClaimText {
            claim: "Building a cluster of one's own takes tens of millions of RMB to begin with.",
            public: "It depends on the size. With servers and network an H100 comes to $46,000 to $60,000, so eight cost about RMB 2.6 to 3.4 \
                     million, and tens of millions buy some 60 to 200. Baidu's 1,600 Ascend 910B were about RMB 450 million.",
            ours: "One server of eight H100 with its share of the network takes {ours}; the claim says {claimed}.",
        },
        ClaimId::Exponential => ClaimText {
            claim: "From GPT-2 to GPT-4 the complexity of training grew exponentially.",
            public: "The word is wrong. Compute is about six operations for each active parameter and token: a product, so it follows a power of the \
                     model's size (Kaplan et al.). What grew exponentially is the cost of the largest runs with time, about 2.4-fold a year \
                     (Cottier et al.).",
            ours: "GPT-4 as leaked takes {ours}, GPT-2 {other}: about ten thousand times more, from some 180 times the active parameters and some 60 \
                   times the tokens.",
        },
        ClaimId::DomesticChips => ClaimText {
            claim: "Chinese chips do more computing for each watt and cut the power bill.",
            public: "It depends on the chip that is replaced. Dense 16-bit peak for each rated watt is 0.78 TFLOP/s for an A100, 0.94 for an \
                     Ascend 910B, 0.90 for an MLU590 (unverified), 1.41 for an H100 and 2.25 for a B200. Power is 2 to 6% of the cost of a \
                     frontier project, so it decides little.",
            ours: "GPT-3's run would take {ours} on Ascend 910B and {other} on H100.",
        },
    }
}
