//! 简体中文。

use crate::shape::{FieldText, Text};
use traincost_model::catalog::{CostBasis, TeamId};
use traincost_model::estimate::Note;
use traincost_model::{
    Algorithm, Basis, Depreciation, Field, Figure, Head, Kind, Language, Law, MfuFrom, Pays, Precision, Synthesis,
};

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
    published_cost: "最终训练约 {cost}（按原文口径）",
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

    kind,
    precision,
    mfu_from,
    basis,
    team,
    text_language,
    synthesis,
    algorithm,
    depreciation,
    law,
    pays,
    preset_label: "从预设开始",
    kind_label: "项目类型",
    precision_label: "精度",
    mfu_from_label: "MFU",
    accelerator_label: "加速卡",
    basis_label: "付费方式",
    region_label: "电网",
    provider_label: "供应商",
    provider_market: "市场（全部供应商）",
    team_label: "薪酬地区",
    text_language_label: "主要语言",
    synthesis_label: "合成数据来源",
    algorithm_label: "对齐算法",
    law_label: "缩放定律",
    pays_label: "预算涵盖",
    depreciation_label: "折旧方法",
    region_world: "世界平均",
    status_estimate: "估计",
    status_leak: "泄露，未经证实",
    price_needed: "请填写价格",
    no_offer: "{name}（无公开价格）",
    with_note: "{name}（{note}）",
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
    field,
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
    book_how: "粘贴或拖入您自己的 CSV 价格：item,price 或 accelerator,basis,price。项目名与链接和文件中的相同：electricity、colocation、expert-price 等",
    book_text: "CSV 价格",
    book_apply: "应用",
    book_undo: "撤销",
    book_taken: "已采用 {count} 个价格。",
    book_bad: "第 {line} 行 {column} 列无法使用。",
    method_link: "计算方法",
    claims_link: "常见说法核对",
    range_says: "P10 至 P90，按 {mid} 计算",
    error_empty: "“{field}”为空，请输入数字，例如 {example}。",
    error_not_number: "“{field}”不是数字，可试 {example}。",
    error_infinite: "“{field}”的数字太大，无法计算。",
    error_positive: "“{field}”必须大于零。",
    error_negative: "“{field}”不能为负数。",
    error_small: "“{field}”至少为 {limit}。",
    error_large: "“{field}”最多为 {limit}。",
    error_whole: "“{field}”必须为整数。",
    error_unit: "“{field}”的单位不对。请只填数字，例如 {example}。",
    error_range: "“{field}”：这里不止一个数。请只填一个，例如 {example}。",
    error_million: "“{field}”：小写 m 可能指千分之一或百万。百万请写 M 或 百万。",
    error_comma: "“{field}”：这个逗号有两种读法。一点五写 1.5，一千五百写 1,500。",
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
    link_dismiss: "关闭",
    data_changed: "此链接使用 {then} 版数据生成，本页现用 {now} 版。期间的变化：{changes}",
    data_was: "分享时显示 {was}，按现在的数据为 {now}。",

    figure,
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
    validation: "准确度如何？",
    drivers: "哪些因素最影响总费用？",
    levers: "怎样降低费用？",
    solver: "这笔钱能训练出什么模型？",
    frontier: "费用与时间：全部报价",
    routes: "训练、微调还是购买？",
    rent_or_buy: "租硬件还是买硬件？",
    years: "换个年份要花多少？",
    chips_compared: "芯片对比：每瓦、每元算力",
    export: "以 JSON 导出本项目，供脚本使用",
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

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain => "预训练",
        Kind::Continue => "继续预训练",
        Kind::FineTune => "全参数微调",
        Kind::Lora => "LoRA 微调",
    }
}

fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Bf16 => "BF16 或 FP16",
        Precision::Fp8 => "FP8",
    }
}

fn mfu_from(from: MfuFrom) -> &'static str {
    match from {
        MfuFrom::Entered => "手动填写，或该加速卡的常见值",
        MfuFrom::Computed => "由架构与并行方案算出",
    }
}

fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::OnDemand => "按需租用",
        Basis::Reserved => "租用，预留 1 年",
        Basis::Reserved3 => "租用，预留 3 年",
        Basis::Spot => "竞价租用",
        Basis::Own => "自有，摊销",
    }
}

