// Small gestures that need no wasm: a copy button, a jump to an input.

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
