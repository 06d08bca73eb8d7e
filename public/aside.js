// The page's side of the worker: asks for what the worker makes, puts it into its places, and hands the found MFU to the page. boot.js loads it
// when everything else stands; the build puts the worker's name here. Nothing is asked for before it is wanted: when its place comes near, when
// it is unfolded, or when the estimate waits for the MFU.
const WORKER = "{{worker}}";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
/** What stands in no place of its own: the ranges of all figures. */
const RANGES = "ranges";
/** The found plan, whose MFU all figures may wait for. */
const PLAN = "plan";
/** What is kept up to date, once it was wanted: places, and for explanations the figure behind a space. */
const kept = new Set([RANGES]);
/** What hangs on language, currency and theme alone. */
const FIXED = new Set(["validation", "chips", "runs"]);
/** What besides never reads the found MFU. */
const UNFOUND = new Set([PLAN, "export", "rent-or-buy"]);
/** What reads the levers that are on, if only for a link. */
const LEVERED = /^(levers|solver|frontier|explains-)/;
/** What is asked for before all else, lowest first, or after it. Every figure of the page waits for its range, and much for the found MFU. */
const ORDER = { ranges: -3, plan: -2, levers: -1, solver: 1, frontier: 1 };
/** Said here and not in locales/, whose texts travel with the worker that did not come. */
const LOST = {
  en: "What works this out stopped, or could not be loaded; all other figures stand. Please check the connection: the next change of an input tries again.",
  "zh-CN": "负责计算此处的后台程序停止了，或未能加载；其他数值不受影响。请检查网络连接：下一次更改输入时会重试。",
};
/** So long, in ms, may a worker not hear what it is asked. */
const PATIENCE = 300;
/** One thing is asked at a time, and of what waits each kind once. */
let waiting = new Set();
let worker;
let busy = false;
let explanations = 0;
/** What is asked now; every request has a number, so that what comes late from an earlier one is known. */
let asked;
let number = 0;
/** The query that it was asked of. */
let about;
/** The scenario of which the MFU was found. */
let foundOf;
/** Whether the worker has said anything yet: one that is still being loaded is waited for. */
let alive = false;
/** Whether part of an answer has come. */
let partly = false;
let patience;
/** What the worker died of last. */
let fallen;
/** The query that was last asked for, and of what it is made: how the page is shown, and the scenario. */
let seen = {};
/** What has the focus, for what is taken off the page says no goodbye. */
let focused;

/** A request's number alone says that it is heard; else a part of its answer stands below: place, found MFU, whether more comes, HTML. */
function take({ data }) {
  alive = true;
  const [of, place, found, more] = data.split("\n", 4);
  if (of !== String(number)) return;
  clearTimeout(patience);
  if (place === undefined) return;
  partly = more !== "";
  const element = document.getElementById(place);
  const answer = data.slice([of, place, found, more].join().length + 1);
  // Nobody wants it any more if it was closed meanwhile.
  if (element && kept.has(asked)) put(element, answer);
  if (partly) return;
  busy = false;
  fallen = undefined;
  // Nobody asks again for what the page has already: what comes then is of what was changed back.
  if (place === RANGES && about === root.dataset.query) tell("drawn", answer);
  if (place === PLAN) find(found, about);
  send();
}

/** Hands on the MFU that was found, or nothing, for a query. What was worked out with another one is of yesterday. */
function find(found, query) {
  foundOf = scenarioOf(query);
  if (root.dataset.found === found) return;
  tell("found", found);
  if (isComputed()) renew((subject) => !FIXED.has(subject) && !UNFOUND.has(subject));
}

/** Tells the page. */
function tell(what, text) {
  root.dataset[what] = text;
  dispatchEvent(new Event(`traincost:${what}`));
}

/** Puts an answer into its place; what stood open in it stays open. */
function put(element, html) {
  const before = document.createElement("div");
  before.append(...element.childNodes);
  element.innerHTML = html;
  if (partly) element.setAttribute("aria-busy", "true");
  else element.removeAttribute("aria-busy");
  for (const here of element.querySelectorAll("[data-here]")) here.textContent = location.origin + location.pathname;
  reopen(before, element);
  // Boxes stay as the reader has made them, until it is asked what the last of them does.
  if (root.dataset.switched) {
    for (const box of element.querySelectorAll("[data-lever]")) box.checked = before.querySelector(`#${box.id}`)?.checked ?? box.checked;
  }
  // What had the focus has it again, where it has a name.
  if (document.activeElement === document.body && focused?.id) document.getElementById(focused.id)?.focus({ preventScroll: true });
}

