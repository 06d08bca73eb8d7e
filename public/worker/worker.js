// The worker: loads the page's module and its own (docs/decisions/008), and answers requests. The build fills in the names.
import page, { answer } from "{{glue}}";
import { isComplete, receiptOf } from "./protocol.js";

let request = "";
let working = false;
// Messages to itself queue behind those of the page: between two drafts of a report the worker accepts another request.
const { port1: turn, port2: schedule } = new MessageChannel();
turn.onmessage = () => {
  const current = request;
  request = "";
  // The page restarts a worker that stays silent, and the report may take long.
  if (current) postMessage(receiptOf(current));
  const text = answer(current);
  if (text) postMessage(text);
  working = !isComplete(text);
  if (working) schedule.postMessage(0);
};
const accept = ({ data }) => {
  request = data;
  if (!working) schedule.postMessage(0);
  working = true;
};
/** Requests that come before the wasm does. */
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
      onmessage = accept;
      early.forEach(accept);
    },
    // Thrown outside the promise, the error reaches the page.
    (error) => setTimeout(() => { throw error; }),
  );
