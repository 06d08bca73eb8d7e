// The scripts' side of the exchange with the page. src/bridge.rs is the page's side and lists the attributes and events.
export const { dataset } = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

export const theme = () => dataset.theme ?? (dark.matches ? "dark" : "light");

/** Whether the estimate takes its MFU from the plan found for it. */
export const isComputed = () => "computed" in dataset;

/** The inputs of reports, by the words of `data-reads`. An MFU that the estimate does not take counts for no report. */
export const inputs = () => ({
  view: `${dataset.view} ${theme()}`,
  scenario: dataset.scenario,
  mfu: isComputed() ? dataset.mfu : undefined,
  levers: dataset.levers,
});

/** Gives the page a result: `mfu` or `sampled`. */
export function give(name, text) {
  dataset[name] = text;
  dispatchEvent(new Event(`traincost:${name}`));
}

/** Calls `react` whenever the page publishes its state, or the theme changes. */
export function onChange(react) {
  new MutationObserver(react).observe(document.documentElement, { attributes: true, attributeFilter: ["data-query", "data-theme"] });
  dark.addEventListener("change", react);
}