/** A worker that died is started again once, and asked again. If it dies of the same, the place says so. */
function die(event) {
  event.preventDefault();
  if (fallen !== asked) {
    fallen = asked;
    return restart();
  }
  fallen = undefined;
  // One that never came will not come for the others either.
  const lost = alive ? [asked] : [asked, ...waiting];
  for (const subject of lost) {
    waiting.delete(subject);
    // None is no answer: the page says so, unless it has them.
    if (subject === RANGES && root.dataset.ranges !== "drawn") tell("drawn", "");
    const element = kept.has(subject) && document.getElementById(subject.split(" ")[0]);
    if (!element) continue;
    element.textContent = LOST[root.lang];
    element.removeAttribute("aria-busy");
  }
  seen = {};
  asked = undefined;
  restart();
  const { query } = root.dataset;
  if (lost.includes(PLAN) && foundOf !== scenarioOf(query)) find("", query);
}

/** Ends the worker; another begins with what this one was asked. */
function restart() {
  worker.terminate();
  clearTimeout(patience);
  worker = undefined;
  alive = busy = false;
  if (asked) waiting = new Set([asked, ...waiting]);
  send();
}

/** Asks for something else at once: the worker drops what it is at, and that waits again. One that does not hear has to go. */
function drop() {
  if (!busy || !waiting.size) return;
  busy = false;
  if (kept.has(asked)) waiting.add(asked);
  // It hears if it hears the last: what it says of one before may come too late.
  clearTimeout(patience);
  if (alive) patience = setTimeout(restart, PATIENCE);
}

/** Opens in what is new what stood open in what it replaces, with all that it held, and keeps the focus. */
function reopen(before, after) {
  const fold = ":scope > .explanation > details.nothing";
  if (before.querySelector(fold)?.open) after.querySelector(fold)?.setAttribute("open", "");
  const fresh = [...after.querySelectorAll("button[data-explain]")];
  let heir = focused;
  for (const button of before.querySelectorAll("button[data-explain]")) {
    const index = fresh.findIndex((one) => one.dataset.explain === button.dataset.explain);
    // What was inside another has moved with it.
    if (index < 0 || !before.contains(button)) continue;
    const [twin] = fresh.splice(index, 1);
    if (button === focused) heir = twin;
    if (button.getAttribute("aria-expanded") !== "true") continue;
    const old = before.querySelector(`#${button.getAttribute("aria-controls")}`);
    const place = placeOf(twin);
    place.id = old.id;
    if (old.hasAttribute("aria-busy")) place.setAttribute("aria-busy", "true");
    place.append(...old.childNodes);
    show(twin, place, true);
  }
  if (document.activeElement === document.body && after.contains(heir)) heir.focus({ preventScroll: true });
}

function send() {
  // While the MFU is that of the plan, whatever is worked out before is of another one.
  const subject = isComputed() && waiting.has(PLAN) ? PLAN : [...waiting][0];
  if (busy || !subject) return;
  waiting.delete(subject);
  const element = document.getElementById(subject.split(" ")[0]);
  // An explanation may have gone with the figure that it stood under; a compact view has no place for the plan, and waits for its MFU.
  if (!element && subject !== RANGES && subject !== PLAN) {
    kept.delete(subject);
    return send();
  }
  if (!worker) {
    worker = new Worker(WORKER, { type: "module" });
    worker.onmessage = take;
    worker.onerror = die;
  }
  busy = true;
  partly = false;
  asked = subject;
  number += 1;
  const { query, found = "" } = root.dataset;
  about = query;
  const today = new Date().toISOString().slice(0, 10);
  worker.postMessage([number, subject, element?.clientWidth, shade(), found, today, query].join("\n"));
}

function shade() {
  return root.dataset.theme ?? (dark.matches ? "dark" : "light");
}

/** A query without how the page is shown. */
function scenarioOf(query) {
  return query.replace(/\b(lang|cur|fx|lv)=[^&]*&?/g, "");
}

function isComputed() {
  return /(^|&)mf=computed/.test(root.dataset.query);
}

/** Asks for places; at once, if it should not wait for what the worker is at. */
function ask(places, atOnce) {
  // What is asked last is looked at now.
  waiting = new Set([...places, ...waiting]);
  if (atOnce) drop();
  send();
}

/** Asks again for all that reads what has changed. */
function renew(reads) {
  const places = [...kept].filter(reads).sort((one, other) => (ORDER[one] ?? 0) - (ORDER[other] ?? 0));
  ask(places, places.length);
}

function want(place) {
  if (kept.has(place)) return;
  kept.add(place);
  // It need not wait for long work that has shown something.
  ask([place], partly);
}

/** The place that explains a button's figure: beside it, or in the row below its own. What stands deeper belongs to others. */
function placeOf(button) {
  const wanted = `:scope > [data-explains="${button.dataset.explain}"]`;
  const row = button.closest("tr")?.nextElementSibling;
  return row?.querySelector(wanted) ?? button.closest(".pair, .verdict > div")?.querySelector(wanted);
}

function show(button, place, opened) {
  button.setAttribute("aria-expanded", String(opened));
  button.setAttribute("aria-controls", place.id);
  (place.closest("tr.explains") ?? place).hidden = !opened;
}

/** The text of a report goes where the reader can send it from. */
async function copied(button) {
  await navigator.clipboard.writeText(button.previousElementSibling.textContent);
  button.textContent = "✓";
}

