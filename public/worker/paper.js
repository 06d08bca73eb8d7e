// The script of the methodology and the claims, which are pages of their own.
import { startWorker, write } from "./protocol.js";

// The theme that the reader chose in the calculator, before the first paint. The browser may refuse access to storage.
try {
  const theme = localStorage.getItem("traincost.theme");
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
// The worker writes the methodology's formulas; without it, the sentence in their place stays.
addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("formulas");
  if (!place) return;
  let worker;
  const end = () => {
    place.removeAttribute("aria-busy");
    worker?.terminate();
  };
  const receive = ({ receipt, html }) => {
    if (receipt) return;
    place.innerHTML = html;
    end();
    // The address may name a formula that was not there yet.
    const { hash } = location;
    if (hash) location.replace(hash);
  };
  try {
    worker = startWorker(receive, end);
  } catch {
    // The browser, or a sandbox, allows no workers.
    return end();
  }
  worker.postMessage(write({ number: 1, section: place.id, width: place.clientWidth, theme: "light", query: place.dataset.query }));
});
