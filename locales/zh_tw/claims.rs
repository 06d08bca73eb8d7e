//! 各說法的中文文字。

use crate::shape::ClaimText;
use traincost_model::claims::{ClaimId, Verdict};

pub(crate) fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Right => "屬實",
        Verdict::Roughly => "大致屬實",
        Verdict::Wrong => "不實",
        Verdict::Unconfirmed => "未經證實",
        Verdict::Depends => "視情況而定",
        Verdict::NoSource => "沒有出處",
    }
}

pub(crate) fn claim(id: ClaimId) -> ClaimText {
    match id {
        ClaimId::ThirtyThousandGpus => ClaimText {
            claim: "訓練 GPT-3 用了近三萬顆 GPU，跑了好幾週。",
            public: "Patterson 等人給出的是一萬顆 V100、14.8 天。「三萬」是 2023 年初分析機構對 ChatGPT 上線服務所需 A100 數量的估計，不是訓練；\
                     其中 TrendForce 認為訓練約需兩萬顆。",
            ours: "若用三萬顆 V100，{ours}即可訓練完，而「數週」以{claimed}計。依實際的一萬顆，我們算得{other}。",
        },
        ClaimId::GptThreeRent => ClaimText {
            claim: "訓練 GPT-3 的算力租金超過 500 萬美元。",
            public: "這在各家估算中偏高：140 萬美元（國盛證券，2023）、430 萬美元（Cottier 等，雲端租用）、460 萬美元（Lambda，2020）。若依自有硬體攤提，\
                     約為一半：220 萬美元。",
            ours: "依目前的 V100 租金，我們算得 {ours}；該說法為 {claimed}。區間很寬，因為這種老晶片的報價相差懸殊。",
        },
        ClaimId::HouseholdYears => ClaimText {
            claim: "GPT-3 訓練耗電 1,287 MWh，相當於一戶美國家庭三年的用電。",
            public: "1,287 MWh 沒有錯（Patterson 等）。但 2020 年美國家庭平均一年用電 10,715 度，因此它夠一戶家庭用約 120 年，或夠 120 戶家庭用一年。",
            ours: "依公布的速度、功率和 PUE，我們算得相當於一戶家庭用{ours}；該說法為{claimed}。",
        },
        ClaimId::HundredBillion => ClaimText {
            claim: "訓練一個千億參數等級的模型，成本在 200 萬至 1,200 萬美元之間。",
            public: "若只算租用硬體、最終訓練一次，這與國盛證券 2023 年的估算一致。Cottier 等的數字是：OPT-175B 150 萬、BLOOM 200 萬、PaLM 1,390 萬美元；\
                     DeepSeek-V3 自稱 560 萬美元。實驗、資料和人力另計。",
            ours: "依目前的租金，BLOOM 的最終訓練為 {ours}，該說法為 {claimed}。參數為其三倍、token 為其兩倍的 PaLM 則需 {other}。",
        },
        ClaimId::GptFour => ClaimText {
            claim: "GPT-4 有 1.5 至 1.8 兆參數，訓練三個多月，花費 6,300 萬美元。",
            public: "這些都來自 2023 年 7 月的一次外洩：1.8 兆參數、13 兆 token、2.5 萬顆 A100 訓練 90 至 100 天、每小時 1 美元。OpenAI 從未證實，其負責人\
                     只說超過 1 億美元。Cottier 等算得攤提 4,070 萬、租用 7,860 萬美元。依外洩的加速器數量和天數約為 5,700 萬加速器小時，即 5,700 萬美元，與 6,300 萬並不吻合。",
            ours: "依外洩的規模、token 數和每小時 1 美元，我們算得最終訓練為 {ours}；該說法為 {claimed}。",
        },
        ClaimId::Baidu => ClaimText {
            claim: "百度 2023 年在大模型上投入超過 10 億元人民幣。",
            public: "百度沒有公布過單獨用於大模型的支出。已知的有：2022 年百度核心研發費用共 214 億元人民幣；2023 年以約 4.5 億元人民幣訂購 1,600 顆昇騰 910B；2024 年上半年全部資本支出 42 億元人民幣；\
                     2025 年啟用三萬顆崑崙芯 P800 的叢集。這一說法有可能，但無從查證。",
            ours: "該說法的下限為 {claimed}。該模型的 token 數、所用加速器和時數都未公開，因此無法計算。",
        },
        ClaimId::LabelPrice => ClaimText {
            claim: "高品質標註每筆 2 至 5 美元。",
            public: "只在低價區間成立。據供應商報價：簡單標註 0.02 至 1 美元，普通人員評判的偏好配對 0.5 至 5 美元，受過訓練者 15 至 50 美元，專家項目約 100 美元。\
                     由模型評判比人工便宜 11 至 26 倍。",
            ours: "我們對一組偏好配對取 {ours}，該說法為 {claimed}；由模型評判則為 {other}。這些價格的來源都不夠可靠。",
        },
        ClaimId::EngineerPay => ClaimText {
            claim: "頂尖 AI 工程師年薪超過 30 萬美元。",
            public: "在美國，若含股權，確實如此：Google 工程師的中位數為 31.6 萬美元，一項 AI 薪資調查的中位數為 32.4 萬美元，個別實驗室遠高於此。機器學習工程師的基本薪資較低，約 19 萬美元；\
                     中國和歐洲的薪資只是其幾分之一。",
            ours: "在美國，一名普通的機器學習工程師（不含股權）一年花費雇主 {ours}；該說法指頂尖者，為 {claimed} 以上。同樣的職位在中國為 {other}。",
        },
        ClaimId::EightyPercent => ClaimText {
            claim: "利用已有的預訓練權重和資料，可節省約 80% 的成本。",
            public: "沒有找到出處。就算力而言，節省的遠不止這些：GPT-3 的對齊只用了預訓練的 1.8%（Ouyang 等），Llama 3.2 的 QLoRA 為 0.35%。\
                     就整個帳單而言則可能更少，因為資料和人力的費用仍在。80% 或許另有所指：訓練到 GPT-3 水準的成本在兩年半內下降的幅度（國盛證券，2023）。",
            ours: "GPT-3 公布加速器小時的五分之一為 {claimed}。像 InstructGPT 那樣的對齊，我們算得 {ours}，其中未計混入的預訓練文字。",
        },
        ClaimId::GptTwoSize => ClaimText {
            claim: "GPT-2 有 15 億參數。",
            public: "屬實：論文寫的是 15.42 億；48 層、隱藏維度 1,600，加上詞表，合計 15.58 億。",
            ours: "參數量在這裡是輸入；範本為 15.58 億。",
        },
        ClaimId::OwnCluster => ClaimText {
            claim: "自建算力叢集，起步就要數千萬元人民幣。",
            public: "取決於規模。含伺服器和網路，一顆 H100 約 4.6 萬至 6 萬美元，八顆約 260 萬至 340 萬元人民幣；數千萬元可買約 60 至 200 顆。\
                     百度的 1,600 顆昇騰 910B 約 4.5 億元人民幣。",
            ours: "一台八顆 H100 伺服器及其分攤的網路需 {ours}；該說法為 {claimed}。",
        },
        ClaimId::Exponential => ClaimText {
            claim: "從 GPT-2 到 GPT-4，訓練的複雜度呈指數級成長。",
            public: "用詞有誤。算力約為每個啟用參數、每個 token 六次運算，是一個乘積，隨模型規模依冪律成長（Kaplan 等）。呈指數成長的，是最大規模訓練的費用\
                     隨時間的變化：每年約 2.4 倍（Cottier 等）。",
            ours: "依外洩的數字，GPT-4 需 {ours}，GPT-2 為 {other}：相差約一萬倍，來自約 180 倍的啟用參數和約 60 倍的 token。",
        },
        ClaimId::DomesticChips => ClaimText {
            claim: "中國製晶片每瓦算力更高，可以降低電費。",
            public: "取決於替換的是哪種加速器。每瓦額定功率的稠密 16 位元峰值（TFLOP/s）：A100 0.78，昇騰 910B 0.94，MLU590 0.90（未經查證），H100 1.41，B200 2.25。\
                     電費只占尖端專案費用的 2% 至 6%，影響不大。",
            ours: "GPT-3 的訓練在昇騰 910B 上用電 {ours}，在 H100 上為 {other}。",
        },
    }
}
