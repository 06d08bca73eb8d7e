//! 哪些因素影响总费用。

use crate::shape::{DecidingText, DecidingTitles};

pub(crate) static DECIDING_TITLES: DecidingTitles = DecidingTitles { drivers: "哪些因素最影响总费用？" };

pub(crate) static DECIDING: DecidingText = DecidingText {
    no_total: "合计取决于一项没有公开的数值，请先填写。",
    nothing_moves: "影响合计的各项输入都没有不确定性。",
    drivers_say: "对合计影响最大的是{name}：其余各项取中值时，仅此一项就使合计在 {low} 到 {high} 之间变动。",
    tornado_axis: "一项输入取其区间端点时的合计（{currency}）",
    tornado_note: "每条表示一项输入取其 P10（一种颜色）或 P90（另一种颜色），其余各项保持中值。点击条形或名称可前往该输入。",
    go: "前往该输入",
    column_input: "输入",
    column_input_range: "其 P10 至 P90",
    column_total: "取 P10 / P90 时的合计",
    column_effect: "占波动的份额",
    effects_note: "占波动的份额即 Sobol 总效应指数：若该输入（连同它与其他输入的共同作用）为已知，合计的方差会减少多少。{points} 个点，种子 {seed}；各份额之和可能超过 100%。",
    weighing: "正在计算各项份额",
    spread: "总费用的概率分布",
    spread_says: "{draws} 次模拟中，十分之一低于 {low}，一半低于 {median}，十分之九低于 {high}。",
    spread_axis: "合计（{currency}）",
    below: "{share} 的模拟结果低于 {amount}",
    column_head: "费用类别",
    column_mean: "均值",
    spread_note: "模拟采用低差异序列，种子 {seed}，在任何机器上每次结果都相同。输入在中值两侧各按对数正态分布。假定共同变动的有：利用率、有效时间比与规模反向，租价与购价同向，各类薪资彼此同向。中位数高于所有输入取中值时的合计，因为输入向上的空间大于向下。",
    drawing: "正在继续模拟",
};
