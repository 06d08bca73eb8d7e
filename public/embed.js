// <script async src=".../embed.js" data-lang="en" data-state="p=gpt-3"></script>
(() => {
  const current = document.currentScript;
  // A module runs once for all elements.
  for (const script of current ? [current] : document.querySelectorAll('[type=module][src$="/embed.js"]')) {
    const { state, title, ...more } = script.dataset;
    const url = new URL("./", script.src), query = new URLSearchParams(state);
    query.set("embed", 1);
    for (const key of ["lang", "theme"]) if (more[key]) query.set(key, more[key]);
    url.search = query;
    const frame = document.createElement("iframe");
    frame.src = url;
    frame.title = title || "TrainCost";
    frame.allow = "clipboard-write";
    frame.style = "width:100%;height:600px;border:0";
    addEventListener("message", ({ source, origin, data }) => {
      if (source === frame.contentWindow && origin === url.origin && data?.type === "traincost:height") frame.style.height = Math.min(data.height, 5000) + "px";
    });
    script.after(frame);
  }
})();
