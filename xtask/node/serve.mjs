// Called by `cargo xtask serve`: serve.mjs FOLDER PORT
import { serve } from './server.mjs';

const [folder, port] = process.argv.slice(2);
const { url } = await serve(folder, { port: Number(port) });
console.log(`TrainCost is at ${url} (Ctrl-C stops it)`);
