//! 各说法的中文文本。

use crate::shape::ClaimText;
use traincost_model::claims::{ClaimId, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "属实",
        Verdict::Roughly => "大致属实",
        Verdict::Wrong => "不实",
        Verdict::Unconfirmed => "未经证实",
        Verdict::Depends => "视情况而定",
        Verdict::NoSource => "没有出处",
    }
}

pub(crate) fn claim(id: ClaimId) -> ClaimText {
    match id {
        ClaimId::ThirtyThousandGpus => ClaimText {
            claim: "训练 GPT-3 用了近三万张 GPU，跑了数周。",
            public: "Patterson 等人给出的是一万张 V100、14.8 天。“三万”是 2023 年初分析机构对 ChatGPT 上线服务所需 A100 数量的估计，不是训练；\
                     其中 TrendForce 认为训练约需两万张。",
            ours: "若用三万张 V100，{ours}即可训完，而“数周”按{claimed}计。按实际的一万张，我们算得{other}。",
        },
        ClaimId::GptThreeRent => ClaimText {
            claim: "训练 GPT-3 的算力租金超过 500 万美元。",
            public: "这在各家估算中偏高：140 万美元（国盛证券，2023）、430 万美元（Cottier 等，云租用）、460 万美元（Lambda，2020）。若按自有硬件摊销，\
                     约为一半：220 万美元。",
            ours: "按今天的 V100 租价，我们算得 {ours}；该说法为 {claimed}。区间很宽，因为这种老卡的报价相差悬殊。",
        },
        ClaimId::HouseholdYears => ClaimText {
            claim: "GPT-3 训练耗电 1,287 兆瓦时，相当于一户美国家庭三年的用电。",
            public: "1,287 兆瓦时没有错（Patterson 等）。但 2020 年美国家庭平均一年用电 10,715 千瓦时，因此它够一户家庭用约 120 年，或够 120 户家庭用一年。",
            ours: "按公布的速度、功率和 PUE，我们算得相当于一户家庭用{ours}；该说法为{claimed}。",
        },
        ClaimId::HundredBillion => ClaimText {
            claim: "训练一个千亿参数级的模型，成本在 200 万至 1,200 万美元之间。",
            public: "若只算租用硬件、最终训练一次，这与国盛证券 2023 年的估算一致。Cottier 等的数字是：OPT-175B 150 万、BLOOM 200 万、PaLM 1,390 万美元；\
                     DeepSeek-V3 自称 560 万美元。实验、数据和人力另计。",
            ours: "按今天的租价，BLOOM 的最终训练为 {ours}，该说法为 {claimed}。参数为其三倍、词元为其两倍的 PaLM 则需 {other}。",
        },
        ClaimId::GptFour => ClaimText {
            claim: "GPT-4 有 1.5 至 1.8 万亿参数，训练三个多月，花费 6,300 万美元。",
            public: "这些都来自 2023 年 7 月的一次泄露：1.8 万亿参数、13 万亿词元、2.5 万张 A100 训练 90 至 100 天、每小时 1 美元。OpenAI 从未证实，其负责人\
                     只说超过 1 亿美元。Cottier 等算得摊销 4,070 万、租用 7,860 万美元。按泄露的卡数和天数约为 5,700 万卡时，即 5,700 万美元，与 6,300 万并不吻合。",
            ours: "按泄露的规模、词元数和每小时 1 美元，我们算得最终训练为 {ours}；该说法为 {claimed}。",
        },
        ClaimId::Baidu => ClaimText {
            claim: "百度 2023 年在大模型上投入超过 10 亿元人民币。",
            public: "百度没有公布过单独用于大模型的支出。已知的有：2022 年百度核心研发费用共 214 亿元；2023 年以约 4.5 亿元订购 1,600 张昇腾 910B；2024 年上半年全部资本开支 42 亿元；\
                     2025 年点亮三万卡昆仑芯 P800 集群。这一说法有可能，但无从核实。",
            ours: "该说法的下限为 {claimed}。该模型的词元数、用卡和卡时都未公开，因此无法计算。",
        },
        ClaimId::LabelPrice => ClaimText {
            claim: "高质量标注每条 2 至 5 美元。",
            public: "只在低端成立。据服务商报价：简单标签 0.02 至 1 美元，普通人员评判的偏好对 0.5 至 5 美元，受过训练者 15 至 50 美元，专家条目约 100 美元。\
                     由模型评判比人工便宜 11 至 26 倍。",
            ours: "我们对一条偏好对取 {ours}，该说法为 {claimed}；由模型评判则为 {other}。这些价格的来源都不够可靠。",
        },
        ClaimId::EngineerPay => ClaimText {
            claim: "顶尖 AI 工程师年薪超过 30 万美元。",
            public: "在美国，若含股权，确实如此：谷歌工程师的中位数为 31.6 万美元，一项 AI 薪酬调查的中位数为 32.4 万美元，个别实验室远高于此。机器学习工程师的基本工资较低，约 19 万美元；\
                     中国和欧洲的薪酬只是其几分之一。",
            ours: "在美国，一名普通的机器学习工程师（不含股权）一年花费雇主 {ours}；该说法指顶尖者，为 {claimed} 以上。同样的岗位在中国为 {other}。",
        },
        ClaimId::EightyPercent => ClaimText {
            claim: "利用已有的预训练权重和数据，可节省约 80% 的成本。",
            public: "没有找到出处。就算力而言，节省的远不止这些：GPT-3 的对齐只用了预训练的 1.8%（Ouyang 等），Llama 3.2 的 QLoRA 为 0.35%。\
                     就整个账单而言则可能更少，因为数据和人力的费用仍在。80% 或许另有所指：训练到 GPT-3 水平的成本在两年半内下降的幅度（国盛证券，2023）。",
            ours: "GPT-3 公布卡时的五分之一为 {claimed}。像 InstructGPT 那样的对齐，我们算得 {ours}，其中未计混入的预训练文本。",
        },
        ClaimId::GptTwoSize => ClaimText {
            claim: "GPT-2 有 15 亿参数。",
            public: "属实：论文写的是 15.42 亿；48 层、隐藏维度 1,600，加上词表，合计 15.58 亿。",
            ours: "参数量在这里是输入；预设为 15.58 亿。",
        },
        ClaimId::OwnCluster => ClaimText {
            claim: "自建算力集群，起步就要数千万元人民币。",
            public: "取决于规模。含服务器和网络，一张 H100 约 4.6 万至 6 万美元，八张约 260 万至 340 万元；数千万元可买约 60 至 200 张。\
                     百度的 1,600 张昇腾 910B 约 4.5 亿元。",
            ours: "一台八卡 H100 服务器及其分摊的网络需 {ours}；该说法为 {claimed}。",
        },
        ClaimId::Exponential => ClaimText {
            claim: "从 GPT-2 到 GPT-4，训练的复杂度呈指数级增长。",
            public: "用词有误。算力约为每个激活参数、每个词元六次运算，是一个乘积，随模型规模按幂律增长（Kaplan 等）。呈指数增长的，是最大规模训练的费用\
                     随时间的变化：每年约 2.4 倍（Cottier 等）。",
            ours: "按泄露的数字，GPT-4 需 {ours}，GPT-2 为 {other}：相差约一万倍，来自约 180 倍的激活参数和约 60 倍的词元。",
        },
        ClaimId::DomesticChips => ClaimText {
            claim: "国产芯片每瓦算力更高，可以降低电费。",
            public: "取决于替换的是哪种卡。每瓦额定功率的稠密 16 位峰值（TFLOP/s）：A100 0.78，昇腾 910B 0.94，MLU590 0.90（未核实），H100 1.41，B200 2.25。\
                     电费只占前沿项目费用的 2% 至 6%，影响不大。",
            ours: "GPT-3 的训练在昇腾 910B 上用电 {ours}，在 H100 上为 {other}。",
        },
    }
}
