//! 简体中文。

use super::bill;
use crate::shape::Text;
use traincost_model::catalog::CostBasis;
use traincost_model::estimate::Note;
use traincost_model::{Basis, Head, Kind};

pub(crate) static PAGE: Text = Text {
    tagline: "训练这个模型要花多少钱？",
    title: "TrainCost：训练这个模型要花多少钱？",
    skip_to_results: "跳到结果",
    language: "语言",
    currency: "货币",
    currency_usd: "美元",
    currency_cny: "人民币",
    exchange_rate: "美元兑人民币汇率",
    theme_light: "主题：浅色",
    theme_dark: "主题：深色",
    theme_auto: "主题：自动",
    copy_link: "复制链接",
    copied: "链接已复制",
    copy_failed: "此处无法复制，请从地址栏复制链接。",
    reset: "重新开始",
    reset_undo: "撤销“重新开始”",
    open_full: "在 TrainCost 中打开并修改",
    footer: "TrainCost 完全在您的浏览器中运行，不向其他网址发送请求，也不做任何跟踪。",
    data_version: "数据版本：{version}。",

    intro,
    intro_preset,
    custom_model: "{params} 参数、{tokens} 词元的模型",
    custom_sparse_model: "{params} 参数（激活 {active}）、{tokens} 词元的模型",
    range: "（80% 区间：{range}）",
    range_plain: "{low}～{high}",
    basis_says,
    chips: "{count} × {chip}",
    days: "最终训练 {time}（{range}）",
    days_unknown: "时长未知",
    final_alone: "其中最终那次训练 {cost}（{range}），",
    final_rest: "其余用于实验、失败的训练、人力和数据。",
    published: "公开数据：{what}。",
    preset_estimated: "该预设并非全部来自公开资料，部分为估计。",
    preset_leaked: "该模型的数字来自泄露，从未得到证实。",
    published_hours: "{hours} 卡时",
    published_cost: "最终训练 {cost}（按原文口径）",
    comma: "，",
    prices_of: "价格日期 {date}",
    prices_yours: "按您填写的价格",
    converted: "≈ 按 1 美元兑 {rate} 元（{date}）",
    unknown_total: "{chip} 在此付费方式下没有公开价格，请填写您的价格。",
    unknown_offer: "{provider} 没有公布 {chip} 在此付费方式下的价格，请填写您的价格，或换一家供应商。",
    at_least: "至少需 {cost}",
    about: "约需 {cost}",
    unknown: "未知",
    unknown_cost: "费用未知",

    choice: super::choices::label,
    alternative: super::choices::alternative,
    preset_label: "从预设开始",
    status_estimate: "估计",
    status_leak: "泄露，未经证实",
    price_needed: "请填写价格",
    no_offer: "{name}（无公开价格）",
    with_note: "{name}（{note}）",
    labelled: "{name}：{value}",
    preset_groups: ["开放权重", "闭源或泄露", "微调与对齐", "视频"],

    inputs: "输入",
    group_essentials: "训练任务",
    group_model: "模型结构与精度",
    group_speed: "速度与实验",
    group_compute: "租用、存储与支持",
    group_power: "电力、散热与碳排放",
    group_data: "数据",
    group_labels: "标注与对齐",
    group_people: "人力",
    group_hardware: "自有硬件",
    unused_power: "租用时不计入合计，只用于用电、碳排放和用水",
    unused_hardware: "租用时不计入合计，只用于对比：购置、折旧、隐含碳",
    unused_owning: "自有时不使用，存储与检查点除外",
    field: bill::field,
    slider_of: "{field}，滑块",
    from_you: "您的值",
    from_preset: "预设",
    from_default: "默认",
    from_unused: "未用到",
    from_estimate: "估计",
    from_catalog: "资料库",
    from_computed: "计算所得",
    computed_says: "由最佳方案算出：{mid}（{range}）",
    inherited_says: "沿用 {preset} 的结构，您的模型可能不同",
    from_unverified: "资料库，未核实",
    catalog_says: "资料库：{mid}（{range}），{date}",
    catalog_says_exact: "资料库：{mid}，{date}",
    catalog_aged: "（{years} 年前）",
    catalog_unknown: "没有公开数字：请自行填写",
    same_as_total: "留空表示稠密模型：全部参数参与计算",

    book: "价目表",
    book_how: "粘贴或拖入您自己的 CSV 价格。首行写列名：item,price 或 accelerator,basis,price，也可加 currency（USD 或 CNY）。项目名与链接和文件中的相同：electricity、colocation、expert-price 等。小数点用“.”；带逗号的价格请加引号。没有注明货币的价格按{currency}计。",
    book_text: "CSV 价格",
    book_preview: "预览",
    book_undo: "撤销",
    book_applied: "已采用 {count} 个价格。",
    method_link: "计算方法",
    claims_link: "常见说法核对",
    range_says: "P10 至 P90，按 {mid} 计算",
    error_empty: "“{field}”为空，请输入数字，例如 {example}。",
    error_incomplete: "“{field}”：少写了一个数字。请填完整，例如 {example}。",
    error_long: "“{field}”：这段文字太长，不会是数字。请只填数字，例如 {example}。",
    error_not_number: "“{field}”不是数字，可试 {example}。",
    error_infinite: "“{field}”的数字太大，无法计算。",
    error_positive: "“{field}”必须大于零。",
    error_negative: "“{field}”不能为负数。",
    error_small: "“{field}”至少为 {limit}。",
    error_large: "“{field}”最多为 {limit}。",
    error_whole: "“{field}”必须为整数。",
    error_unit: "“{field}”的单位不对。请只填数字，例如 {example}。",
    error_range: "“{field}”：这里不止一个数。请只填一个，例如 {example}。",
    error_million: "“{field}”：小写 m 可能指千分之一或百万。百万请写 M 或“百万”。",
    error_separator: "“{field}”：这样的分隔有两种读法。一点五写 1.5，一千五百写 1,500。",
    error_active: "激活参数不能多于总参数，请在“模型结构与精度”中调低或留空。",
    error_residual: "“{field}”必须低于 100%：硬件到期后的价值总低于购置价。",
    error_inverted: "“{field}”：区间的终点小于起点。请先写较小的数；写在后一个数后面的单位对两个数都有效。",
    error_no_width: "“{field}”：区间两端相同。请只填这一个数，或填两个不同的数。",
    error_crosses_zero: "“{field}”：区间从负数开始。请从零或正数开始。",
    stale: "有输入无效，下面仍是上一次有效输入的结果。",
    no_ranges: "区间按简化规则计算：模拟程序停止了，或未能加载。",

    link_ignored: "链接中有些内容无法使用：",
    link_unknown_key: "{key}：无法识别",
    link_bad_value: "{key}：值无法使用",
    link_repeated: "{key}：重复出现，以第一个为准",
    link_version: "此链接来自另一版本的 TrainCost，解读可能有误。",
    link_data: "{key}：不是本页（{now}）已知的数据版本；如果链接来自较新的页面，请刷新本页",
    link_too_long: "{key}：链接过长，从此处起未读取",
    link_dismiss: "关闭",
    data_changed: "链接注明使用 {then} 版数据，本页现用 {now} 版。期间的变化：{changes}",
    data_was: "据链接所述（本页无法核实），分享时总额为 {was}；按现在的数据为 {now}。",

    figure: bill::figure,
    head,
    note,
    scale_shape: "调整结构",
    results: "结果",
    bill: "钱花在哪里",
    bill_chart_says: "最大的一项是{head}：{cost}（合计 {total}）。",
    bill_axis: "费用（{currency}）",
    column_item: "项目",
    column_mid: "中值",
    column_range: "P10 至 P90",
    column_share: "占比",
    included_in: "已含在{head}中，约 {cost}",
    apart: "一次性支付，不计入合计",
    if_bought: "如果购买；不计入合计",
    like_households: "相当于 {count} 户美国家庭一年的用电",
    like_flights: "相当于伦敦—纽约往返飞行 {count} 人次",
    apart_line: "{cost}：一次性支付，不计入合计",
    total: "合计",
    range_rule: "只有中值可以相加。区间来自一万次模拟，每次所有不确定的输入在各自范围内取值。80% 区间即 P10 至 P90：十次中约有一次更低，一次更高。",
    scatter: "费用与算力，2019 年至今",
    scatter_says: "您的最终训练：{flops} FLOP，{cost}。已公开的训练从几千美元的 GPT-2 到十亿美元以上。",
    scatter_x: "训练算力（FLOP）",
    scatter_y: "最终训练费用（{currency}）",
    scatter_yours: "您的最终训练",
    scatter_note: "实心点：最终训练的云租用费，2023 年美元（Cottier 等，2024）。空心点：其他口径、媒体数字或猜测。色带：按您的卡、价格和速度，任意规模下的费用。",
    scatter_table: "以表格查看公开的训练",
    report_lost: "负责计算此处的后台程序停止了，或未能加载；其他数值不受影响。请检查网络连接。有些浏览器和框架不允许运行它。",
    report_retry: "重试",
    report_slow: "负责计算此处的后台程序仍在加载。网络可能很慢或已中断。",
    run_basis,
    chart_keys: "可用方向键逐点查看。",

    unit_hours: "卡时",
    time_units: &[(365.25, "年"), (1.0, "天"), (1.0 / 24.0, "小时"), (1.0 / 1440.0, "分钟"), (1.0 / 86_400.0, "秒")],
    unit_flop: "FLOP",
    energy_units: &[(1.0, "千瓦时"), (1e-3, "瓦时")],
    carbon_units: &[(1e3, "吨 CO₂e"), (1.0, "千克 CO₂e"), (1e-3, "克 CO₂e")],
    water_units: &[(1e3, "吨"), (1.0, "升"), (1e-3, "毫升")],
};

