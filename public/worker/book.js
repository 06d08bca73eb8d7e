// The price book: a worker of its own reads the text, so that no text is so long that it holds up the page, and shows how it reads it.
import { dataset, onChange, theme } from "./page.js";
import { startWorker, write } from "./protocol.js";

let worker;
/** The book whose reading is shown, and the language and currency that it is in. */
let shown;

const partsOf = (book) => [book.querySelector("textarea"), book.querySelector("[data-report]")];

/** Ends the worker: what it has already sent counts no more. */
function end() {
  worker?.terminate();
  worker = undefined;
}

/** Removes the reading of a text that has changed, or that was applied. */
function forget(book) {
  end();
  shown = undefined;
  const [, place] = partsOf(book);
  place.replaceChildren();
  place.removeAttribute("aria-busy");
}

/** Shows how the text of a book is read, or why a file cannot be: `fault`. A worker that fails is replaced once, by one that is the `last`. */
function preview(book, fault, last = false) {
  const [area, place] = partsOf(book);
  end();
  shown = { book, fault, view: dataset.view };
  place.setAttribute("aria-busy", "true");
  const own = startWorker(
    ({ receipt, html }) => {
      if (worker !== own || receipt) return;
      end();
      place.innerHTML = html;
      place.removeAttribute("aria-busy");
    },
    (event) => {
      event.preventDefault();
      if (worker !== own) return;
      end();
      if (!last) return preview(book, fault, true);
      place.textContent = dataset.lost;
      place.removeAttribute("aria-busy");
    },
  );
  worker = own;
  // One character more than a book may have is enough to refuse it.
  const text = area.value.slice(0, Number(area.dataset.limit) + 1);
  own.postMessage(write({ number: 1, section: place.dataset.report, subject: fault, theme: theme(), query: dataset.query, text }));
}

/** The text of a file: UTF-16 with its byte order mark, or UTF-8. */
async function textOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mark = bytes[0] * 256 + bytes[1];
  return new TextDecoder(mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8").decode(bytes);
}

/** Reads a file that is dropped on a book into it. */
async function drop(event) {
  // Texts are dragged as well, and the browser knows what to do with them.
  if (!event.dataTransfer?.types.includes("Files")) return;
  // A file beside the book is not opened in place of the page.
  event.preventDefault();
  const book = event.target.closest?.(".book");
  if (!book) event.dataTransfer.dropEffect = "none";
  if (!book || event.type !== "drop") return;
  const [file, ...others] = event.dataTransfer.files;
  const [area] = partsOf(book);
  if (others.length) return preview(book, "several");
  try {
    // In UTF-16 a character has two bytes.
    if (file.size > 2 * area.dataset.limit) return preview(book, "size");
    area.value = await textOf(file);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    preview(book);
  } catch {
    preview(book, "unreadable");
  }
}

for (const event of ["dragover", "drop"]) document.addEventListener(event, drop);
document.addEventListener("click", ({ target }) => target.matches?.(".book .preview") && preview(target.closest(".book")));
document.addEventListener("input", ({ target }) => target.matches?.(".book textarea") && forget(target.closest(".book")));
// In another language it has other words, and in another currency a price without a sign another meaning.
onChange(() => {
  const isThere = shown && partsOf(shown.book)[1].hasChildNodes();
  if (isThere && shown.view !== dataset.view) preview(shown.book, shown.fault);
});
