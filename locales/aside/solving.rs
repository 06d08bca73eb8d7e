//! The texts of what a budget buys, and of cost against time.

use crate::Lang;

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct SolvingText {
    // What can I train for this much?
    pub enter_limit: &'static str,
    pub to_budget: &'static str,
    pub to_deadline: &'static str,
    /// `{cost}`.
    pub own_total: &'static str,
    /// `{params}`, `{tokens}`, `{hardware}`, `{days}`, `{cost}`, `{loss}`.
    pub best_says: &'static str,
    /// `{offer}`, `{params}`, `{tokens}`, `{loss}`.
    pub better_says: &'static str,
    /// `{count}`.
    pub none_better: &'static str,
    pub none_at_all: &'static str,
    pub column_yours: &'static str,
    pub column_best: &'static str,
    pub row_offer: &'static str,
    pub row_params: &'static str,
    pub row_tokens: &'static str,
    pub row_count: &'static str,
    pub row_run: &'static str,
    pub row_project: &'static str,
    pub row_serving: &'static str,
    /// `{law}`.
    pub row_loss: &'static str,
    pub row_plan: &'static str,
    pub own_law: &'static str,
    pub open: &'static str,
    /// `{days}`.
    pub solver_note: &'static str,

    // Why nothing can be trained
    pub not_a_number: &'static str,
    pub other_kind: &'static str,
    pub price_unknown: &'static str,
    pub speed_unknown: &'static str,
    /// `{least}`.
    pub budget_short: &'static str,
    /// Where it has to pay for more.
    pub run_alone: &'static str,
    /// `{least}`.
    pub days_short: &'static str,

    // Cost against time
    /// `{fast}`, `{dear}`, `{slow}`, `{cheap}`.
    pub frontier_says: &'static str,
    /// `{days}`, `{cost}`, `{offer}`, `{least}`.
    pub yours_beaten: &'static str,
    /// `{days}`, `{cost}`.
    pub yours_stands: &'static str,
    pub no_offer: &'static str,
    pub yours: &'static str,
    pub axis_days: &'static str,
    /// `{currency}`.
    pub axis_cost: &'static str,
    pub column_offer: &'static str,
    pub column_terms: &'static str,
    pub column_days: &'static str,
    pub column_total: &'static str,
    pub column_upfront: &'static str,
    pub column_carbon: &'static str,
    /// `{most}`, `{field}`.
    pub frontier_note: &'static str,

    /// While offers are tried: `{done}`, `{all}`.
    pub trying: &'static str,
}

impl Lang {
    /// The texts of what a budget buys, and of cost against time.
    pub fn solving(self) -> &'static SolvingText {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }
}

static EN: SolvingText = SolvingText {
    enter_limit: "Enter a budget, a deadline, or both: the best model that they allow is found.",
    to_budget: "Enter a budget",
    to_deadline: "Enter a deadline",
    own_total: "Until then: what your scenario costs in all, {cost}, would buy this.",
    best_says: "On your hardware the best is a model of {params} parameters, trained on {tokens} tokens: {hardware}, {days}, {cost}. Its predicted loss is \
                {loss} nats a token.",
    better_says: "The best offer is {offer}. There it is {params} parameters and {tokens} tokens, with a predicted loss of {loss}.",
    none_better: "None of the {count} offers with a public price trains a better one.",
    none_at_all: "Nor would any other offer with a public price do.",
    column_yours: "On your hardware",
    column_best: "On the best offer",
    row_offer: "Hardware",
    row_params: "Parameters",
    row_tokens: "Training tokens",
    row_count: "Accelerators",
    row_run: "Cost of the final run",
    row_project: "Cost of the whole project",
    row_serving: "Cost of serving in its life",
    row_loss: "Predicted loss, nats a token ({law})",
    row_plan: "Best plan, and the MFU that it gives",
    own_law: "your constants",
    open: "Open as a scenario",
    solver_note: "The best model is the dense one of the lowest predicted loss; lower is better, and the law knows nothing of what data teach. Without a \
                  deadline the cluster is sized for {days} days. Offers are all accelerators, bases and providers with a public price, in your region.",
    not_a_number: "A limit has to be a number above zero.",
    other_kind: "The law of the loss speaks of pretraining alone: choose pretraining as the kind of training.",
    price_unknown: "No price of these accelerators on this basis is public: enter yours, or take others.",
    speed_unknown: "No speed of these accelerators is public: enter their peak and MFU, or take others.",
    budget_short: "The budget does not pay for the smallest model worth a run, 1 million parameters on 20 million tokens. That takes {least}: raise the \
                   budget.",
    run_alone: "Or let it pay for the final run alone.",
    days_short: "Not even the smallest model worth a run, 1 million parameters on 20 million tokens, is done in time. It takes {least} on all accelerators \
                 there are: extend the deadline, or allow more accelerators.",
    frontier_says: "Rented, the final run takes from {fast}, at {dear} for all, to {slow}, at {cheap}: the line is what nothing rented at a public price beats.",
    yours_beaten: "Yours takes {days} and costs {cost} in all. No slower, with no more to be paid at once, and cheapest: {offer}, {least}.",
    yours_stands: "Yours takes {days} and costs {cost} in all: nothing that is no slower, with no more to be paid at once, costs less.",
    no_offer: "Nothing that could train this model has a public price: enter one.",
    yours: "yours",
    axis_days: "Days of the final run",
    axis_cost: "Total, {currency}",
    column_offer: "Accelerators",
    column_terms: "How paid, and where from",
    column_days: "Final run",
    column_total: "Total",
    column_upfront: "Paid at once, for hardware",
    column_carbon: "Carbon",
    frontier_note: "Total is the whole project; of bought hardware it has only what the project uses up. Rings are bought: they beat renting, but the \
                    hardware has to be paid at once. What saves less than 1% is left out. Click a row's name to open it as a scenario. Each accelerator \
                    keeps its MFU whatever their number, so the days of the largest clusters are a lower bound. Tried are up to {most} accelerators; \
                    “{field}” above changes that.",
    trying: "Trying offers: {done} of {all}",
};

