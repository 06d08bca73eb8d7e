//! index.html 中的文字。

use crate::shape::ShellText;

pub(crate) static SHELL: ShellText = ShellText {
    fonts: "\"PingFang SC\", \"Microsoft YaHei\", \"Noto Sans CJK SC\"",
    description: "训练一个大模型要花多少钱：算力、能源、数据、人力与硬件。",
    loading: "正在加载计算器",
    unsupported: "此浏览器无法运行计算器，因为它需要 WebAssembly。请换用新版浏览器，或在此浏览器中允许 WebAssembly。",
    unreachable: "计算器未能加载。请检查网络连接后刷新页面。",
    incomplete: "计算器未能加载：主机上缺少文件，或文件已损坏；本页可能正在更新。请几分钟后刷新页面。",
    stalled: "已有 20 秒没有收到数据，计算器仍在加载。如果一直如此，请检查网络连接后刷新页面。",
    sandbox: "本页处于沙盒中，因此计算器未能加载。{open}。",
    open_alone: "在新标签页中打开",
    unstyled: "本页的样式未能加载，因此显得简陋。请刷新页面。",
    repaired: "本页有文件缺失或损坏。页面已自行修复：清除离线副本并重新加载。",
    default_figures: "以上为默认项目的数字。",
    pending: "计算器加载完成后，这里会显示此链接所含项目的数字。",
    broken: "计算器因内部错误而停止，这是我们的问题。{restart}。",
    restart: "从默认项目重新开始",
    file: "浏览器不允许直接从文件运行本页。请通过网页服务器打开。",
    not_started: "计算器没有运行：JavaScript 已关闭，或本页有文件未能送达。以上为默认项目的数字，与网址中的项目无关。请启用 JavaScript，或几分钟后刷新页面。",
    new_version: "新版本已就绪。",
    late_missing: "缺少解释、抽样区间和报告：本页有一部分未能加载。",
    reload: "刷新",
};
