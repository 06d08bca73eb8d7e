//! 价目表的读取结果。

use crate::shape::BookText;

pub(crate) static BOOK: BookText = BookText {
    read: "已读出 {count} 个价格。请在下面核对，然后应用。",
    bad: "有 {count} 行无法使用。",
    line: "第 {line} 行：{why}",
    name: "{column} 列的名称缺失或无法识别。",
    both: "item 和 accelerator 不能同时填写。",
    repeated: "第 {first} 行已有这一价格。",
    surplus: "单元格比首行多。小数请用“.”，带逗号的价格请加引号。",
    quote: "引号没有闭合，或出现在单元格中间。",
    currency: "货币须为 USD 或 CNY，与价格的符号一致，并且只用于金额。",
    empty: "还没有价格：请粘贴，或拖入文件。",
    long: "价目表最多 {limit} KB。这份太长，没有读取。",
    encoding: "有些字符无法读取。请把文件另存为“CSV UTF-8”后再拖入。",
    heading: "首行必须写列名，每列一次：price，以及 item 或 accelerator；还可以有 basis 和 currency。",
    no_prices: "首行下面没有价格。",
    several: "一次只能拖入一个文件；这些文件都没有读取。",
    unreadable: "无法读取。请拖入文件而不是文件夹，或直接粘贴价格。",
    apply: "应用",
};
