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
    const [, ...answer] = data.split("\n");
    // That it is heard says nothing yet.
    if (!answer.length) return;
    place.innerHTML = answer.slice(3).join("\n");
    done();
    // The address may name a formula that was not there yet.
    const { hash } = location;
    if (hash) location.replace(hash);
  };
  worker.postMessage([1, place.id, place.clientWidth, "light", "", "", place.dataset.query].join("\n"));
});
