//! index.html 中的文字。

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "\"PingFang TC\", \"Microsoft JhengHei\", \"Noto Sans CJK TC\"",
    description: "訓練一個大模型要花多少錢：算力、能源、資料、人力與硬體。",
    loading: "正在載入計算器",
    unsupported: "此瀏覽器無法執行計算器，因為它需要 WebAssembly。請換用新版瀏覽器，或在此瀏覽器中允許 WebAssembly。",
    unreachable: "計算器未能載入。請檢查網路連線後重新整理頁面。",
    incomplete: "計算器未能載入：主機上缺少檔案，或檔案已損壞；本頁可能正在更新。請幾分鐘後重新整理頁面。",
    stalled: "已有 20 秒沒有收到資料，計算器仍在載入。如果一直如此，請檢查網路連線後重新整理頁面。",
    sandbox: "本頁處於沙盒中，因此計算器未能載入。{open}。",
    open_alone: "在新分頁中開啟",
    unstyled: "本頁的樣式未能載入，因此顯得簡陋。請重新整理頁面。",
    repaired: "本頁有檔案遺失或損壞。頁面已自行修復：清除離線副本並重新載入。",
    default_figures: "以上為預設專案的數字。",
    pending: "計算器載入完成後，這裡會顯示此連結所含專案的數字。",
    broken: "計算器因內部錯誤而停止，這是我們的問題。{restart}。",
    restart: "從預設專案重新開始",
    file: "瀏覽器不允許直接從檔案執行本頁。請透過網頁伺服器開啟。",
    not_started: "計算器沒有執行：JavaScript 已關閉，或本頁有檔案未能送達。以上為預設專案的數字，與網址中的專案無關。請啟用 JavaScript，或幾分鐘後重新整理頁面。",
    new_version: "新版本已就緒。",
    late_missing: "缺少說明、抽樣區間和報告：本頁有一部分未能載入。",
    reload: "重新整理",
};