/** To an input: its group unfolds, and it takes the focus. */
function go(field) {
  const input = document.querySelector(`[data-testid="field-${field}"]`);
  if (!input) return;
  for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  input.focus({ preventScroll: true });
  input.scrollIntoView({ block: "center" });
}

/** A figure is a button: it opens its explanation in place, and closes it again. */
function clicked({ target }) {
  if (target.matches?.("button.copy")) return void copied(target).catch(() => getSelection().selectAllChildren(target.previousElementSibling));
  const field = target.closest?.("[data-go]")?.dataset.go;
  if (field) return go(field);
  const button = target.closest?.("button[data-explain]");
  const place = button && placeOf(button);
  if (!place) return;
  place.id ||= `explains-${(explanations += 1)}`;
  const opened = button.getAttribute("aria-expanded") !== "true";
  const subject = `${place.id} ${button.dataset.explain}`;
  show(button, place, opened);
  if (opened) {
    place.textContent = "…";
    place.setAttribute("aria-busy", "true");
    return want(subject);
  }
  kept.delete(subject);
  place.textContent = "";
  place.removeAttribute("aria-busy");
}

/** What explains a figure that is no longer shown has no button that would close it. */
function closeOrphans() {
  for (const button of document.querySelectorAll('button[data-explain][aria-expanded="true"]')) {
    if (getComputedStyle(button).display === "none") button.click();
  }
}

/** A lever was switched: the page takes it into its link, or out of it, and then it is asked what those that are on do. */
function switched({ target }) {
  const { lever } = target.dataset ?? {};
  if (lever) tell("switched", target.checked ? lever : `-${lever}`);
}

function unfolded({ target }) {
  if (target.open && target.dataset?.ask) want(target.dataset.ask);
}

function changed() {
  if (isComputed()) kept.add(PLAN);
  const { query, ranges } = root.dataset;
  if (query !== seen.query) delete root.dataset.switched;
  closeOrphans();
  const view = [shade()].concat(query.match(/\b(lang|cur|fx)=[^&]*/g)).join();
  const scenario = scenarioOf(query);
  const was = seen;
  seen = { query, view, scenario };
  fallen = undefined;
  renew((subject) => {
    // The page knows whether it shows those of what stands now.
    if (subject === RANGES) return ranges !== "drawn";
    if (view !== was.view) return true;
    return !FIXED.has(subject) && (LEVERED.test(subject) ? query !== was.query : scenario !== was.scenario);
  });
}

new MutationObserver(changed).observe(root, { attributes: true, attributeFilter: ["data-query", "data-theme"] });
dark.addEventListener("change", changed);

/** A file dropped on the price book is read into it and applied. */
async function dropped(event) {
  const book = event.target.closest?.(".book");
  if (!book) return;
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (event.type !== "drop" || !file) return;
  book.querySelector("textarea").value = await file.text();
  book.querySelector(".apply").click();
}

document.addEventListener("click", clicked);
document.addEventListener("change", switched);
for (const event of ["focusin", "click"]) document.addEventListener(event, () => (focused = document.activeElement));
// Lines come and go, and with them what holds them is written anew.
const rewritten = new MutationObserver((records) => {
  for (const holder of new Set(records.map(({ target }) => target))) {
    const before = document.createElement("div");
    for (const { target, removedNodes } of records) if (target === holder) before.append(...removedNodes);
    reopen(before, holder);
  }
});
for (const table of document.querySelectorAll("#figures, #bill-table")) rewritten.observe(table, { childList: true });
document.addEventListener("dragover", dropped);
document.addEventListener("drop", dropped);
// Folds do not tell their parents: they are heard on the way down.
document.addEventListener("toggle", unfolded, true);
for (const target of document.querySelectorAll("details[data-ask]")) unfolded({ target });
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want(PLAN), { rootMargin: "800px" });
const plan = document.getElementById(PLAN);
// An embed has none.
if (plan) {
  near.observe(plan);
  // Who stays will come to it.
  setTimeout(() => want(PLAN), 8000);
}
changed();
// A link that switches levers shows what they do.
if (/(^|&)lv=/.test(root.dataset.query)) document.querySelector("details[data-ask=levers]")?.setAttribute("open", "");

/** A link may name a figure, as those of the claims do: its explanation opens, or that of the total where the page does not show it. */
function openFragment() {
  const [, figure] = /^#figure-([\w-]+)$/.exec(location.hash) ?? [];
  if (!figure) return;
  const shown = (id) => [...document.querySelectorAll(`button[data-explain="${id}"]`)].find((button) => button.getClientRects().length);
  const button = shown(figure) ?? shown("total");
  if (!button) return;
  if (button.getAttribute("aria-expanded") !== "true") button.click();
  button.scrollIntoView({ block: "center" });
}
// What was clicked before this script came; what a link opens is a click too.
const early = root.clicked;
openFragment();
if (early?.isConnected && early.getAttribute("aria-expanded") !== "true") early.click();
