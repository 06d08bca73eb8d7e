//! 繁體中文（臺灣）。

use super::bill;
use crate::shape::Text;
use traincost_model::catalog::CostBasis;
use traincost_model::estimate::Note;
use traincost_model::{Basis, Head, Kind};

pub(crate) static PAGE: Text = Text {
    tagline: "訓練這個模型要花多少錢？",
    title: "TrainCost：訓練這個模型要花多少錢？",
    skip_to_results: "跳到結果",
    language: "語言",
    currency: "貨幣",
    currency_usd: "美元",
    currency_cny: "人民幣",
    exchange_rate: "美元兌人民幣匯率",
    theme_light: "主題：淺色",
    theme_dark: "主題：深色",
    theme_auto: "主題：自動",
    copy_link: "複製連結",
    copied: "連結已複製",
    copy_failed: "此處無法複製，請從網址列複製連結。",
    reset: "重新開始",
    reset_undo: "復原「重新開始」",
    open_full: "在 TrainCost 中開啟並修改",
    footer: "TrainCost 完全在您的瀏覽器中執行，不向其他網址傳送請求，也不做任何追蹤。",
    data_version: "資料版本：{version}。",

    intro,
    intro_preset,
    custom_model: "{params} 參數、{tokens} token 的模型",
    custom_sparse_model: "{params} 參數（啟用 {active}）、{tokens} token 的模型",
    range: "（80% 區間：{range}）",
    range_plain: "{low}～{high}",
    basis_says,
    chips: "{count} × {chip}",
    days: "最終訓練 {time}（{range}）",
    days_unknown: "時間未知",
    final_alone: "其中最終那次訓練 {cost}（{range}），",
    final_rest: "其餘用於實驗、失敗的訓練、人力和資料。",
    published: "公開資料：{what}。",
    preset_estimated: "該範本並非全部來自公開資料，部分為估計。",
    preset_leaked: "該模型的數字來自外洩，從未得到證實。",
    published_hours: "{hours} 加速器小時",
    published_cost: "最終訓練 {cost}（依原文基準）",
    comma: "，",
    prices_of: "價格日期 {date}",
    prices_yours: "依您填寫的價格",
    converted: "≈ 依 1 美元兌人民幣 {rate} 元（{date}）",
    unknown_total: "{chip} 在此付費方式下沒有公開價格，請填寫您的價格。",
    unknown_offer: "{provider} 沒有公布 {chip} 在此付費方式下的價格，請填寫您的價格，或換一家供應商。",
    at_least: "至少需 {cost}",
    about: "約需 {cost}",
    unknown: "未知",
    unknown_cost: "費用未知",

    choice: super::choices::label,
    alternative: super::choices::alternative,
    preset_label: "從範本開始",
    status_estimate: "估計",
    status_leak: "外洩，未經證實",
    price_needed: "請填寫價格",
    no_offer: "{name}（無公開價格）",
    with_note: "{name}（{note}）",
    labelled: "{name}：{value}",
    preset_groups: ["開放權重", "封閉或外洩", "微調與對齊", "影片"],

    inputs: "輸入",
    group_essentials: "訓練任務",
    group_model: "模型結構與精度",
    group_speed: "速度與實驗",
    group_compute: "租用、儲存與支援",
    group_power: "電力、散熱與碳排放",
    group_data: "資料",
    group_labels: "標註與對齊",
    group_people: "人力",
    group_hardware: "自有硬體",
    unused_power: "租用時不計入合計，只用於用電、碳排放和用水",
    unused_hardware: "租用時不計入合計，只用於比較：購置、折舊、隱含碳",
    unused_owning: "自有時不使用，儲存與檢查點除外",
    field: bill::field,
    slider_of: "{field}，滑桿",
    from_you: "您的值",
    from_preset: "範本",
    from_default: "預設",
    from_unused: "未用到",
    from_estimate: "估計",
    from_catalog: "資料庫",
    from_computed: "計算得出",
    computed_says: "由最佳方案算出：{mid}（{range}）",
    inherited_says: "沿用 {preset} 的結構，您的模型可能不同",
    from_unverified: "資料庫，未經查證",
    catalog_says: "資料庫：{mid}（{range}），{date}",
    catalog_says_exact: "資料庫：{mid}，{date}",
    catalog_aged: "（{years} 年前）",
    catalog_unknown: "沒有公開數字：請自行填寫",
    same_as_total: "留白表示稠密模型：全部參數參與計算",

    book: "價目表",
    book_how: "貼上或拖放您自己的 CSV 價格。首列寫欄名：item,price 或 accelerator,basis,price，也可加 currency（USD 或 CNY）。項目名稱與連結和檔案中的相同：electricity、colocation、expert-price 等。小數點用「.」；帶逗號的價格請加引號。未註明貨幣的價格以{currency}計。",
    book_text: "CSV 價格",
    book_preview: "預覽",
    book_undo: "復原",
    book_applied: "已採用 {count} 個價格。",
    method_link: "計算方法",
    claims_link: "常見說法核對",
    range_says: "P10 至 P90，依 {mid} 計算",
    error_empty: "「{field}」為空，請輸入數字，例如 {example}。",
    error_incomplete: "「{field}」：少寫了一個數字。請填完整，例如 {example}。",
    error_long: "「{field}」：這段文字太長，不會是數字。請只填數字，例如 {example}。",
    error_not_number: "「{field}」不是數字，可試 {example}。",
    error_infinite: "「{field}」的數字太大，無法計算。",
    error_positive: "「{field}」必須大於零。",
    error_negative: "「{field}」不能為負數。",
    error_small: "「{field}」至少為 {limit}。",
    error_large: "「{field}」最多為 {limit}。",
    error_whole: "「{field}」必須為整數。",
    error_unit: "「{field}」的單位不對。請只填數字，例如 {example}。",
    error_range: "「{field}」：這裡不只一個數。請只填一個，例如 {example}。",
    error_million: "「{field}」：小寫 m 可能指千分之一或百萬。百萬請寫 M 或「百萬」。",
    error_separator: "「{field}」：這樣的分隔有兩種讀法。一點五寫 1.5，一千五百寫 1,500。",
    error_active: "啟用參數不能多於總參數，請在「模型結構與精度」中調低或留白。",
    error_residual: "「{field}」必須低於 100%：硬體到期後的價值總低於購置價。",
    error_inverted: "「{field}」：區間的終點小於起點。請先寫較小的數；寫在後一個數後面的單位對兩個數都有效。",
    error_no_width: "「{field}」：區間兩端相同。請只填這一個數，或填兩個不同的數。",
    error_crosses_zero: "「{field}」：區間從負數開始。請從零或正數開始。",
    stale: "部分輸入無效，以下仍是上一次有效輸入的結果。",
    no_ranges: "區間依簡化規則計算：模擬程式停止了，或未能載入。",

    link_ignored: "連結中有些內容無法使用：",
    link_unknown_key: "{key}：無法辨識",
    link_bad_value: "{key}：值無法使用",
    link_repeated: "{key}：重複出現，以第一個為準",
    link_version: "此連結來自另一版本的 TrainCost，可能無法正確讀取。",
    link_data: "{key}：不是本頁（{now}）已知的資料版本；若連結來自較新的頁面，請重新整理本頁",
    link_too_long: "{key}：連結過長，從此處起未讀取",
    link_dismiss: "關閉",
    data_changed: "連結註明使用 {then} 版資料，本頁現用 {now} 版。期間的變化：{changes}",
    data_was: "根據連結所述（本頁無法查證），分享時總額為 {was}；依現在的資料為 {now}。",

    figure: bill::figure,
    head,
    note,
    scale_shape: "調整結構",
    results: "結果",
    bill: "錢花在哪裡",
    bill_chart_says: "最大的一項是{head}：{cost}（合計 {total}）。",
    bill_axis: "費用（{currency}）",
    column_item: "項目",
    column_mid: "中值",
    column_range: "P10 至 P90",
    column_share: "占比",
    included_in: "已含在{head}中，約 {cost}",
    apart: "一次付清，不計入合計",
    if_bought: "若購買；不計入合計",
    like_households: "相當於 {count} 戶美國家庭一年的用電",
    like_flights: "相當於倫敦—紐約往返飛行 {count} 人次",
    apart_line: "{cost}：一次付清，不計入合計",
    total: "合計",
    range_rule: "只有中值可以相加。區間來自一萬次模擬，每次所有不確定的輸入在各自範圍內取值。80% 區間即 P10 至 P90：十次中約有一次更低，一次更高。",
    scatter: "費用與算力，2019 年至今",
    scatter_says: "您的最終訓練：{flops} FLOP，{cost}。已公開的訓練從幾千美元的 GPT-2 到十億美元以上。",
    scatter_x: "訓練算力（FLOP）",
    scatter_y: "最終訓練費用（{currency}）",
    scatter_yours: "您的最終訓練",
    scatter_note: "實心點：最終訓練的雲端租用費，2023 年美元（Cottier 等，2024）。空心點：其他計算基準、媒體數字或猜測。色帶：依您的加速器、價格和速度，任意規模下的費用。",
    scatter_table: "以表格檢視公開的訓練",
    report_lost: "負責計算此處的背景程式停止了，或未能載入；其他數值不受影響。請檢查網路連線。有些瀏覽器和框架不允許執行它。",
    report_retry: "重試",
    report_slow: "負責計算此處的背景程式仍在載入。網路可能很慢或已中斷。",
    run_basis,
    chart_keys: "可用方向鍵逐點檢視。",

    unit_hours: "加速器小時",
    time_units: &[(365.25, "年"), (1.0, "天"), (1.0 / 24.0, "小時"), (1.0 / 1440.0, "分鐘"), (1.0 / 86_400.0, "秒")],
    unit_flop: "FLOP",
    energy_units: &[(1.0, "度"), (1e-3, "Wh")],
    carbon_units: &[(1e3, "公噸 CO₂e"), (1.0, "公斤 CO₂e"), (1e-3, "公克 CO₂e")],
    water_units: &[(1e3, "公噸"), (1.0, "公升"), (1e-3, "毫升")],
};

