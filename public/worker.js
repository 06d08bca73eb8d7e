// The worker: loads the page's module and its own (docs/decisions/008), and answers what aside.js asks. The build fills in the names.
import page, { answer } from "./{{glue}}";

let asked = "";
let working = false;
// A message to itself comes behind those that wait: between the parts of an answer it hears whoever asks for something else.
const { port1: turn, port2: bell } = new MessageChannel();
turn.onmessage = () => {
  const request = asked;
  asked = "";
  // Whoever asked learns that it is heard, before it may take long.
  if (request) postMessage(request.split("\n", 1)[0]);
  const part = answer(request);
  if (part) postMessage(part);
  working = !part || part.split("\n", 4)[3] === "more";
  if (working) bell.postMessage(0);
};
const hear = ({ data }) => {
  asked = data;
  if (!working) bell.postMessage(0);
  working = true;
};
/** Messages that come while the wasm is on its way wait for it; whoever asked hears of a wasm that does not come only as an error thrown. */
const early = [];
onmessage = (event) => early.push(event);
const load = async () => {
  const response = await fetch("worker-{{build}}.wasm");
  if (!response.ok) throw new Error(response.status + " for " + response.url);
  return response.arrayBuffer();
};
Promise.all([load(), page({ module_or_path: new URL("{{wasm}}", location) })])
  .then(([bytes, __wasm_split]) => WebAssembly.instantiate(bytes, { __wasm_split }))
  .then(
    () => {
      onmessage = hear;
      early.forEach(hear);
    },
    (error) => setTimeout(() => { throw error; }),
  );
