// Asks the worker for reports, and puts them into their places. The page lists its sections in attributes (src/sections.rs): what a section's report
// reads, what it gives the page, and when its turn is. A report is requested when its place comes near, when its fold opens, or when the page waits
// for what it gives; it is then kept up to date.
import * as explanations from "./explanations.js";
import { dataset, give, inputs, isComputed, onChange, theme } from "./page.js";
import { startWorker, write } from "./protocol.js";

/** Milliseconds a loaded worker may stay silent before it is restarted. */
const SILENCE = 300;
/** Milliseconds a worker may load before the places that wait for it show that. */
const LOADING = 20_000;
/** Milliseconds until reports are requested that no reader has come near. */
const PATIENCE = 8000;

// A subject is the id of a place that a report fills, or of a section without a place.
/** Subjects that are kept up to date. */
const wanted = new Set();
/** The inputs of which each subject was requested last. */
const requested = new Map();
/** Subjects to request, the next one first. */
let queue = new Set();

let worker;
let busy = false;
/** Whether the worker has sent anything: one that is still loading may be silent. */
let loaded = false;
/** Whether a draft of the current report has come. */
let drafted = false;
let silence;
let slow;
/** The request that the worker has last received: its number, subject, link and scenario. */
let current = { number: 0 };
/** The subject on which the worker failed last. */
let failed;
/** The scenario for which the MFU was found. */
let scenarioOfMfu;
/** Subjects whose report is lost until the next change. */
const lost = new Set();
/** Whether a reader has ticked boxes of levers since the page published its state. */
let ticked = false;
let query;

const rowOf = (id) => document.querySelector(`[data-section="${id}"]`)?.dataset;
const sectionOf = (subject) => (document.getElementById(subject)?.dataset.explains ? explanations.SECTION : subject);
const givers = (name) => [...document.querySelectorAll(`[data-gives="${name}"]`)].map((row) => row.dataset.section);
const [ranges] = givers("ranges");
const [plan] = givers("mfu");

// Requests

/** Keeps a subject up to date from now on. */
function want(subject) {
  if (wanted.has(subject)) return;
  wanted.add(subject);
  requested.set(subject, keyOf(subject));
  // Long work that has shown a draft may wait.
  request([subject], drafted);
}

/** The values of all that a subject's report reads. */
function keyOf(subject) {
  const values = inputs();
  return JSON.stringify(rowOf(sectionOf(subject))?.reads.split(" ").map((name) => values[name]));
}

/** Requests all that has read something else. */
function renew() {
  const priority = (subject) => Number(rowOf(sectionOf(subject))?.priority ?? 0);
  const due = [...wanted].filter((subject) => requested.get(subject) !== keyOf(subject)).sort((one, other) => priority(one) - priority(other));
  for (const subject of due) requested.set(subject, keyOf(subject));
  request(due, due.length > 0);
}

/** Puts subjects at the head of the queue; if `atOnce`, before what the worker is busy with. */
function request(subjects, atOnce) {
  queue = new Set([...subjects, ...queue]);
  if (atOnce) interrupt();
  send();
}

/** Frees the worker for the next request: it drops its report, which queues again. It has to answer soon, or it is restarted. */
function interrupt() {
  if (!busy || !queue.size) return;
  busy = false;
  if (wanted.has(current.subject)) queue.add(current.subject);
  clearTimeout(silence);
  if (loaded) silence = setTimeout(restart, SILENCE);
}

function send() {
  // While the MFU is that of the plan, any other report would be of an old one.
  const subject = isComputed() && queue.has(plan) ? plan : [...queue][0];
  if (busy || !subject) return;
  queue.delete(subject);
  const place = document.getElementById(subject);
  // The place of an explanation may have gone with its figure. Results for the page need no place: the compact view has none.
  if (!place && !rowOf(subject)?.gives) {
    wanted.delete(subject);
    return send();
  }
  try {
    worker ??= start();
  } catch (error) {
    // The browser, or a sandbox, allows no workers.
    console.info(error);
    return lose([subject, ...queue]);
  }
  busy = true;
  drafted = false;
  current = { number: current.number + 1, subject, query: dataset.query, scenario: dataset.scenario };
  const { number } = current;
  const section = sectionOf(subject);
  worker.postMessage(write({ number, section, subject: place?.dataset.explains, width: place?.clientWidth, theme: theme(), mfu: dataset.mfu, query: current.query }));
}

function start() {
  const worker = startWorker(receive, fail);
  slow = setTimeout(() => [current.subject, ...queue].forEach((subject) => tell(subject, dataset.slow)), LOADING);
  return worker;
}

