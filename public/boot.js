// Starts the page: chooses language and theme before the first paint, loads the wasm with real progress, and afterwards
// registers the service worker. A classic script without imports, so that it also runs where nothing else does.
"use strict";
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const embedded = query.get("embed") === "1";
  const byId = (id) => document.getElementById(id);

  // Third-party frames may throw on the mere mention of localStorage; an embed never looks at it at all.
  const saved = (key) => {
    try {
      return embedded ? null : localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  // The build lists the languages: `zh-hant=zh-TW zh=zh-CN en=en`, longest first. "zh-Hant-HK" -> "zh-TW"; "EN-gb" -> "en"; "fr" -> undefined.
  const readers = byId("languages").content.split(" ").map((reader) => reader.split("="));
  const language = (tag) => readers.find(([start]) => `${tag ?? ""}-`.toLowerCase().startsWith(`${start}-`))?.[1];
  const theme = (name) => (name === "light" || name === "dark" ? name : undefined);

  // 1. Before the first paint: what the link says, else what was chosen before, else what the browser prefers.
  root.lang =
    language(query.get("lang")) ??
    language(saved("traincost.lang")) ??
    (navigator.languages ?? []).map(language).find(Boolean) ??
    root.lang;
  const chosen = theme(query.get("theme")) ?? theme(saved("traincost.theme"));
  if (chosen) root.dataset.theme = chosen;
  if (embedded) root.dataset.embed = "1";
  root.dataset.loading = "1";

  // Optional: warm.js makes the browser load its number formats early.
  if (location.protocol !== "file:") new Worker("warm.js", { name: readers.map(([, tag]) => tag).join(" ") }).onerror = (event) => event.preventDefault();

  // 2. The page itself.
  const fail = (why) => {
    if (root.dataset.ready) return;
    delete root.dataset.loading;
    byId("failed").hidden = false;
    byId("failed").querySelector(`[data-why="${why}"]`).hidden = false;
  };

  // The response again, telling how much of it has come. Its length is that of the file, stamped at build, for
  // Content-Length counts compressed bytes.
  const counted = (response, size) => {
    const bar = byId("loader-progress");
    let received = 0;
    const count = new TransformStream({
      transform(chunk, controller) {
        received += chunk.byteLength;
        bar.value = Math.min(received / size, 1);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
  };

  // The verdict is already in the HTML, so loading must not delay its first paint. A page that nobody sees
  // paints nothing, and goes on at once.
  const painted = () =>
    new Promise((resolve) => {
      if (document.hidden || typeof PerformancePaintTiming !== "function") return resolve();
      new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
      setTimeout(resolve, 1000);
    });

  const start = async () => {
    if (location.protocol === "file:") return fail("file");
    if (typeof WebAssembly !== "object") return fail("unsupported");
    await painted();
    const { js, wasm, size } = byId("app-files").dataset;
    const here = (name) => new URL(name, document.baseURI).href;
    try {
      const [glue, response] = await Promise.all([import(here(js)), fetch(here(wasm))]);
      if (!response.ok) throw new Error(`${response.status} for ${wasm}`);
      await glue.default({ module_or_path: counted(response, Number(size)) });
    } catch (error) {
      console.error(error);
      // A module that came but will not compile means a browser that lacks something, or forbids it.
      const { CompileError, RuntimeError } = WebAssembly;
      fail(error instanceof CompileError ? "unsupported" : error instanceof RuntimeError ? "broken" : "load");
    }
  };

  document.addEventListener("DOMContentLoaded", start);

  // A figure may be asked about before the script that answers has come: it finds what was clicked last.
  document.addEventListener("click", ({ target }) => (root.clicked = target.closest?.("button[data-explain]")));

  // In a frame, tell the host how tall we are, even before the wasm is there and when it never comes.
  if (embedded && parent !== window) {
    document.addEventListener("DOMContentLoaded", () => {
      new ResizeObserver(() => {
        const height = Math.ceil(document.body.getBoundingClientRect().height);
        parent.postMessage({ type: "traincost:height", v: 1, height }, "*");
      }).observe(document.body);
    });
  }

  // 3. Offline. A new version waits until the reader asks for it, for its files replace those of the running one.
  const offer = (worker) => {
    let asked = false;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (asked) return location.reload();
      // Another tab asked for it: what is left is to open it here too.
      byId("update-now").onclick = () => location.reload();
    });
    byId("update").hidden = false;
    byId("update-now").onclick = () => {
      asked = true;
      worker.postMessage({ type: "SKIP_WAITING" });
    };
  };

  const offline = async () => {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.register(new URL("sw.js", document.baseURI));
    const watch = (worker) => {
      // Without a controller this is the first visit, and what waits is no update.
      const check = () => worker.state === "installed" && serviceWorker.controller && offer(worker);
      worker.addEventListener("statechange", check);
      check();
    };
    if (registration.waiting) watch(registration.waiting);
    if (registration.installing) watch(registration.installing);
    registration.addEventListener("updatefound", () => watch(registration.installing));
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) registration.update().catch(() => {}); // No network is no news.
    });
  };

  // Captured, so that it is heard from wherever the page sends it.
  const ready = () => {
    delete root.dataset.loading;
    import(new URL(byId("app-files").dataset.late, document.baseURI)).catch(console.info); // The page does without.
    const can = !embedded && location.protocol.startsWith("http") && "serviceWorker" in navigator;
    if (can) offline().catch((error) => console.info("offline use is not available:", error));
  };
  addEventListener("traincost:ready", ready, { capture: true, once: true });
})();
