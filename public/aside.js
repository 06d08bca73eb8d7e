// The page's side of the worker: asks for what the worker makes, puts it into its places, and hands the found MFU to the page. boot.js loads it
// when everything else stands; the build puts the worker's name here.
const WORKER = "{{worker}}";
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
/** What is kept up to date: the plan, and what has been unfolded. */
const kept = new Set(["plan"]);
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
  const shade = (theme ?? (dark.matches ? "dark" : "light"));
  worker.postMessage([place, element.clientWidth, shade, query].join("\n"));
}

function ask(places) {
  for (const place of places) waiting.add(place);
  send();
}

function unfolded({ target }) {
  const place = target.open && target.dataset?.ask;
  if (!place) return;
  kept.add(place);
  ask([place]);
}

new MutationObserver(() => ask(kept)).observe(root, { attributes: true, attributeFilter: ["data-query", "data-theme"] });
dark.addEventListener("change", () => ask(kept));
// Folds do not tell their parents: they are heard on the way down.
document.addEventListener("toggle", unfolded, true);
for (const target of document.querySelectorAll("details[data-ask]")) unfolded({ target });
ask(kept);