fn intro(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain => "训练 {model}",
        Kind::Continue => "继续预训练 {model}",
        Kind::FineTune => "全参数微调 {model}",
        Kind::Lora => "用适配器微调 {model}",
    }
}

fn intro_preset(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain | Kind::Continue => "训练 {model}",
        // 名称本身就是项目。
        Kind::FineTune | Kind::Lora => "{model}",
    }
}

fn basis_says(basis: Basis) -> &'static str {
    match basis {
        Basis::OnDemand => "按需租用",
        Basis::Reserved => "租用，预留一年",
        Basis::Reserved3 => "租用，预留三年",
        Basis::Spot => "竞价租用",
        Basis::Own => "自有硬件，按折旧摊销",
    }
}

fn head(head: Head) -> &'static str {
    match head {
        Head::Compute => "算力",
        Head::Power => "电力与散热",
        Head::Data => "数据",
        Head::People => "人力与研发",
        Head::Hardware => "硬件",
    }
}

fn note(note: Note) -> &'static str {
    match note {
        Note::Fp8Unsupported => "此加速卡不支持 FP8：按 BF16 计算。",
        Note::PeakUnknown => "此加速卡没有公开的峰值算力：请在“速度与实验”中填写。",
        Note::PriceUnknown => "此加速卡在该付费方式下没有公开租价：请填写您的价格。",
        Note::HardwarePriceUnknown => "此加速卡没有公开的购置价：请在“自有硬件”中填写。",
        Note::PowerUnknown => "此加速卡没有公开的功耗：用电与碳排放未知。",
        Note::PriceUnverified => "价格可靠性低：报价很少，或由其他付费方式推算。",
        Note::MfuUnverified => "此加速卡的 MFU 只是猜测：没有公开的实测数据。",
        Note::DoesNotFit => "{chips}：显存放不下该模型，请增加卡数，或换用显存更大的卡。",
        Note::EndlessDepreciation => "余额递减法永远减不到零：请在“自有硬件”中填写大于 0 的残值。",
        Note::OtherShape => {
            "当前结构（{layers} 层 × {hidden}）合计 {made} 参数，而不是 {params}；注意力计算量与显存按该结构计算。"
        }
        Note::OtherProject => "数据、标注与团队仍沿用 {preset} 的设定。",
        Note::OutlastsProject => "仅最终训练就需 {time}，而团队只计 {months} 个月：请增加卡数，或在“人力”中延长项目月数。",
        Note::Impractical => "没有集群会为一次训练运行 {time}：该费用只有理论意义。",
        Note::Committed => "预留意味着要为 {chips} 付满整个租期，无论用多少都约为 {cost}。账单只计实际使用的卡时。",
    }
}

fn run_basis(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::CloudRental => "云租用",
        CostBasis::Amortised => "硬件摊销与电费",
        CostBasis::Press => "媒体",
        CostBasis::Authors => "作者自定单价",
    }
}
