//! index.html 中的文字。

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "\"PingFang TC\", \"Microsoft JhengHei\", \"Noto Sans CJK TC\"",
    description: "訓練一個大模型要花多少錢：算力、能源、資料、人力與硬體。",
    loading: "正在載入計算器",
    unsupported: "此瀏覽器無法執行計算器，因為它需要 WebAssembly。請換用新版瀏覽器，或在此瀏覽器中允許 WebAssembly。",
    unreachable: "計算器未能載入。請檢查網路連線後重新整理頁面。",
    broken: "計算器因內部錯誤而停止，這是我們的問題。{restart}。",
    restart: "從預設專案重新開始",
    file: "瀏覽器不允許直接從檔案執行本頁。請透過網頁伺服器開啟。",
    no_script: "以上為預設專案的數字。如需修改，請啟用 JavaScript 後重新整理頁面。",
    new_version: "新版本已就緒。",
    reload: "重新整理",
};