// Answers

/** Receives a message of the worker. Those of earlier requests are late. */
function receive({ number, receipt, mfu, complete, html }) {
  loaded = true;
  clearTimeout(slow);
  if (number !== current.number) return;
  clearTimeout(silence);
  if (receipt) return;
  drafted = !complete;
  const { subject, query, scenario } = current;
  const place = document.getElementById(subject);
  // The reader may have closed it meanwhile.
  if (place && wanted.has(subject)) fill(place, html);
  if (drafted) return;
  busy = false;
  failed = undefined;
  // Late ranges may be of a change that was undone: the page has those of its state already.
  if (subject === ranges && query === dataset.query) give("sampled", html);
  if (subject === plan) giveMfu(mfu, scenario);
  send();
}

/** Gives the page the MFU found for a scenario, or an empty text; requests again what has read another one. */
function giveMfu(mfu, scenario) {
  scenarioOfMfu = scenario;
  if (dataset.mfu === mfu) return;
  give("mfu", mfu);
  renew();
}

/** Fills a place; explanations that are open in it stay open. */
function fill(place, html) {
  const before = document.createElement("div");
  before.append(...place.childNodes);
  place.innerHTML = html;
  if (drafted) place.setAttribute("aria-busy", "true");
  else place.removeAttribute("aria-busy");
  for (const here of place.querySelectorAll("[data-here]")) here.textContent = location.origin + location.pathname;
  explanations.reopen(before, place);
  // The report may be older than the reader's last tick.
  if (ticked) {
    for (const box of place.querySelectorAll("[data-lever]")) box.checked = before.querySelector(`#${box.id}`)?.checked ?? box.checked;
  }
}

// Failures

/** Restarts a worker that failed, once for each request; then its place shows that the report is lost. */
function fail(event) {
  event.preventDefault();
  const { subject } = current;
  if (failed !== subject) {
    failed = subject;
    return restart();
  }
  failed = undefined;
  // A worker that never loaded will not load for other requests.
  lose(loaded ? [subject] : [subject, ...queue]);
}

/** Gives up subjects until the next change: their places show that the reports are lost. */
function lose(subjects) {
  for (const one of subjects) {
    queue.delete(one);
    lost.add(one);
    // Unless the page has ranges, it learns that it gets none.
    if (one === ranges && dataset.ranges !== "sampled") give("sampled", "");
    const place = tell(one, dataset.lost);
    place?.append(" ", Object.assign(document.createElement("button"), { type: "button", className: "retry", textContent: dataset.retry }));
    place?.removeAttribute("aria-busy");
  }
  current.subject = undefined;
  restart();
  if (lost.has(plan) && scenarioOfMfu !== dataset.scenario) giveMfu("", dataset.scenario);
}

/** Shows a sentence in the place of a report, if the reader still wants it; returns the place. */
function tell(subject, sentence) {
  const place = wanted.has(subject) && document.getElementById(subject);
  if (place) place.textContent = sentence;
  return place || undefined;
}

/** Ends the worker; the next one begins with the current request. */
function restart() {
  worker?.terminate();
  clearTimeout(silence);
  clearTimeout(slow);
  worker = undefined;
  loaded = busy = false;
  if (current.subject) queue = new Set([current.subject, ...queue]);
  send();
}

// The page

/** The page has published its state, or the theme has changed. */
function follow() {
  if (dataset.query !== query) ticked = false;
  query = dataset.query;
  wanted.add(ranges);
  if (isComputed()) wanted.add(plan);
  for (const one of lost) requested.delete(one);
  lost.clear();
  // The page may have the ranges of its state already.
  if (dataset.ranges === "sampled") requested.set(ranges, keyOf(ranges));
  explanations.closeOrphans();
  failed = undefined;
  renew();
}

function unfold({ target }) {
  if (target.open && target.dataset?.reads) want(target.dataset.section);
}

document.addEventListener("click", ({ target }) => target.matches?.("button.retry") && follow());
document.addEventListener("change", ({ target }) => (ticked ||= "lever" in (target.dataset ?? {})));
explanations.start(want, (subject) => wanted.delete(subject));
onChange(follow);
// Folds do not bubble their event.
document.addEventListener("toggle", unfold, true);
for (const target of document.querySelectorAll("details[data-section]")) unfold({ target });
const near = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && want(target.id)),
  { rootMargin: "800px" },
);
for (const place of document.querySelectorAll("[data-section]:not(details, template)")) {
  near.observe(place);
  setTimeout(want, PATIENCE, place.id);
}
follow();
explanations.openFirst();
