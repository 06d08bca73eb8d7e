//! The texts of what to decide: what moves the total, and how likely it is to be what.

use crate::Lang;

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct DecidingText {
    // What moves it
    pub no_total: &'static str,
    pub nothing_moves: &'static str,
    /// The input that moves the total most: `{name}`, `{low}`, `{high}`.
    pub drivers_say: &'static str,
    /// `{currency}`.
    pub tornado_axis: &'static str,
    pub tornado_note: &'static str,
    pub go: &'static str,
    pub column_input: &'static str,
    pub column_input_range: &'static str,
    pub column_total: &'static str,
    pub column_effect: &'static str,
    /// `{points}`, `{seed}`.
    pub effects_note: &'static str,
    /// While the shares of the spread are computed.
    pub weighing: &'static str,

    // How likely it is to be what
    pub spread: &'static str,
    /// `{draws}`, `{low}`, `{median}`, `{high}`.
    pub spread_says: &'static str,
    /// `{currency}`.
    pub spread_axis: &'static str,
    /// `{share}`, `{amount}`.
    pub below: &'static str,
    pub column_head: &'static str,
    pub column_mean: &'static str,
    /// `{seed}`.
    pub spread_note: &'static str,
    /// While more draws are made.
    pub drawing: &'static str,
}

impl Lang {
    /// The texts of what to decide.
    pub fn deciding(self) -> &'static DecidingText {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }
}

static EN: DecidingText = DecidingText {
    no_total: "The total rests on something nobody knows: enter it first.",
    nothing_moves: "Nothing that moves the total is uncertain.",
    drivers_say: "What moves the total most is the {name}: with all else in the middle, it alone takes the total from {low} to {high}.",
    tornado_axis: "Total with one input at an end of its range, {currency}",
    tornado_note: "Each input goes to its own P10 (one colour) and P90 (the other) while all others stay in the middle. Nothing is drawn by lot. Click a \
                   bar or a name to go to its input.",
    go: "Go to this input",
    column_input: "Input",
    column_input_range: "Its P10 to P90",
    column_total: "Total at P10 / P90",
    column_effect: "Share of the spread",
    effects_note: "The share of the spread is the total-effect Sobol index: how much of the total's variance would go if this input, with all it does \
                   together with others, were known. {points} points, seed {seed}; shares may add up to more than 100%.",
    weighing: "Weighing the inputs",
    spread: "How likely is which total?",
    spread_says: "Of {draws} draws of all inputs at once, one in ten stays below {low}, half below {median}, nine in ten below {high}.",
    spread_axis: "Total, {currency}",
    below: "{share} of the draws lie below {amount}",
    column_head: "Head",
    column_mean: "Mean",
    spread_note: "Draws are a low-discrepancy sequence with seed {seed}: the same everywhere and every time. Inputs are lognormal on either side of their \
                  middle. Assumed to move together: utilisation and goodput against scale, rent with purchase price, salaries with each other. The median lies above the figure with every input in its middle: \
                  inputs can be further above it than below.",
    drawing: "Drawing more",
};

static ZH: DecidingText = DecidingText {
    no_total: "合计取决于一项无人知晓的数值：请先填写。",
    nothing_moves: "影响合计的各项都是确定的。",
    drivers_say: "对合计影响最大的是{name}：其余各项取中值时，仅此一项就使合计在 {low} 到 {high} 之间变动。",
    tornado_axis: "一项输入取其区间端点时的合计（{currency}）",
    tornado_note: "每项输入分别取自己的 P10（一种颜色）和 P90（另一种颜色），其余各项保持中值，不做抽样。点击条形或名称可前往该输入。",
    go: "前往该输入",
    column_input: "输入",
    column_input_range: "其 P10 至 P90",
    column_total: "取 P10 / P90 时的合计",
    column_effect: "占波动的份额",
    effects_note: "占波动的份额即 Sobol 总效应指数：若该输入（连同它与其他输入的共同作用）为已知，合计的方差会减少多少。{points} 个点，种子 {seed}；各份额之和可能超过 100%。",
    weighing: "正在计算各项份额",
    spread: "合计落在何处的可能性多大？",
    spread_says: "同时抽取全部输入 {draws} 次：十分之一低于 {low}，一半低于 {median}，十分之九低于 {high}。",
    spread_axis: "合计（{currency}）",
    below: "{share} 的抽样低于 {amount}",
    column_head: "费用类别",
    column_mean: "均值",
    spread_note: "抽样采用低差异序列，种子 {seed}，在任何机器上每次结果都相同。输入在中值两侧各按对数正态分布。假定共同变动的有：利用率、有效运行比例与规模反向，租价与购价同向，各类薪资彼此同向。中位数高于所有输入取中值时的数值：输入向上的余地大于向下。",
    drawing: "正在继续抽样",
};
