// TrainCost in another page: <script async src=".../embed.js" data-lang="zh-CN" data-theme="dark" data-state="p=gpt-3"></script>
// Stands alone and stays below 1 KB. All data- attributes may be left out. A module (type="module") runs once, for all of its elements.
(() => {
  const { currentScript } = document;
  for (const script of currentScript ? [currentScript] : document.querySelectorAll('[type=module][src$="/embed.js"]')) {
    const { state, lang, theme, title } = script.dataset;
    const url = new URL("./", script.src), query = new URLSearchParams(state);
    query.set("embed", 1);
    if (lang) query.set("lang", lang);
    if (theme) query.set("theme", theme);
    url.search = query;
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: url, title: title || "TrainCost", allow: "clipboard-write" });
    Object.assign(frame.style, { width: "100%", height: "600px", border: 0 });
    // The frame may have gone to another origin.
    addEventListener("message", ({ source, origin, data }) => {
      if (source === frame.contentWindow && origin === url.origin && data?.type === "traincost:height" && data.v === 1 && data.height > 0)
        frame.style.height = Math.min(data.height, 5000) + "px";
    });
    script.after(frame);
  }
})();
