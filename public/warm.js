// A worker that asks for a number format and ends. The first one of a process makes the browser load the languages of the world, which takes
// a tenth of a second and more on a phone; here that happens beside the page, while it waits for the wasm.
new Intl.NumberFormat("en");
close();
