// The theme that the reader chose in the calculator, before the first paint. Storage may refuse.
try {
  const theme = localStorage.getItem("traincost.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
// The methodology's formulas are written by the calculator's worker; without it, the sentence in their place stays.
addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("formulas");
  if (!place) return;
  const worker = new Worker("{{worker}}", { type: "module" });
  const done = () => {
    place.removeAttribute("aria-busy");
    worker.terminate();
  };
  worker.onerror = done;
  worker.onmessage = ({ data }) => {
    place.innerHTML = data.split("\n").slice(2).join("\n");
    done();
    // The address may name a formula that was not there yet.
    const { hash } = location;
    if (hash) location.replace(hash);
  };
  worker.postMessage([place.id, place.clientWidth, "light", "", "", place.dataset.query].join("\n"));
});
