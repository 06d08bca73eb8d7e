//! index.html 中的文字。

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\"",
    description: "训练一个大模型要花多少钱：算力、能源、数据、人力与硬件。",
    loading: "正在加载计算器",
    unsupported: "此浏览器无法运行计算器，因为它需要 WebAssembly。请换用新版浏览器，或在此浏览器中允许 WebAssembly。",
    unreachable: "计算器未能加载。请检查网络连接后刷新页面。",
    broken: "计算器因内部错误而停止，这是我们的问题。{restart}。",
    restart: "从默认项目重新开始",
    file: "浏览器不允许直接从文件运行本页。请通过网页服务器打开。",
    no_script: "以上为默认项目的数字。如需修改，请启用 JavaScript 后刷新页面。",
    new_version: "新版本已就绪。",
    reload: "刷新",
};
