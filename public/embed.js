// TrainCost in another page: <script async src=".../embed.js" data-lang="zh-CN" data-theme="dark" data-state="p=gpt-3"></script>
// Stands alone and stays below 1 KB. All data- attributes may be left out.
(() => {
  const script = document.currentScript, { state, lang, theme, title } = script.dataset;
  const url = new URL("./", script.src), query = new URLSearchParams(state);
  query.set("embed", 1);
  if (lang) query.set("lang", lang);
  if (theme) query.set("theme", theme);
  url.search = query;
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: url, title: title || "TrainCost", allow: "clipboard-write" });
  Object.assign(frame.style, { width: "100%", height: "600px", border: 0 });
  addEventListener("message", ({ source, data }) => {
    if (source === frame.contentWindow && data?.type === "traincost:height" && data.v === 1 && data.height > 0)
      frame.style.height = data.height + "px";
  });
  script.after(frame);
})();
