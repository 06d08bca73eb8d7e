// Small gestures that need no wasm: a file dropped on the price book, a copy button, a jump to an input.

/** Reads a file that is dropped on the price book into it, and applies it. */
async function drop(event) {
  const book = event.target.closest?.(".book");
  if (!book) return;
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (event.type !== "drop" || !file) return;
  book.querySelector("textarea").value = await file.text();
  book.querySelector(".apply").click();
}

/** Copies the text before a button; selects it where the browser refuses. */
async function copy(button) {
  const source = button.previousElementSibling;
  try {
    await navigator.clipboard.writeText(source.textContent);
    button.textContent = "✓";
  } catch {
    getSelection().selectAllChildren(source);
  }
}

/** Unfolds the group of an input, and focuses the input. */
function jump(field) {
  const input = document.querySelector(`[data-testid="field-${field}"]`);
  if (!input) return;
  for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  input.focus({ preventScroll: true });
  input.scrollIntoView({ block: "center" });
}

document.addEventListener("click", ({ target }) => {
  if (target.matches?.("button.copy")) copy(target);
  const field = target.closest?.("[data-go]")?.dataset.go;
  if (field) jump(field);
});
for (const event of ["dragover", "drop"]) document.addEventListener(event, drop);
