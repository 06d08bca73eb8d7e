//! The texts around explanations.

use crate::Lang;

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct ExplainText {
    pub in_words: &'static str,
    pub in_symbols: &'static str,
    pub in_numbers: &'static str,
    pub nothing: &'static str,
    pub column_input: &'static str,
    pub column_value: &'static str,
    pub column_range: &'static str,
    pub column_from: &'static str,
    pub from_you: &'static str,
    pub from_preset: &'static str,
    pub from_estimate: &'static str,
    pub from_plan: &'static str,
    pub from_convention: &'static str,
    pub not_applicable: &'static str,
    pub computed: &'static str,
    pub unknown: &'static str,
    pub unverified: &'static str,
    /// How old a datum is: `{years}`.
    pub aged: &'static str,
    /// What the range comes from: `{range}`.
    pub range: &'static str,
    pub range_exact: &'static str,
    /// One driver of it: `{name}`, `{low}`, `{high}`.
    pub cause: &'static str,
    pub range_rule: &'static str,
    pub ignores: &'static str,
    pub report: &'static str,
    pub report_how: &'static str,
    /// What a report starts with: `{name}`, `{value}`, `{source}`, `{link}`.
    pub report_text: &'static str,
    /// What the chart shows: `{count}`.
    pub chips_says: &'static str,
    /// `{count}`, `{years}`, `{range}`, `{scatter}`.
    pub chips_trend: &'static str,
    pub chips_axis: &'static str,
    pub chips_peak: &'static str,
    pub chips_power: &'static str,
    pub chips_per_watt: &'static str,
    pub chips_memory: &'static str,
    pub chips_rent: &'static str,
    /// FLOP for the unit of the currency: `{money}`.
    pub chips_per_money: &'static str,
    pub chips_others: &'static str,
    pub chips_chinese: &'static str,
}

impl Lang {
    /// The texts around explanations.
    pub fn explain(self) -> &'static ExplainText {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }
}

static EN: ExplainText = ExplainText {
    in_words: "In words",
    in_symbols: "In symbols",
    in_numbers: "With your numbers",
    nothing: "nothing on this basis",
    column_input: "Made of",
    column_value: "Value",
    column_range: "P10 to P90",
    column_from: "From",
    from_you: "you",
    from_preset: "the preset",
    from_estimate: "the preset, an estimate",
    from_plan: "the best plan found",
    from_convention: "convention",
    not_applicable: "does not apply here",
    computed: "computed: open it",
    unknown: "unknown",
    unverified: "unverified",
    aged: "{years} years old",
    range: "Four times in five it should lie within {range}. What widens it most:",
    range_exact: "It has no range: nothing uncertain is in it.",
    cause: "{name}: {low} to {high}",
    range_rule: "Each at its own P10 and P90, the rest at their mids; the range combines their logarithms in quadrature.",
    ignores: "What it leaves out",
    report: "Report a wrong number",
    report_how: "Send this to the maintainers, as an issue of the repository or by any other way:",
    report_text: "Wrong number: {name}\nThe page says: {value}\nIts source: {source}\nSeen at: {link}\n\nIt should be: \nAccording to (source, date): ",
    chips_says: "What {count} accelerators do at their peak for each rated watt, by the year of their launch; rings are unverified.",
    chips_trend: "Over the {count} chips whose peak and power are verified, it doubles every {years} years ({range}). Take it with care: single chips lie {scatter} times above or below that line, peaks are not reached in training, rated power is not what is drawn, and the same chip on a card of lower power does more a watt.",
    chips_axis: "Dense 16-bit TFLOP/s a watt (log scale)",
    chips_peak: "Dense 16-bit peak, TFLOP/s",
    chips_power: "TDP, W",
    chips_per_watt: "TFLOP/s a watt",
    chips_memory: "Memory, GiB",
    chips_rent: "On-demand rent an hour",
    chips_per_money: "FLOP for {money}",
    chips_others: "Intel, AWS",
    chips_chinese: "Chinese makers",
};

static ZH: ExplainText = ExplainText {
    in_words: "文字公式",
    in_symbols: "符号公式",
    in_numbers: "代入当前数值",
    nothing: "此计费方式下为零",
    column_input: "构成",
    column_value: "数值",
    column_range: "P10 至 P90",
    column_from: "来源",
    from_you: "您填写的",
    from_preset: "预设",
    from_estimate: "预设（估计值）",
    from_plan: "找到的最优并行方案",
    from_convention: "约定",
    not_applicable: "此处不适用",
    computed: "由公式得出，可展开",
    unknown: "未知",
    unverified: "未经核实",
    aged: "{years} 年前的数据",
    range: "五次中有四次应落在 {range} 之内。对区间影响最大的因素：",
    range_exact: "没有范围：其中没有不确定的量。",
    cause: "{name}：{low} 至 {high}",
    range_rule: "每个因素分别取自己的 P10 与 P90，其余取中值；再把各自的对数变化按平方和合成。",
    ignores: "没有计入的",
    report: "报告错误数据",
    report_how: "请把下面的文字发给维护者（作为代码库的 issue，或用其他方式）：",
    report_text: "错误数据：{name}\n页面显示：{value}\n其来源：{source}\n链接：{link}\n\n应为：\n依据（来源、日期）：",
    chips_says: "{count} 款加速器每瓦额定功率的峰值算力，按发布年份；空心圆为未经核实。",
    chips_trend: "以峰值和功率均已核实的 {count} 款芯片计，每 {years} 年翻一番（{range}）。仅供参考：单款芯片偏离该趋势可达 {scatter} 倍；训练达不到峰值，额定功率也不等于实际功耗；同一芯片装在低功耗板卡上，每瓦算力会更高。",
    chips_axis: "每瓦 16 位稠密算力，TFLOP/s（对数刻度）",
    chips_peak: "16 位稠密峰值，TFLOP/s",
    chips_power: "TDP，W",
    chips_per_watt: "每瓦 TFLOP/s",
    chips_memory: "显存，GiB",
    chips_rent: "按需租价，每小时",
    chips_per_money: "每 {money} 的 FLOP",
    chips_others: "Intel、AWS",
    chips_chinese: "国产厂商",
};