static ZH: SolvingText = SolvingText {
    enter_limit: "请填写预算、期限，或两者都填：即可找到其允许的最佳模型。",
    to_budget: "填写预算",
    to_deadline: "填写期限",
    own_total: "在此之前：您的方案合计 {cost}，这笔钱能训练出如下模型。",
    best_says: "用您的硬件，最佳模型有 {params} 参数，用 {tokens} 词元训练：{hardware}，{days}，{cost}。预测损失为每词元 {loss} 奈特。",
    better_says: "最佳报价是 {offer}：可用 {tokens} 词元训练 {params} 参数的模型，预测损失 {loss}。",
    none_better: "{count} 种有公开价格的报价中，没有一种能训练出更好的模型。",
    none_at_all: "其他有公开价格的报价也都做不到。",
    column_yours: "用您的硬件",
    column_best: "用最佳报价",
    row_offer: "硬件",
    row_params: "参数",
    row_tokens: "训练词元",
    row_count: "加速卡数量",
    row_run: "最终训练的成本",
    row_project: "整个项目的成本",
    row_serving: "服役期间的推理成本",
    row_loss: "预测损失，奈特/词元（{law}）",
    row_plan: "最佳并行方案及其 MFU",
    own_law: "您的常数",
    open: "作为方案打开",
    solver_note: "最佳模型指预测损失最低的稠密模型；损失越低越好，但该规律并不知道数据教了什么。未填期限时，集群按 {days} 天配置。\
                  报价涵盖您所在地区所有有公开价格的加速卡、付费方式和供应商。",
    not_a_number: "限额必须是大于零的数。",
    other_kind: "损失的规律只适用于预训练：请将训练类型选为预训练。",
    price_unknown: "这种加速卡在此付费方式下没有公开价格：请填写价格，或换用其他加速卡。",
    speed_unknown: "这种加速卡没有公开的速度：请填写峰值和 MFU，或换用其他加速卡。",
    budget_short: "预算不足以训练值得一做的最小模型（100万参数、2000万词元）。至少需要 {least}：请提高预算。",
    run_alone: "或让预算只付最终训练。",
    days_short: "即使是值得一做的最小模型（100万参数、2000万词元）也无法按期完成。动用全部加速卡也需要 {least}：请放宽期限，或允许更多加速卡。",
    frontier_says: "租用时，最终训练从 {fast}（合计 {dear}）到 {slow}（合计 {cheap}）：在有公开租价的报价中，没有比线上各点既快又省的。",
    yours_beaten: "您的方案需要 {days}，合计 {cost}。不比它慢、一次付清的款项不比它多而最省的是：{offer}，{least}。",
    yours_stands: "您的方案需要 {days}，合计 {cost}：不比它慢、一次付清的款项不比它多的，没有更省的。",
    no_offer: "能训练该模型的硬件都没有公开价格：请填写一个价格。",
    yours: "您的方案",
    axis_days: "最终训练天数",
    axis_cost: "合计（{currency}）",
    column_offer: "加速卡",
    column_terms: "付费方式与来源",
    column_days: "最终训练",
    column_total: "合计",
    column_upfront: "须一次付清的硬件款",
    column_carbon: "碳排放",
    frontier_note: "合计指整个项目，自购硬件只计项目所耗的部分。圆环为自购：胜过租用，但硬件款须一次付清。节省不到 1% 的不列出。\
                    点击行名即可作为方案打开。无论数量多少，每种加速卡的 MFU 都视为不变，因此最大集群的天数是下限。最多比较 {most} 张加速卡，可用上方的“{field}”更改。",
    trying: "正在比较报价：{done} / {all}",
};
