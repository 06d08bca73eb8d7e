//! 计算方法与说法核对。

use crate::shape::{FormulaText, PaperText};

pub(crate) static PAPER: PaperText = PaperText {
    back: "返回计算器",
    method_link: "计算方法",
    claims_link: "说法核对",
    contents: "目录",
    computed_with: "数据版本 {version}；本页数字由计算器自身的模型在发布时算出。",
    method_title: "TrainCost 如何计算",
    method_intro: "计算器中的每个数字都只有一个公式。下面按先后顺序列出全部公式，从训练的计算量一直到整张账单。\
                   公式由真正参与计算的定义自动生成，因此两者不会不一致。",
    method_read: "每个公式先用文字写出，再用符号写出，最后代入计算器打开时的项目 {preset} 的数值。数值有八成可能落在 P10 与 P90 之间。方括号中的数字对应文末的来源。",
    method_waits: "公式由计算器负责计算的部分写出，需要启用脚本。如果没有出现，请检查网络连接并重新加载本页。",
    claims_title: "训练成本的常见说法，逐条核对",
    claims_intro: "常见的说法、公开资料的说法，以及本计算器的结果。我们的数字由计算器自身算出，每一条都可以作为项目打开并修改。",
    wrong_by: "不实，相差约 {factor} 倍",
    claims_public: "公开数字",
    claims_ours: "我们的结果",
    claims_sources: "来源",
    claim_open: "打开这项计算",
    claim_link: "本条链接",
    with_range: "{one}（{other}）",
    in_dollars: "{one}，合 {other}",
};

pub(crate) static FORMULAS: FormulaText = FormulaText {
    in_numbers: "代入数值",
    range: "P10 至 P90：{value}",
    from: "来源：",
    owned: "租用时为零；此处代入的是同一项目改用自有硬件、按余额递减法折旧时的数值。",
    rooms: ["计算量与机时", "对齐", "电力、碳排放与用水", "自有硬件", "租用", "数据与标注", "人员", "账单"],
    sources: "数值的来源",
};
