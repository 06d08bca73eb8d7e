//! The texts of the pages that stand by themselves: the methodology, and claims checked. The build writes them; only what stands beside the
//! methodology's formulas travels with the worker.

use crate::Lang;

/// All of them in one language; names in braces are filled by [`crate::fill`].
pub struct PaperText {
    pub back: &'static str,
    pub other_language: &'static str,
    pub method_link: &'static str,
    pub claims_link: &'static str,
    pub contents: &'static str,
    /// The data behind the page: `{version}`.
    pub computed_with: &'static str,
    pub method_title: &'static str,
    pub method_intro: &'static str,
    /// How to read an article: `{preset}`.
    pub method_read: &'static str,
    /// Where the formulas will stand, and do not where no script runs.
    pub method_waits: &'static str,
    pub claims_title: &'static str,
    pub claims_intro: &'static str,
    /// A verdict with how many times something is off: `{factor}`.
    pub wrong_by: &'static str,
    pub claims_public: &'static str,
    pub claims_ours: &'static str,
    pub claims_sources: &'static str,
    pub claim_open: &'static str,
    pub claim_link: &'static str,
    /// A value and its range: `{one}`, `{other}`.
    pub with_range: &'static str,
    /// RMB, and the same in dollars: `{one}`, `{other}`.
    pub in_dollars: &'static str,
}

/// What stands beside the formulas of the methodology.
pub struct FormulaText {
    pub in_numbers: &'static str,
    /// `{value}`.
    pub range: &'static str,
    pub from: &'static str,
    /// Of a formula that says nothing where hardware is rented.
    pub owned: &'static str,
    /// The rooms of the model, in the order of `formula::ROOMS`.
    pub rooms: [&'static str; 8],
    pub sources: &'static str,
}

impl Lang {
    /// The texts of the pages that stand by themselves.
    pub fn paper(self) -> &'static PaperText {
        match self {
            Self::En => &EN,
            Self::Zh => &ZH,
        }
    }

    /// The texts beside the formulas of the methodology.
    pub fn formulas(self) -> &'static FormulaText {
        match self {
            Self::En => &EN_FORMULAS,
            Self::Zh => &ZH_FORMULAS,
        }
    }
}

static EN: PaperText = PaperText {
    back: "To the calculator",
    other_language: "中文",
    method_link: "How it computes",
    claims_link: "Claims checked",
    contents: "Contents",
    computed_with: "Computed with the data of {version}, by the calculator's own model, when this version of it was built.",
    method_title: "How TrainCost computes",
    method_intro: "Every figure of the calculator has one formula. All of them stand here in the order in which they build on each other, from \
                   the work of training to the whole bill. They are written out from the very definitions that compute, so they cannot differ \
                   from them.",
    method_read: "Each is said in words first, then in symbols, then with numbers: those of {preset}, the project that the calculator opens \
                  with. P10 to P90 is the range in which the figure should lie four times in five. Small numbers in brackets lead to the \
                  sources at the end.",
    method_waits: "The formulas come from the part of the calculator that computes, and need scripts. If they do not appear, please check the \
                   connection and load the page again.",
    claims_title: "Claims about the cost of training, checked",
    claims_intro: "What is commonly said, what public sources say, and what this calculator makes of it. Our figures come from the calculator \
                   itself; each opens as a project that you can change.",
    wrong_by: "wrong, about {factor} times off",
    claims_public: "Public figures",
    claims_ours: "Our figure",
    claims_sources: "Sources",
    claim_open: "Open the calculation",
    claim_link: "Link to this claim",
    with_range: "{one} ({other})",
    in_dollars: "{one}, or {other}",
};

static EN_FORMULAS: FormulaText = FormulaText {
    in_numbers: "In numbers",
    range: "P10 to P90: {value}",
    from: "Sources:",
    owned: "Nothing where hardware is rented; the numbers are those of the same project on hardware of its own that loses the same share \
                   of its worth each year.",
    rooms: [
        "Work and hours",
        "Alignment",
        "Power, carbon and water",
        "Hardware that is owned",
        "Rent",
        "Data and labels",
        "People",
        "The bill",
    ],
    sources: "Sources of the numbers",
};

static ZH: PaperText = PaperText {
    back: "返回计算器",
    other_language: "English",
    method_link: "计算方法",
    claims_link: "说法核对",
    contents: "目录",
    computed_with: "数据版本 {version}；本页数字由计算器自身的模型在发布时算出。",
    method_title: "TrainCost 如何计算",
    method_intro: "计算器中的每个数字都只有一个公式。下面按先后顺序列出全部公式，从训练的计算量一直到整张账单。\
                   公式由真正参与计算的定义自动生成，因此两者不会不一致。",
    method_read: "每个公式先用文字写出，再用符号写出，最后代入数值，即计算器打开时的项目 {preset}。P10 至 P90 是五次中有四次应落入的范围。\
                  方括号中的数字对应文末的来源。",
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

static ZH_FORMULAS: FormulaText = FormulaText {
    in_numbers: "代入数值",
    range: "P10 至 P90：{value}",
    from: "来源：",
    owned: "租用时为零；此处代入的是同一项目改用自有硬件、按余额递减法折旧时的数值。",
    rooms: ["计算量与机时", "对齐", "电力、碳排放与用水", "自有硬件", "租用", "数据与标注", "人员", "账单"],
    sources: "数值的来源",
};
