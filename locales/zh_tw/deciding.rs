//! 哪些因素影響總費用。

use crate::shape::{DecidingText, DecidingTitles};

pub(crate) static DECIDING_TITLES: DecidingTitles = DecidingTitles { drivers: "哪些因素最影響總費用？" };

pub(crate) static DECIDING: DecidingText = DecidingText {
    no_total: "合計取決於一項沒有公開的數值，請先填寫。",
    nothing_moves: "影響合計的各項輸入都沒有不確定性。",
    drivers_say: "對合計影響最大的是{name}：其餘各項取中值時，僅此一項就使合計在 {low} 到 {high} 之間變動。",
    tornado_axis: "一項輸入取其區間端點時的合計（{currency}）",
    tornado_note: "每個長條表示一項輸入取其 P10（一種顏色）或 P90（另一種顏色），其餘各項保持中值。點按長條或名稱可前往該輸入。",
    go: "前往該輸入",
    column_input: "輸入",
    column_input_range: "其 P10 至 P90",
    column_total: "取 P10 / P90 時的合計",
    column_effect: "占波動的比重",
    effects_note: "占波動的比重即 Sobol 總效應指數：若該輸入（連同它與其他輸入的共同作用）為已知，合計的變異數會減少多少。{points} 個點，種子 {seed}；各比重之和可能超過 100%。",
    weighing: "正在計算各項比重",
    spread: "總費用的機率分布",
    spread_says: "{draws} 次模擬中，十分之一低於 {low}，一半低於 {median}，十分之九低於 {high}。",
    spread_axis: "合計（{currency}）",
    below: "{share} 的模擬結果低於 {amount}",
    column_head: "費用類別",
    column_mean: "平均值",
    spread_note: "模擬採用低差異序列，種子 {seed}，在任何機器上每次結果都相同。輸入在中值兩側各依對數常態分布。假定共同變動的有：利用率、有效時間比與規模反向，租金與購價同向，各類薪資彼此同向。中位數高於所有輸入取中值時的合計，因為輸入向上的空間大於向下。",
    drawing: "正在繼續模擬",
};
