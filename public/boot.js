// Starts the page: chooses language and theme before the first paint, loads the wasm with real progress, and afterwards registers the service worker.
// A page that cannot start says why. A classic script without imports, so that it also runs where nothing else does.
"use strict";
(() => {
  /** Milliseconds without progress after which the page says so. */
  const STALL = 20000;
  /** The key, in the tab's storage, of a repair since the last start: "done", or "vain" if the page failed again. */
  const REPAIR = "traincost.repair";
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const embedded = query.get("embed") === "1";
  const byId = (id) => document.getElementById(id);
  const here = (name) => new URL(name, document.baseURI).href;

  // Third-party frames may throw on the mere mention of localStorage; an embed never looks at it at all.
  const saved = (key) => {
    try {
      return embedded ? null : localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  // A host may demand Trusted Types, and nobody else's code runs here. Where the host names the policies itself, this throws.
  try {
    globalThis.trustedTypes?.createPolicy("default", { createHTML: (html) => html, createScriptURL: (url) => url });
  } catch (error) {
    console.info(error);
  }

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
  document.title = document.querySelector(`meta[lang="${root.lang}"]`)?.content ?? document.title;
  const chosen = theme(query.get("theme")) ?? theme(saved("traincost.theme"));
  if (chosen) root.dataset.theme = chosen;
  if (embedded) root.dataset.embed = "1";
  root.dataset.loading = "1";
  // The served figures are of the default project; all other keys of a link make another one. The page removes this when it shows that one.
  const isLinked = [...query.keys()].some((key) => !["lang", "theme", "embed"].includes(key));
  if (isLinked) root.dataset.pending = "1";

  // Optional: warm.js makes the browser load its number formats early. A sandbox allows no workers.
  try {
    if (location.protocol !== "file:") new Worker("warm.js", { name: readers.map(([, tag]) => tag).join(" ") }).onerror = (event) => event.preventDefault();
  } catch (error) {
    console.info(error);
  }

  // 2. The page itself.

  /** Shows one of the lines in a box, or without one hides the box. */
  const say = (box, why) => {
    byId(box).hidden = !why;
    for (const line of byId(box).querySelectorAll("[data-why]")) line.hidden = line.dataset.why !== why;
  };

  let stalling;
  /** Loading is over, one way or the other. */
  const end = () => {
    clearTimeout(stalling);
    delete root.dataset.loading;
    byId("loader").hidden = true;
  };

  const fail = (why) => {
    if (root.dataset.ready) return;
    end();
    say("failed", why);
    byId("default").hidden = isLinked;
    const alone = new URL(location);
    alone.searchParams.delete("embed");
    for (const link of byId("failed").querySelectorAll("[target]")) link.href = alone;
  };

  // Loading that makes no progress is not over, but the reader learns of it.
  const progress = () => {
    clearTimeout(stalling);
    byId("stalled").hidden = true;
    stalling = setTimeout(() => (byId("stalled").hidden = false), STALL);
  };

  // The response again, with its progress. Its length is that of the file, stamped at build, for Content-Length counts compressed bytes.
  const counted = (response, size) => {
    const headers = { "Content-Type": "application/wasm" };
    if (typeof TransformStream !== "function") return new Response(response.body, { headers });
    const bar = byId("loader-progress");
    let received = 0;
    const count = new TransformStream({
      transform(chunk, controller) {
        progress();
        received += chunk.byteLength;
        bar.value = Math.min(received / size, 1);
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers });
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
    // The document may have been cut short; the sentence of pages without scripts stands.
    if (!byId("update")) {
      delete root.dataset.loading;
      delete root.dataset.pending;
      return repair();
    }
    byId("not-started").remove();
    byId("pending").hidden = !isLinked;
    unstyled.then(withoutStyle);
    if (location.protocol === "file:") return fail("file");
    if (typeof WebAssembly !== "object") return fail("unsupported");
    await painted();
    const { js, wasm, size } = byId("app-files").dataset;
    try {
      progress();
      const [glue, response] = await Promise.all([import(here(js)), fetch(here(wasm))]);
      if (!response.ok) throw new Error(`${response.status} for ${wasm}`);
      await glue.default({ module_or_path: counted(response, Number(size)) });
    } catch (error) {
      console.error(error);
      const why = await cause(error);
      if (why !== "incomplete" || !(await repair())) fail(why);
    }
  };

  document.addEventListener("DOMContentLoaded", start);

  const unstyled = new Promise((resolve) => {
    const check = ({ target, error }) => {
      if (target.rel === "stylesheet") resolve();
      // Other sites' scripts may fail as well, which stops nothing here.
      else if (/wasm-function|wasm code/.test(error?.stack)) fail("broken");
    };
    addEventListener("error", check, true);
  });

  // Does the work of the stylesheet: shows one language, and no figures of another project than the address names.
  const withoutStyle = async () => {
    root.dataset.unstyled = "1";
    for (const text of document.querySelectorAll(".say, .verdict")) text.hidden = text.lang !== root.lang;
    byId("verdict").hidden = "pending" in root.dataset;
    say("failed", "style");
    // Nobody's work is interrupted for its looks.
    if ((await answers()) && !root.dataset.ready) await repair();
  };

  // The cause of a failed start, and its repair. The service worker does not keep its own script: only the host can answer a request for it.

  const succeeds = (request) => request.then(({ ok }) => ok, () => false);
  const answers = () => succeeds(fetch(here("sw.js"), { cache: "no-store", signal: AbortSignal.timeout?.(5000) }));

  const cause = async (error) => {
    const { CompileError, RuntimeError } = WebAssembly;
    if (error instanceof RuntimeError) return "broken";
    if (origin === "null") return "sandbox";
    const { wasm, hash: integrity } = byId("app-files").dataset;
    // A module that is whole but will not compile means a browser that lacks something, or forbids it.
    if (error instanceof CompileError && (await succeeds(fetch(here(wasm), { integrity })))) return "unsupported";
    return (await answers()) ? "incomplete" : "unreachable";
  };

  /** Drops all that is kept of the page for use offline. */
  const forget = async () => {
    const registration = await navigator.serviceWorker?.getRegistration();
    // The origin may have a service worker of another site, too.
    if (registration?.scope === here("./")) await registration.unregister();
    const ours = (await caches.keys()).filter((name) => name.startsWith("traincost-"));
    await Promise.all(ours.map((name) => caches.delete(name)));
  };

  /** Loads the page and its files anew: the browser's cache may have a wrong answer for long. */
  const loadAnew = async () => {
    await forget().catch(console.info);
    const { js, wasm, late } = byId("app-files").dataset;
    const style = document.querySelector("link[rel=stylesheet]").href;
    await Promise.allSettled([js, wasm, late, style].map(async (name) => (await fetch(here(name), { cache: "reload" })).arrayBuffer()));
    location.reload();
  };

  /** Loads the page anew, unless it has done so since the last start. Where storage is denied, nothing is kept that could be at fault. */
  const repair = async () => {
    try {
      const before = sessionStorage.getItem(REPAIR);
      sessionStorage.setItem(REPAIR, before ? "vain" : "done");
      if (before) return false;
    } catch {
      return false;
    }
    await loadAnew();
    return true;
  };

  /** Whether this start is due to a repair. */
  const isRepaired = () => {
    try {
      const before = sessionStorage.getItem(REPAIR);
      sessionStorage.removeItem(REPAIR);
      return before === "done";
    } catch {
      return false;
    }
  };

  // A figure may be asked about before the script that answers has come: it finds what was clicked last.
  document.addEventListener("click", ({ target }) => (root.clicked = target.closest?.("button[data-explain]")));

  // In a frame, tell the host how tall we are, even before the wasm is there and when it never comes.
  if (embedded && parent !== window) {
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      parent.postMessage({ type: "traincost:height", v: 1, height }, "*");
    };
    document.addEventListener("DOMContentLoaded", () => new ResizeObserver(tell).observe(document.body));
    // The browser observes no sizes in a frame that is out of sight.
    for (const event of ["DOMContentLoaded", "traincost:ready", "traincost:sampled"]) addEventListener(event, tell, true);
  }

  // 3. What comes after the page: the scripts of explanations and reports.
  const later = () => {
    const missing = () => {
      say("update", "late");
      byId("update-now").onclick = async () => ((await answers()) ? loadAnew() : location.reload());
    };
    const slow = setTimeout(missing, STALL);
    const loaded = () => {
      clearTimeout(slow);
      if (!byId("update").querySelector('[data-why="late"]').hidden) say("update");
    };
    // The page waits for none of their results.
    const none = () => {
      for (const name of ["mfu", "sampled"]) {
        root.dataset[name] = "";
        dispatchEvent(new Event(`traincost:${name}`));
      }
    };
    const lost = (error) => {
      console.info(error);
      clearTimeout(slow);
      missing();
      new MutationObserver(none).observe(root, { attributeFilter: ["data-query"] });
      none();
    };
    import(here(byId("app-files").dataset.late)).then(loaded, lost);
  };

  // 4. Offline. A new version waits until the reader asks for it, for its files replace those of the running one.
  const offer = (worker) => {
    let asked = false;
    navigator.serviceWorker.addEventListener("controllerchange", () => {
      if (asked) return location.reload();
      // Another tab asked for it: what is left is to open it here too.
      byId("update-now").onclick = () => location.reload();
    });
    say("update", "new");
    byId("update-now").onclick = () => {
      asked = true;
      worker.postMessage({ type: "SKIP_WAITING" });
    };
  };

  const offline = async () => {
    const registration = await navigator.serviceWorker.register(here("sw.js"));
    const watch = (worker) => {
      // Without an active one this is the first visit, and what waits is no update. A page may be without a controller all the same.
      const check = () => worker.state === "installed" && registration.active && offer(worker);
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
    end();
    byId("pending").hidden = true;
    // An error may have left a part of the page out.
    if (byId("failed").hidden && isRepaired()) say("failed", "repaired");
    later();
    const can = !embedded && location.protocol.startsWith("http") && "serviceWorker" in navigator;
    if (can) offline().catch((error) => console.info("offline use is not available:", error));
  };
  addEventListener("traincost:ready", ready, { capture: true, once: true });
})();