fn team(team: TeamId) -> &'static str {
    match team.get().id {
        "us" => "美国",
        "cn" => "中国",
        "eu" => "欧洲（欧盟、瑞士、挪威）",
        "uk" => "英国",
        "ca" => "加拿大",
        "in" => "印度",
        _ => "其他地区",
    }
}

fn text_language(language: Language) -> &'static str {
    match language {
        Language::English => "英文为主",
        Language::Chinese => "中文为主",
        Language::Code => "代码为主",
    }
}

fn synthesis(synthesis: Synthesis) -> &'static str {
    match synthesis {
        Synthesis::Api => "调用模型 API",
        Synthesis::OwnModel => "自有模型，用本项目的加速卡",
    }
}

fn algorithm(algorithm: Algorithm) -> &'static str {
    match algorithm {
        Algorithm::Ppo => "PPO",
        Algorithm::Grpo => "GRPO",
        Algorithm::Dpo => "DPO",
    }
}

fn law(law: Law) -> &'static str {
    match law {
        Law::Besiroglu => "Besiroglu 等 2024",
        Law::Hoffmann => "Hoffmann 等 2022",
    }
}

fn pays(pays: Pays) -> &'static str {
    match pays {
        Pays::FinalRun => "最终训练",
        Pays::Project => "整个项目",
    }
}

fn depreciation(depreciation: Depreciation) -> &'static str {
    match depreciation {
        Depreciation::Straight => "直线法",
        Depreciation::Declining => "余额递减法",
        Depreciation::Production => "工作量法",
    }
}

