//! 價目表的讀取結果。

use crate::shape::BookText;

pub(crate) static BOOK: BookText = BookText {
    read: "已讀出 {count} 個價格。請在下面核對，然後套用。",
    bad: "有 {count} 列無法使用。",
    line: "第 {line} 列：{why}",
    name: "{column} 欄的名稱缺少或無法辨識。",
    both: "item 和 accelerator 不能同時填寫。",
    repeated: "第 {first} 列已有這個價格。",
    surplus: "儲存格比首列多。小數請用「.」，帶逗號的價格請加引號。",
    quote: "引號沒有成對，或出現在儲存格中間。",
    currency: "貨幣須為 USD 或 CNY，與價格的符號一致，而且只用於金額。",
    empty: "還沒有價格：請貼上，或拖放檔案。",
    long: "價目表最多 {limit} KB。這份太長，沒有讀取。",
    encoding: "有些字元無法讀取。請把檔案另存為「CSV UTF-8」後再拖放。",
    heading: "首列必須寫欄名，每欄一次：price，以及 item 或 accelerator；還可以有 basis 和 currency。",
    no_prices: "首列下面沒有價格。",
    several: "一次只能拖放一個檔案；這些檔案都沒有讀取。",
    unreadable: "無法讀取。請拖放檔案而不是資料夾，或直接貼上價格。",
    apply: "套用",
};
