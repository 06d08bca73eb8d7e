// A worker that asks for what the page will ask `Intl` for, and ends. The first time in a process makes the browser load the languages of the
// world, which takes a tenth of a second and more on a phone; here that happens beside the page, while it waits for the wasm.
// boot.js names the worker by the languages of the page.
for (const lang of new Set(name.split(" "))) {
  new Intl.NumberFormat(lang, { notation: "compact", style: "currency", currency: "USD" }).format(1);
  new Intl.DisplayNames(lang, { type: "region" }).of("US");
  new Intl.Collator(lang).compare("a", "b");
}
close();
