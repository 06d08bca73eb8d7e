// Explanations of figures. A figure is a button with `data-explain`, and the place of its explanation has `data-explains`. Explanations hold
// further figures; they stay open when the page rewrites what holds them.

/** The section of the reports that explain figures. */
export const SECTION = "explanation";
let count = 0;
/** The element with the focus. The browser fires no event when a focused element is removed. */
let focused;

/** Starts to open and close explanations: `want` and `drop` are called with a place's id. */
export function start(want, drop) {
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-explain]");
    if (button) toggle(button, want, drop);
  });
  for (const event of ["focusin", "click"]) document.addEventListener(event, () => (focused = document.activeElement));
  // Lines of a table come and go, and the page then rewrites the table.
  const rewritten = new MutationObserver((records) => {
    for (const table of new Set(records.map(({ target }) => target))) {
      const before = document.createElement("div");
      for (const { target, removedNodes } of records) if (target === table) before.append(...removedNodes);
      reopen(before, table);
    }
  });
  for (const table of document.querySelectorAll("#figures, #bill-table")) rewritten.observe(table, { childList: true });
}

function toggle(button, want, drop) {
  const place = placeOf(button);
  if (!place) return;
  place.id ||= `explains-${(count += 1)}`;
  const open = !isOpen(button);
  show(button, place, open);
  place.textContent = open ? "…" : "";
  if (open) {
    place.setAttribute("aria-busy", "true");
    want(place.id);
  } else {
    place.removeAttribute("aria-busy");
    drop(place.id);
  }
}

const isOpen = (button) => button.getAttribute("aria-expanded") === "true";

/** The place of a button's explanation: beside the button, or in the next row. Places further down belong to other buttons. */
function placeOf(button) {
  const selector = `:scope > [data-explains="${button.dataset.explain}"]`;
  const row = button.closest("tr")?.nextElementSibling;
  return row?.querySelector(selector) ?? button.closest(".pair, .verdict > div")?.querySelector(selector);
}

function show(button, place, open) {
  button.setAttribute("aria-expanded", String(open));
  button.setAttribute("aria-controls", place.id);
  (place.closest("tr.explains") ?? place).hidden = !open;
}

/** Opens in `after` the explanations that are open in `before`, which it replaces; moves their content, and the focus. */
export function reopen(before, after) {
  const fold = ":scope > .explanation > details.nothing";
  if (before.querySelector(fold)?.open) after.querySelector(fold)?.setAttribute("open", "");
  const fresh = [...after.querySelectorAll("button[data-explain]")];
  let heir = focused;
  for (const button of before.querySelectorAll("button[data-explain]")) {
    const index = fresh.findIndex((one) => one.dataset.explain === button.dataset.explain);
    // A button inside an explanation has moved with it.
    if (index < 0 || !before.contains(button)) continue;
    const [twin] = fresh.splice(index, 1);
    if (button === focused) heir = twin;
    if (!isOpen(button)) continue;
    const old = before.querySelector(`#${button.getAttribute("aria-controls")}`);
    const place = placeOf(twin);
    place.id = old.id;
    if (old.hasAttribute("aria-busy")) place.setAttribute("aria-busy", "true");
    place.append(...old.childNodes);
    show(twin, place, true);
  }
  if (document.activeElement !== document.body) return;
  if (after.contains(heir)) heir.focus({ preventScroll: true });
  // Other elements keep the focus by their id.
  else if (focused?.id) document.getElementById(focused.id)?.focus({ preventScroll: true });
}

/** Closes the explanations of figures that the page no longer shows: they have no button to close them. */
export function closeOrphans() {
  for (const button of document.querySelectorAll('button[data-explain][aria-expanded="true"]')) {
    if (getComputedStyle(button).display === "none") button.click();
  }
}

/** Opens the explanation that the address names, now and whenever that changes; then the last one that was clicked before this script came. */
export function openFirst() {
  // The click on a named figure is no reader's.
  const { clicked } = document.documentElement;
  openNamed();
  addEventListener("hashchange", openNamed);
  if (clicked?.isConnected && !isOpen(clicked)) clicked.click();
}

/** Opens the explanation of the figure that the address names, or that of the total where the page does not show the figure. */
function openNamed() {
  const [, figure] = /^#figure-([\w-]+)$/.exec(location.hash) ?? [];
  const shown = (id) => [...document.querySelectorAll(`button[data-explain="${id}"]`)].find((button) => button.getClientRects().length);
  const named = figure && (shown(figure) ?? shown("total"));
  if (!named) return;
  if (!isOpen(named)) named.click();
  named.scrollIntoView({ block: "center" });
}
