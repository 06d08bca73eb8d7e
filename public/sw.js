// The page without a network. `cargo xtask finish` fills in the two constants after each build.
"use strict";

const VERSION = "{{version}}";
/** Every file of this build, relative to the page, with its integrity. Documents end with the version instead, because hosts may add to them. */
const FILES = "{{files}}";

const PREFIX = "traincost-";
const CACHE = PREFIX + VERSION;
const address = (file) => new URL(file, registration.scope).href;
const PAGE = address("./");
const KNOWN = new Set(Object.keys(FILES).map(address));

/** A file from the host, past the HTTP cache. Fails unless it is of this build: what is kept lives as long as this version. */
const load = async (file) => {
  const response = await fetch(address(file), { cache: "reload", integrity: FILES[file] });
  if (!response.ok) throw new Error(`${response.status} for ${file}`);
  if (!FILES[file] && !(await response.clone().text()).includes(VERSION)) throw new Error(`${file} is of another build`);
  return response;
};

/** Keeps all files of this build, or none while the host does not have all: the browser tries again later. */
const install = async () => {
  // The page alone tells whether the host is being updated; the other files are many.
  const page = await load("./");
  const others = Object.keys(FILES).filter((file) => file !== "./");
  const responses = [page, ...(await Promise.all(others.map(load)))];
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(["./", ...others].map((file, index) => cache.put(address(file), responses[index])));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
};

addEventListener("install", (event) => event.waitUntil(install()));

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
