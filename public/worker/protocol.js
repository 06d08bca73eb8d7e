// The messages between the worker and whoever asks it: texts of lines. src/report/worker.rs names the same fields in the same order.

/** The worker's script; the build fills in its name. */
const SCRIPT = "{{worker}}";

/** A worker that answers requests: with `report` for each message that `read` understands, and with `fail` when it stops. */
export function startWorker(report, fail) {
  const worker = new Worker(SCRIPT, { type: "module" });
  worker.onmessage = ({ data }) => report(read(data));
  worker.onerror = fail;
  return worker;
}

/**
 * A request: the section whose report is wanted, the figure to explain or the fault of a file, the place's width in CSS px, the theme, the MFU found
 * before, the date, the link, and the text to read.
 */
export function write({ number, section, subject = "", width, theme, mfu = "", query, text = "" }) {
  const today = new Date().toISOString().slice(0, 10);
  return [number, section, subject, width, theme, mfu, today, query, text].join("\n");
}

/** The receipt of a request, which the worker sends before it begins. */
export const receiptOf = (request) => request.split("\n", 1)[0];

/** Whether an answer is complete: an empty one, for a draft that is not ready, is not. */
export const isComplete = (answer) => answer !== "" && read(answer).complete;

/** A receipt, which has a number alone; or an answer. */
function read(text) {
  const lines = text.split("\n", 4);
  const [number, section, mfu, more] = lines;
  if (section === undefined) return { number: Number(number), receipt: true };
  return { number: Number(number), section, mfu, complete: more === "", html: text.slice(lines.join("\n").length + 1) };
}