fn field(field: Field) -> FieldText {
    let (label, unit, hint) = match field {
        Field::Params => ("参数量", "", "模型的全部权重。"),
        Field::Active => ("激活参数", "", "混合专家模型中每个词元用到的权重。"),
        Field::Tokens => ("训练词元", "", "最终训练的词元数，含重复。"),
        Field::Layers => ("层数", "", ""),
        Field::Hidden => ("隐藏维度", "", ""),
        Field::Seq => ("序列长度", "词元", ""),
        Field::Count => ("加速卡数量", "", "共同进行最终训练的卡数。"),
        Field::Peak => ("峰值算力", "TFLOP/s", "单卡稠密 BF16 峰值，不是稀疏峰值。"),
        Field::Mfu => ("稳态 MFU", "", "训练期间模型 FLOPs 与峰值之比。您填写的值原样使用，已含 FP8 与稀疏的影响。"),
        Field::Batch => ("每步词元数", "", "两次权重更新之间的词元数；留空则取该模型的常用值。"),
        Field::Goodput => ("有效时间比（goodput）", "", "保持该速度的时间占比；其余为重启、批量爬升、评测和空闲。"),
        Field::Experiments => ("总算力", "× 最终训练", "含实验、失败的训练与评测；1 表示只有最终训练。"),
        Field::Failed => ("失败训练占比", "", "占研发算力的比例。"),
        Field::Evaluation => ("评测占比", "", "占研发算力的比例。"),
        Field::Price => ("单卡租价", "每小时", ""),
        Field::Interruptions => ("竞价中断", "× 卡时", "丢失的进度与等待；仅用于竞价租用。"),
        Field::Idle => ("闲置比例", "", "已付费而未使用的卡时，与使用的卡时之比。"),
        Field::Setup => ("集群准备", "天", "最终训练开始前已付费的天数。"),
        Field::Support => ("服务商技术支持", "", "与租金之比。"),
        Field::StoragePrice => ("存储单价", "每 TB 每月", ""),
        Field::EgressPrice => ("出口流量单价", "每 TB", "把成果传出云端。"),
        Field::Checkpoints => ("保留的检查点", "个", ""),
        Field::Tdp => ("单卡功耗", "瓦", "额定功耗（TDP）。"),
        Field::Draw => ("平均功耗比", "", "与额定功耗之比。"),
        Field::ServerPower => ("整机功耗", "× 加速卡", ""),
        Field::Pue => ("PUE", "", "机房总功率与服务器功率之比。"),
        Field::Electricity => ("电价", "每千瓦时", ""),
        Field::OffPeakShare => ("谷时用电占比", "", ""),
        Field::OffPeakDiscount => ("谷时电价优惠", "", ""),
        Field::Carbon => ("电网碳强度", "gCO₂e/kWh", ""),
        Field::Embodied => ("隐含碳", "千克", "制造一张加速卡及其分摊的服务器。"),
        Field::Water => ("耗水", "升/千瓦时", ""),
        Field::Gathered => ("采集清洗的词元", "", ""),
        Field::CleanPrice => ("采集清洗单价", "每十亿词元", ""),
        Field::Raw => ("已有的原始数据", "TB", "填写后按产出率折算词元，取代上一栏。"),
        Field::BytesPerToken => ("每词元字节数", "", ""),
        Field::CrawlRate => ("原始网页数据", "TB", "每得到一万亿干净词元所需。"),
        Field::RawMonths => ("原始数据保存", "个月", ""),
        Field::Purchased => ("购买的词元", "", ""),
        Field::TokenPrice => ("购买单价", "每百万词元", ""),
        Field::Licences => ("版权授权费", "", "合计。"),
        Field::Synthetic => ("合成的词元", "", ""),
        Field::SyntheticPrice => ("合成单价", "每百万词元", "调用 API 时。"),
        Field::Labels => ("简单标注", "条", ""),
        Field::LabelPrice => ("每条标注价格", "", ""),
        Field::Annotated => ("示范回答", "条", "由人撰写。"),
        Field::ItemPrice => ("每条示范价格", "", ""),
        Field::Pairs => ("偏好对", "对", ""),
        Field::PairPrice => ("每对价格", "", "由人判断时。"),
        Field::AiShare => ("由模型判断的占比", "", "占全部偏好对。"),
        Field::Experts => ("专家数据", "条", "由专业人士撰写或判断。"),
        Field::EvaluationItems => ("评测题目", "条", "由专家撰写。"),
        Field::ExpertPrice => ("每条专家数据价格", "", ""),
        Field::Review => ("审核", "", "与标注费用之比。"),
        Field::Rejected => ("废弃比例", "", ""),
        Field::Prompts => ("强化学习提示", "条", "含多轮。"),
        Field::Samples => ("每条提示的回答数", "", ""),
        Field::ItemTokens => ("每条提示与回答的词元", "", ""),
        Field::Reasoning => ("推理强化学习", "", "与最终训练的算力之比。"),
        Field::RlEfficiency => ("强化学习的 MFU", "", "与预训练的 MFU 之比。"),
        Field::RedTeam => ("红队测试", "小时", ""),
        Field::RedTeamPrice => ("红队测试单价", "每小时", ""),
        Field::Scientists => ("研究科学家", "人", ""),
        Field::Engineers => ("机器学习工程师", "人", ""),
        Field::DataEngineers => ("数据工程师", "人", ""),
        Field::Infrastructure => ("基础设施工程师", "人", ""),
        Field::Managers => ("产品与项目经理", "人", ""),
        Field::Annotators => ("数据质量人员", "人", ""),
        Field::Months => ("项目月数", "", ""),
        Field::MonthsBefore => ("前期研究月数", "", ""),
        Field::MonthsAfter => ("后期部署月数", "", ""),
        Field::Salary => ("人均全成本", "每年", "所有人按同一成本计，不再按岗位薪酬。"),
        Field::Load => ("用人成本系数", "× 工资", "社保、税费与办公。"),
        Field::PayFactor => ("薪酬倍数", "× 市场水平", "含股权。"),
        Field::Hires => ("新招人数", "人", ""),
        Field::HardwarePrice => ("每卡购置价（含安装）", "", "含分摊的服务器和网络。"),
        Field::ServerFactor => ("服务器价格", "× 加速卡", ""),
        Field::NetworkShare => ("网络占比", "", "占集群总价。"),
        Field::Life => ("使用年限", "年", ""),
        Field::Residual => ("残值", "", "年限结束时剩余价值占比。"),
        Field::Utilisation => ("利用率", "", "硬件在使用年限内实际工作的时间占比。"),
        Field::LifeHours => ("总工作小时数", "小时", "用于工作量法折旧。"),
        Field::Age => ("开工时已用", "年", ""),
        Field::Capital => ("资金成本", "每年", ""),
        Field::Maintenance => ("维护费", "每年", "与购置价之比。"),
        Field::Colocation => ("机柜托管", "每千瓦每月", ""),
        Field::Operators => ("运维人员", "人", ""),
        Field::Budget => ("预算", "", "留空：不限。"),
        Field::Deadline => ("期限", "天", "最终训练所用时间。留空：不限。"),
        Field::Available => (
            "加速卡上限",
            "张",
            "留空：预算能支付多少就用多少，没有预算则按本方案；“费用与时间”最多试到 16,384 张，或本方案的数量。",
        ),
        Field::Served => ("服役期推理词元", "词元", "用户读写的词元，同由预算支付。"),
        Field::LawIrreducible => ("E", "奈特", "E + A/N^α + B/D^β 中，任何模型都无法低于的损失。"),
        Field::LawSize => ("A", "", "模型规模的影响。"),
        Field::LawData => ("B", "", "数据量的影响。"),
        Field::LawSizeExponent => ("α", "", "规模见效的快慢。"),
        Field::LawDataExponent => ("β", "", "数据见效的快慢。"),
        Field::Volume => ("使用量", "词元/月", "用户读写的词元。"),
        Field::ServiceMonths => ("使用月数", "", ""),
        Field::ApiPrice => ("API 价格", "每百万词元", ""),
        Field::RentDecline => ("租金降幅", "每年", ""),
        Field::HardwareDecline => ("新硬件降价", "每年", "二手价随之下降。"),
        Field::HardwareRate => ("每美元算力", "倍/年", ""),
        Field::WattRate => ("每瓦算力", "倍/年", ""),
        Field::AlgorithmHalving => ("算法进步使所需算力减半", "个月", ""),
        Field::PriceRate => ("租金", "倍/年", "范围表示价格的波动。"),
        Field::FrontierRate => ("最大规模训练", "倍/年", "指其成本。"),
        Field::Partners => ("合作方", "家", "共同分担费用的机构，含自己。"),
        Field::Tasks => ("任务数", "项", "共用这次训练的产品。"),
        Field::Seed => ("随机种子", "", "种子相同，区间相同。"),
    };
    FieldText { label, unit, hint }
}

fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Flops => "最终训练算力",
        Figure::SteadyMfu => "稳态 MFU",
        Figure::FinalHours => "最终训练卡时",
        Figure::Days => "最终训练天数",
        Figure::Energy => "全项目用电",
        Figure::Carbon => "全项目碳排放",
        Figure::EmbodiedCarbon => "硬件隐含碳",
        Figure::Water => "全项目用水",
        Figure::RentFinal => "最终训练的租金",
        Figure::RentExperiments => "实验的租金",
        Figure::RentFailed => "失败训练的租金",
        Figure::RentEvaluation => "评测的租金",
        Figure::RentAlignment => "对齐的租金",
        Figure::RentIdle => "闲置的租金",
        Figure::RentSetup => "集群准备的租金",
        Figure::Support => "服务商技术支持",
        Figure::Storage => "数据与检查点存储",
        Figure::Egress => "出口流量",
        Figure::MachineElectricity => "服务器电费",
        Figure::Cooling => "散热与配电",
        Figure::Electricity => "电费与散热",
        Figure::RawStorage => "原始网页数据存储",
        Figure::Gathering => "采集与清洗文本",
        Figure::Purchase => "购买文本",
        Figure::Licences => "版权授权",
        Figure::Synthesis => "合成数据",
        Figure::Labelling => "简单标注",
        Figure::Annotation => "示范回答",
        Figure::Preferences => "偏好对",
        Figure::Expertise => "专家数据",
        Figure::Review => "审核",
        Figure::Rejected => "废弃的标注",
        Figure::EvaluationSets => "评测集",
        Figure::RedTeam => "红队测试",
        Figure::Research => "前期研究",
        Figure::Team => "团队",
        Figure::Deployment => "后期部署",
        Figure::Hiring => "招聘",
        Figure::WriteOff => "加速卡折旧",
        Figure::WriteOffServers => "服务器折旧",
        Figure::WriteOffNetwork => "网络折旧",
        Figure::Capital => "资金成本",
        Figure::Maintenance => "维护",
        Figure::Space => "机柜托管",
        Figure::Operating => "运维人员",
        Figure::HardwareInside => "硬件折旧",
        Figure::Total => "合计",
        Figure::FinalRun => "仅最终训练",
        Figure::Experiments => "实验与失败训练",
        Figure::Upfront => "购买硬件",
        Figure::Alignment => "对齐合计（已计入上列）",
        _ => "",
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
