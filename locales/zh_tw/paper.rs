//! 計算方法與說法核對。

use crate::shape::{FormulaText, PaperText};

pub(crate) static PAPER: PaperText = PaperText {
    back: "返回計算器",
    method_link: "計算方法",
    claims_link: "說法核對",
    contents: "目錄",
    computed_with: "資料版本 {version}；本頁數字由計算器自身的模型在發布時算出。",
    method_title: "TrainCost 如何計算",
    method_intro: "計算器中的每個數字都只有一個公式。下面依先後順序列出全部公式，從訓練的計算量一直到整張帳單。\
                   公式由真正參與計算的定義自動產生，因此兩者不會不一致。",
    method_read: "每個公式先用文字寫出，再用符號寫出，最後代入計算器開啟時的專案 {preset} 的數值。數值有八成可能落在 P10 與 P90 之間。方括號中的數字對應文末的來源。",
    method_waits: "公式由計算器負責計算的部分寫出，需要啟用指令碼。如果沒有出現，請檢查網路連線並重新載入本頁。",
    claims_title: "訓練成本的常見說法，逐條核對",
    claims_intro: "常見的說法、公開資料的說法，以及本計算器的結果。我們的數字由計算器自身算出，每一條都可以作為專案開啟並修改。",
    wrong_by: "不實，相差約 {factor} 倍",
    claims_public: "公開數字",
    claims_ours: "我們的結果",
    claims_sources: "來源",
    claim_open: "開啟這項計算",
    claim_link: "本則連結",
    with_range: "{one}（{other}）",
    in_dollars: "{one}，合 {other}",
};

pub(crate) static FORMULAS: FormulaText = FormulaText {
    in_numbers: "代入數值",
    range: "P10 至 P90：{value}",
    from: "來源：",
    owned: "租用時為零；此處代入的是同一專案改用自有硬體、依餘額遞減法折舊時的數值。",
    rooms: ["計算量與時數", "對齊", "電力、碳排放與用水", "自有硬體", "租用", "資料與標註", "人員", "帳單"],
    sources: "數值的來源",
};
