// The page's side of the worker: asks for what the worker makes, puts it into its places, and hands the found MFU to the page. boot.js loads it
// when everything else stands; the build puts the worker's name here. Nothing is asked for before it is wanted: when its place comes near, when
// it is unfolded, or when the estimate waits for the MFU.
const WORKER = "{{worker}}";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
/** What is kept up to date, once it was wanted: places, and for explanations the figure behind a space. */
const kept = new Set();
/** One thing is asked at a time, and of what waits each kind once. */
const waiting = new Set();
let worker;
let busy = false;
let explanations = 0;

function take({ data }) {
  const [place, found] = data.split("\n", 2);
  const element = document.getElementById(place);
  if (element) element.innerHTML = data.slice(place.length + found.length + 2);
  if (place === "plan" && root.dataset.found !== found) {
    root.dataset.found = found;
    dispatchEvent(new Event("traincost:found"));
  }
  busy = false;
  send();
}

function send() {
  const [subject] = waiting;
  if (busy || !subject) return;
  waiting.delete(subject);
  const element = document.getElementById(subject.split(" ")[0]);
  // An explanation may have gone with the figure that it stood under.
  if (!element) {
    kept.delete(subject);
    return send();
  }
  if (!worker) {
    worker = new Worker(WORKER);
    worker.onmessage = take;
    // The page does without: what is asked next starts another.
    worker.onerror = (event) => {
      event.preventDefault();
      worker = undefined;
      busy = false;
    };
  }
  busy = true;
  const { theme, query, found = "" } = root.dataset;
  const shade = theme ?? (dark.matches ? "dark" : "light");
  const today = new Date().toISOString().slice(0, 10);
  worker.postMessage([subject, element.clientWidth, shade, found, today, query].join("\n"));
}

function ask(places) {
  for (const place of places) waiting.add(place);
  send();
}

function want(place) {
  if (kept.has(place)) return;
  kept.add(place);
  ask([place]);
}

/** The nearest place that explains a figure, for the same figure may stand in several. */
function placeOf(button) {
  const wanted = `[data-explains="${button.dataset.explain}"]`;
  for (let scope = button.parentElement; scope; scope = scope.parentElement) {
    const place = scope.querySelector(wanted);
    if (place) return place;
  }
  return null;
}

/** A figure is a button: it opens its explanation in place, and closes it again. */
function clicked({ target }) {
  const button = target.closest?.("button[data-explain]");
  const place = button && placeOf(button);
  if (!place) return;
  place.id ||= `explains-${(explanations += 1)}`;
  const opened = button.getAttribute("aria-expanded") !== "true";
  const subject = `${place.id} ${button.dataset.explain}`;
  button.setAttribute("aria-expanded", String(opened));
  button.setAttribute("aria-controls", place.id);
  (place.closest("tr.explains") ?? place).hidden = !opened;
  place.hidden = false;
  if (opened) return want(subject);
  kept.delete(subject);
  place.textContent = "";
  if (place.tagName !== "TD") place.hidden = true;
}

function unfolded({ target }) {
  if (target.open && target.dataset?.ask) want(target.dataset.ask);
}

function changed() {
  if (/(^|&)mf=computed/.test(root.dataset.query)) kept.add("plan");
  ask(kept);
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
document.addEventListener("dragover", dropped);
document.addEventListener("drop", dropped);
// Folds do not tell their parents: they are heard on the way down.
document.addEventListener("toggle", unfolded, true);
for (const target of document.querySelectorAll("details[data-ask]")) unfolded({ target });
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want("plan"), { rootMargin: "800px" });
near.observe(document.getElementById("plan"));
// Who stays will come to it.
setTimeout(() => want("plan"), 8000);
changed();

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
openFragment();
