// The page without a network. `cargo xtask finish` fills in the two constants after each build.
"use strict";

const VERSION = "{{version}}";
/** Every file of this build, relative to the page. */
const FILES = "{{files}}";

const PREFIX = "traincost-";
const CACHE = PREFIX + VERSION;
const address = (file) => new URL(file, registration.scope).href;
const PAGE = address("./");
const KNOWN = new Set(FILES.map(address));

addEventListener("install", (event) => {
  // Past the HTTP cache: a host's stale copy of one file would be kept for as long as this version lives.
  const requests = FILES.map((file) => new Request(address(file), { cache: "reload" }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    // Only our own: other pages may share this origin.
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await clients.claim();
  };
  event.waitUntil(clean());
});

addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") skipWaiting();
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  // The page's whole state is in the query, so a link with any query is the same page.
  const url = new URL(request.url);
  url.search = url.hash = "";
  const wanted = url.href === address("index.html") ? PAGE : url.href;
  if (!KNOWN.has(wanted)) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(wanted, { ignoreSearch: true, ignoreVary: true });
    return kept ?? fetch(request);
  };
  event.respondWith(answer());
});
