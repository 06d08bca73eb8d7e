// The page's side of the worker: asks for what the worker makes, puts it into its places, and hands the found MFU to the page. boot.js loads it
// when everything else stands; the build puts the worker's name here. Nothing is asked for before it is wanted: when its place comes near, when
// it is unfolded, or when the estimate waits for the MFU.
const WORKER = "{{worker}}";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
/** What is kept up to date, once it was wanted. */
const kept = new Set();
/** One thing is asked at a time, and of what waits each kind once. */
const waiting = new Set();
let worker;
let busy = false;

function take({ data }) {
  const [place, found] = data.split("\n", 2);
  document.getElementById(place).innerHTML = data.slice(place.length + found.length + 2);
  if (place === "plan" && root.dataset.found !== found) {
    root.dataset.found = found;
    dispatchEvent(new Event("traincost:found"));
  }
  busy = false;
  send();
}

function send() {
  const [place] = waiting;
  const element = place && document.getElementById(place);
  if (busy || !element) return;
  waiting.delete(place);
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
  const { theme, query } = root.dataset;
  const shade = theme ?? (dark.matches ? "dark" : "light");
  worker.postMessage([place, element.clientWidth, shade, query].join("\n"));
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

function unfolded({ target }) {
  if (target.open && target.dataset?.ask) want(target.dataset.ask);
}

function changed() {
  if (/(^|&)mf=computed/.test(root.dataset.query)) kept.add("plan");
  ask(kept);
}

new MutationObserver(changed).observe(root, { attributes: true, attributeFilter: ["data-query", "data-theme"] });
dark.addEventListener("change", changed);
// Folds do not tell their parents: they are heard on the way down.
document.addEventListener("toggle", unfolded, true);
for (const target of document.querySelectorAll("details[data-ask]")) unfolded({ target });
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && want("plan"), { rootMargin: "800px" });
near.observe(document.getElementById("plan"));
// Who stays will come to it.
setTimeout(() => want("plan"), 8000);
changed();