fn intro(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain => "訓練 {model}",
        Kind::Continue => "繼續預訓練 {model}",
        Kind::FineTune => "全參數微調 {model}",
        Kind::Lora => "用適配器微調 {model}",
    }
}

fn intro_preset(kind: Kind) -> &'static str {
    match kind {
        Kind::Pretrain | Kind::Continue => "訓練 {model}",
        // 名稱本身就是專案。
        Kind::FineTune | Kind::Lora => "{model}",
    }
}

fn basis_says(basis: Basis) -> &'static str {
    match basis {
        Basis::OnDemand => "隨需租用",
        Basis::Reserved => "租用，預留一年",
        Basis::Reserved3 => "租用，預留三年",
        Basis::Spot => "競價租用",
        Basis::Own => "自有硬體，依折舊攤提",
    }
}

fn head(head: Head) -> &'static str {
    match head {
        Head::Compute => "算力",
        Head::Power => "電力與散熱",
        Head::Data => "資料",
        Head::People => "人力與研發",
        Head::Hardware => "硬體",
    }
}

fn note(note: Note) -> &'static str {
    match note {
        Note::Fp8Unsupported => "此加速器不支援 FP8：以 BF16 計算。",
        Note::PeakUnknown => "此加速器沒有公開的峰值算力：請在「速度與實驗」中填寫。",
        Note::PriceUnknown => "此加速器在該付費方式下沒有公開租金：請填寫您的價格。",
        Note::HardwarePriceUnknown => "此加速器沒有公開的購置價：請在「自有硬體」中填寫。",
        Note::PowerUnknown => "此加速器沒有公開的功耗：用電與碳排放未知。",
        Note::PriceUnverified => "價格可靠性低：報價很少，或由其他付費方式推算。",
        Note::MfuUnverified => "此加速器的 MFU 只是猜測：沒有公開的實測資料。",
        Note::DoesNotFit => "{chips}：記憶體放不下該模型，請增加加速器數量，或換用記憶體更大的加速器。",
        Note::EndlessDepreciation => "餘額遞減法永遠減不到零：請在「自有硬體」中填寫大於 0 的殘值。",
        Note::OtherShape => {
            "目前結構（{layers} 層 × {hidden}）合計 {made} 參數，而不是 {params}；注意力計算量與記憶體依該結構計算。"
        }
        Note::OtherProject => "資料、標註與團隊仍沿用 {preset} 的設定。",
        Note::OutlastsProject => {
            "僅最終訓練就需 {time}，而團隊只計 {months} 個月：請增加加速器數量，或在「人力」中延長專案月數。"
        }
        Note::Impractical => "沒有叢集會為一次訓練執行 {time}：該費用只有理論意義。",
        Note::Committed => "預留意味著要為 {chips} 付滿整個租期，無論用多少都約為 {cost}。帳單只計實際使用的加速器小時。",
    }
}

fn run_basis(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::CloudRental => "雲端租用",
        CostBasis::Amortised => "硬體攤提與電費",
        CostBasis::Press => "媒體",
        CostBasis::Authors => "作者自定單價",
    }
}
