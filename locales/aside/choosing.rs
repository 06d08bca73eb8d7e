//! The texts of choosing: train, tune or buy; rent or buy the hardware; now or in another year.

use crate::Lang;
use traincost_model::analysis::routes::{Route, RouteRisk};

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct ChoosingText {
    // Train, tune or buy
    /// The cheapest route: `{volume}`, `{months}`, `{route}`, `{total}`.
    pub routes_say: &'static str,
    /// The cheapest at any use: `{route}`.
    pub one_route: &'static str,
    /// What is cheapest at which use: `{steps}`.
    pub by_use: &'static str,
    /// `{route}`, `{volume}`.
    pub up_to: &'static str,
    /// `{route}`.
    pub beyond: &'static str,
    pub comma: &'static str,
    /// `{volume}`.
    pub your_use: &'static str,
    pub volume_axis: &'static str,
    /// `{months}`, `{currency}`.
    pub total_axis: &'static str,
    pub column_route: &'static str,
    pub column_fixed: &'static str,
    pub column_a_million: &'static str,
    /// `{months}`.
    pub column_in_all: &'static str,
    pub column_days: &'static str,
    pub column_people: &'static str,
    pub column_overtakes: &'static str,
    /// `{volume}`.
    pub above: &'static str,
    /// `{volume}`.
    pub below: &'static str,
    pub at_any_use: &'static str,
    pub never: &'static str,
    pub unknown: &'static str,
    pub none: &'static str,
    pub assumed: &'static str,
    /// `{risk}`.
    pub risk_is: &'static str,
    /// Of the route that the project takes.
    pub as_it_stands: &'static str,
    /// Of adapters where the project tunes already.
    pub tuned_so: &'static str,
    pub not_said: &'static str,
    /// `{field}`.
    pub price_unknown: &'static str,
    /// Days, serving and what is compared: `{mfu}`.
    pub routes_note: &'static str,
    /// In a sentence.
    pub route: fn(Route) -> &'static str,
    /// Of what is pretrained: `{law}`, `{loss}`.
    pub route_loss: &'static str,
    /// What a route assumes: `{share}`.
    pub assumes: fn(Route) -> &'static str,
    pub risk: fn(RouteRisk) -> &'static str,

    // Rent or buy
    /// `{months}`.
    pub sold_after: &'static str,
    /// `{life}`.
    pub sold_never: &'static str,
    pub sold_always: &'static str,
    /// `{months}`.
    pub kept_after: &'static str,
    pub kept_never: &'static str,
    pub kept_always: &'static str,
    /// `{share}`, `{now}`.
    pub used_after: &'static str,
    pub used_never: &'static str,
    pub used_always: &'static str,
    /// `{life}`, `{rented}`, `{bought}`.
    pub whole_life: &'static str,
    pub months_axis: &'static str,
    /// `{currency}`.
    pub spent_axis: &'static str,
    pub rented: &'static str,
    pub bought: &'static str,
    pub bought_and_sold: &'static str,
    /// `{months}`.
    pub month: &'static str,
    pub column_month: &'static str,
    pub column_resale: &'static str,
    pub by_utilisation: &'static str,
    pub column_utilisation: &'static str,
    pub column_if_sold: &'static str,
    pub column_if_kept: &'static str,
    pub by_decline: &'static str,
    pub column_decline: &'static str,
    pub at_once: &'static str,
    /// `{upfront}`, `{life}`, `{utilisation}`.
    pub rent_note: &'static str,
    /// `{field}`.
    pub rent_unknown: &'static str,
    /// `{field}`.
    pub purchase_unknown: &'static str,
    pub terms_impossible: &'static str,

    // In other years
    /// `{now}`, `{this}`, `{cost}`, `{year}`.
    pub years_say: &'static str,
    /// `{since}`, `{run}`, `{cost}`, `{year}`.
    pub frontier_says: &'static str,
    pub rates_impossible: &'static str,
    pub same_capability: &'static str,
    pub largest_run: &'static str,
    pub this_year: &'static str,
    /// `{currency}`.
    pub years_axis: &'static str,
    pub column_year: &'static str,
    pub years_note: &'static str,
    pub rates: &'static str,
    /// The rates: hardware, watts, algorithms, rents, the largest runs.
    pub rate: [&'static str; 5],
    pub yours: &'static str,
    pub rates_note: &'static str,
}

impl Lang {
    /// The texts of choosing.
    pub fn choosing(self) -> &'static ChoosingText {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }
}

static EN: ChoosingText = ChoosingText {
    routes_say: "Cheapest for {volume} tokens a month over {months} months: {route}, {total} in all.",
    one_route: "At any use {route} costs least.",
    by_use: "What costs least depends on use, in tokens a month: {steps}.",
    up_to: "{route} up to {volume}",
    beyond: "{route} beyond",
    comma: ", ",
    your_use: "Your use: {volume}",
    volume_axis: "Tokens a month (log scale)",
    total_axis: "Cost over {months} months, {currency} (log scale)",
    column_route: "Route",
    column_fixed: "Before it serves",
    column_a_million: "A million tokens",
    column_in_all: "In {months} months",
    column_days: "Days of the run",
    column_people: "People",
    column_overtakes: "Cheaper than an API",
    above: "above {volume}",
    below: "below {volume}",
    at_any_use: "at any use",
    never: "never",
    unknown: "unknown",
    none: "none",
    assumed: "What each assumes, and what may go wrong",
    risk_is: "Risk: {risk}.",
    as_it_stands: "The project as it stands above.",
    tuned_so: "The project as it stands above, but tuned this way.",
    not_said: "The project says nothing of it. Choose pretraining to compare all routes.",
    price_unknown: "Routes that train cannot be priced: the accelerator has no public price on this basis. Enter one under “{field}”.",
    routes_note: "Ranges are P10 to P90; lines are middle values. Serving is one forward pass a token on the project's accelerators, at {mfu} of their peak \
                  and paid for the hours worked. An API is read and written at one price. These are not equally good models: adapters learn less, a distilled \
                  model is smaller, an API's is what its maker offers.",
    route: |route| match route {
        Route::Pretrain => "pretraining",
        Route::Continue => "continued pretraining",
        Route::FineTune => "full fine-tuning",
        Route::Lora => "LoRA",
        Route::Qlora => "QLoRA",
        Route::Distil => "distillation",
        Route::Api => "an API",
    },
    route_loss: "Predicted loss of a dense model of its active parameters and tokens ({law}): {loss} nats a token.",
    assumes: |route| match route {
        Route::Pretrain => "From nothing.",
        Route::Continue => "Open weights of this size at no price, and {share} of the tokens.",
        Route::FineTune => {
            "Open weights of this size, {share} of pretraining's compute, and the people and labels of InstructGPT's alignment."
        }
        Route::Lora => {
            "As full fine-tuning, with adapters: {share} of its time a token on fewer accelerators, one person, and few labels."
        }
        Route::Qlora => "As LoRA, on weights in 4 bits: {share} of its time a token, on fewer accelerators still.",
        Route::Distil => "A student with {share} of the parameters on all of the tokens, and a teacher's answers.",
        Route::Api => "Nothing is trained. A million tokens cost {share}.",
    },
    risk: |risk| match risk {
        RouteRisk::MayFail => "a long run may fail, and nothing is known to work beforehand",
        RouteRisk::Provenance => "what is in the open weights, and their terms of use",
        RouteRisk::Forgetting => "the model forgets what it knew",
        RouteRisk::LearnsLess => "adapters learn less than a whole model",
        RouteRisk::Teacher => "the teacher's terms and faults",
        RouteRisk::Dependence => "prices, limits and models that others change",
    },

    sold_after: "If the hardware is sold when it is no longer needed, buying costs no more than renting from month {months} on.",
    sold_never: "Buying costs more than renting all through the hardware's life of {life} months, even if it is sold then.",
    sold_always: "If the hardware is sold when it is no longer needed, buying costs less than renting from the first month on.",
    kept_after: "If it fetches nothing, buying pays from month {months} on.",
    kept_never: "If it fetches nothing, buying never pays.",
    kept_always: "Even if it fetches nothing, buying pays from the first month on.",
    used_after: "Over its whole life, buying pays from {share} utilisation on; here it is {now}.",
    used_never: "Over its whole life, buying pays at no utilisation.",
    used_always: "Over its whole life, buying pays at any utilisation.",
    whole_life: "Over {life} months renting comes to {rented}, and buying less resale to {bought}.",
    months_axis: "Months",
    spent_axis: "Paid so far, {currency}",
    rented: "Rented",
    bought: "Bought and kept",
    bought_and_sold: "Bought, less resale",
    month: "Month {months}",
    column_month: "Month",
    column_resale: "Resale",
    by_utilisation: "Months until buying pays, by utilisation",
    column_utilisation: "Utilisation",
    column_if_sold: "If sold then",
    column_if_kept: "If kept",
    by_decline: "Months until buying pays, by how fast rents fall",
    column_decline: "Rent falls a year",
    at_once: "at once",
    rent_note: "All at middle values. Buying takes {upfront} at once and lasts {life} months. Rent is paid for the hours worked, here {utilisation} of all; \
                whoever owns pays for all: interest, maintenance, place and people, and power for the hours worked. Resale falls evenly from the price to the \
                residual, and with the price of new hardware; selling early may bring less.",
    rent_unknown: "Nothing to compare: no public rent of this accelerator on this basis. Enter one under “{field}”, or choose another accelerator or basis.",
    purchase_unknown: "Nothing to compare: no public price of buying this accelerator, its power or its place. Choose own hardware as the basis and enter one \
                       under “{field}”, or choose another accelerator.",
    terms_impossible: "Nothing to compare: utilisation has to be above 0 and at most 100%, and prices can fall by less than 100% a year.",

    years_say: "What costs {now} in {this} will cost {cost} in {year}, if progress goes on at these rates.",
    frontier_says: "The largest runs go the other way: {run} in {since}, and {cost} in {year} if their growth goes on.",
    rates_impossible: "A rate has to be above 0, and its range in order.",
    same_capability: "The same capability",
    largest_run: "The largest run",
    this_year: "Today",
    years_axis: "Cost, {currency} (log scale)",
    column_year: "Year",
    years_note: "Machines and power move with the rates; people and data stay as they are, and so does what is uncertain today. The band is P10 to P90: a rate \
                 holds for all years, so it widens with them. The largest run is the dearest one in the catalog at cloud prices, moved by its own rate; no one \
                 knows how long that can go on.",
    rates: "The rates, a factor a year",
    rate: [
        "Compute for a dollar of hardware",
        "Compute for a watt",
        "Capability for a FLOP, from better methods",
        "Rent of an accelerator",
        "Cost of the largest runs",
    ],
    yours: "yours",
    rates_note: "Enter your own above in place of any of them, a range too (1.2 to 1.5).",
};

static ZH: ChoosingText = ChoosingText {
    routes_say: "每月 {volume}词元、使用 {months} 个月，最便宜的是{route}：共 {total}。",
    one_route: "无论用量多少，{route}都最便宜。",
    by_use: "最便宜的途径取决于每月的词元用量：{steps}。",
    up_to: "{volume}以下为{route}",
    beyond: "再往上为{route}",
    comma: "，",
    your_use: "您的用量：{volume}",
    volume_axis: "每月词元数（对数刻度）",
    total_axis: "{months} 个月的费用，{currency}（对数刻度）",
    column_route: "途径",
    column_fixed: "投入使用前",
    column_a_million: "每百万词元",
    column_in_all: "{months} 个月合计",
    column_days: "训练天数",
    column_people: "人数",
    column_overtakes: "月用量多大时比 API 便宜",
    above: "{volume}以上",
    below: "{volume}以下",
    at_any_use: "任何用量",
    never: "从不",
    unknown: "未知",
    none: "无",
    assumed: "各途径的假设与风险",
    risk_is: "风险：{risk}。",
    as_it_stands: "即上方的项目本身。",
    tuned_so: "上方的项目，改用此方式微调。",
    not_said: "该项目没有这方面的信息。项目类型选择预训练，即可比较全部途径。",
    price_unknown: "需要训练的途径无法计价：该加速卡按此方式没有公开价格。请在“{field}”中填写。",
    routes_note: "范围为 P10 至 P90，曲线为中值。推理为每个词元一次前向计算，使用项目的加速卡，利用率为峰值的 {mfu}，按实际工作时间付费。API 的读写同价。\
                  各途径得到的模型好坏不同：适配器学到的较少，蒸馏的模型较小，API 的模型由其提供者决定。",
    route: |route| match route {
        Route::Pretrain => "预训练",
        Route::Continue => "继续预训练",
        Route::FineTune => "全参数微调",
        Route::Lora => "LoRA",
        Route::Qlora => "QLoRA",
        Route::Distil => "蒸馏",
        Route::Api => "API",
    },
    route_loss: "按激活参数与词元数相同的稠密模型估算（{law}），预测损失为每词元 {loss} 奈特。",
    assumes: |route| match route {
        Route::Pretrain => "从零开始。",
        Route::Continue => "同等规模的免费开放权重，词元数为原来的 {share}。",
        Route::FineTune => "同等规模的开放权重，计算量为预训练的 {share}，团队与标注同 InstructGPT 的对齐。",
        Route::Lora => "同全参数微调，但用适配器：每词元时间为其 {share}，加速卡更少，一人完成，标注很少。",
        Route::Qlora => "同 LoRA，权重为 4 位：每词元时间为其 {share}，加速卡再少一些。",
        Route::Distil => "学生模型的参数为原来的 {share}，词元数不变，另加教师模型的回答。",
        Route::Api => "不训练任何模型。每百万词元 {share}。",
    },
    risk: |risk| match risk {
        RouteRisk::MayFail => "长时间训练可能失败，事先没有可用的结果",
        RouteRisk::Provenance => "开放权重中的内容及其使用条款",
        RouteRisk::Forgetting => "模型遗忘原有能力",
        RouteRisk::LearnsLess => "适配器学到的比完整模型少",
        RouteRisk::Teacher => "教师模型的条款与缺陷",
        RouteRisk::Dependence => "价格、限制和模型由他人改变",
    },

    sold_after: "若不再需要时把硬件卖掉，从第 {months} 个月起购买不比租用贵。",
    sold_never: "在硬件 {life} 个月的寿命内，即使最后卖掉，购买也一直比租用贵。",
    sold_always: "若不再需要时把硬件卖掉，从第一个月起购买就比租用便宜。",
    kept_after: "若卖不出钱，从第 {months} 个月起购买才合算。",
    kept_never: "若卖不出钱，购买始终不合算。",
    kept_always: "即使卖不出钱，从第一个月起购买也合算。",
    used_after: "就整个寿命而言，利用率达到 {share} 起购买合算；这里是 {now}。",
    used_never: "就整个寿命而言，无论利用率多高，购买都不合算。",
    used_always: "就整个寿命而言，无论利用率多低，购买都合算。",
    whole_life: "{life} 个月内，租用共 {rented}，购买扣除转售共 {bought}。",
    months_axis: "月数",
    spent_axis: "累计支出（{currency}）",
    rented: "租用",
    bought: "购买并保留",
    bought_and_sold: "购买，扣除转售",
    month: "第 {months} 个月",
    column_month: "月",
    column_resale: "转售价",
    by_utilisation: "购买合算所需月数，按利用率",
    column_utilisation: "利用率",
    column_if_sold: "届时卖掉",
    column_if_kept: "保留",
    by_decline: "购买合算所需月数，按租金降幅",
    column_decline: "租金每年降幅",
    at_once: "立即",
    rent_note: "均取中值。购买一次付 {upfront}，可用 {life} 个月。租金只付工作的小时，这里占全部的 {utilisation}；拥有者则一直支付利息、维护、场地和人员，\
                电费按工作的小时计。转售价从购置价均匀降至残值，并随新硬件降价；提早出售可能更低。",
    rent_unknown: "无法比较：该加速卡按此方式没有公开租价。请在“{field}”中填写，或选择其他加速卡或方式。",
    purchase_unknown: "无法比较：该加速卡的购置、用电或场地没有公开价格。请选择自有硬件并在“{field}”中填写，或选择其他加速卡。",
    terms_impossible: "无法比较：利用率须大于 0 且不超过 100%，价格每年的降幅须小于 100%。",

    years_say: "{this} 年花费 {now} 的训练，若各项进步保持这样的速度，{year} 年为 {cost}。",
    frontier_says: "最大规模的训练则相反：{since} 年为 {run}，若增长持续，{year} 年为 {cost}。",
    rates_impossible: "速率须大于 0，且范围由低到高。",
    same_capability: "同等能力",
    largest_run: "最大规模的训练",
    this_year: "今天",
    years_axis: "费用，{currency}（对数刻度）",
    column_year: "年份",
    years_note: "机器和用电随速率变化；人员和数据保持不变，今天的不确定也保持不变。带状区域为 P10 至 P90：速率适用于所有年份，因此随年数变宽。\
                 最大规模的训练指资料库中按云价计最贵的一次，按其自身速率变化；没有人知道这能持续多久。",
    rates: "各项速率，每年的倍数",
    rate: ["每美元硬件的算力", "每瓦算力", "每 FLOP 的能力（方法改进）", "加速卡租金", "最大规模训练的成本"],
    yours: "您的数值",
    rates_note: "可在上方填写自己的数值代替任何一项，也可填写范围（1.2 到 1.5）。",
};
