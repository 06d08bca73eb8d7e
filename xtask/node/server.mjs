// A static host like any other, for `cargo xtask serve` and for the browser tests: the files below one folder, a file's brotli twin where the
// browser accepts it, no rewriting. Optionally below a sub-path.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};
const HEADERS = { 'cache-control': 'no-cache', vary: 'accept-encoding', 'x-content-type-options': 'nosniff' };

/** When a file was last written, or undefined where there is no such file. */
async function written(path) {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.mtimeMs : undefined;
}

/**
 * Serves `folder` on 127.0.0.1, on `port` or any free one. `pages` are extra documents by path (a host page for embeds). `change` may return
 * another answer than [status, headers, body] to a request for a path below `base`, or none for long: faults that Playwright's routes cannot give a
 * service worker.
 * Returns { url, origin, log, stop }: `url` ends in "/", `log` has one { method, path, status } per request.
 */
export async function serve(folder, { base = '/', pages = {}, port = 0, change } = {}) {
  const log = [];

  /** The answer to a path without its query: [status, headers, body]. */
  async function answer(pathname, acceptsBrotli) {
    if (pages[pathname]) return [200, { 'content-type': TYPES['.html'] }, pages[pathname]];
    if (base !== '/' && `${pathname}/` === base) return [301, { location: base }, ''];
    if (!folder || !pathname.startsWith(base)) return [404, {}, 'not here'];
    let path = join(folder, normalize(`/${pathname.slice(base.length)}`));
    if (path.endsWith(sep)) path = join(path, 'index.html');
    const changed = await written(path);
    if (changed === undefined) return [404, {}, 'not here'];
    const headers = { ...HEADERS, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' };
    const twin = `${path}.br`;
    // A twin older than its file belongs to another build.
    if (acceptsBrotli && (await written(twin)) >= changed) return [200, { ...headers, 'content-encoding': 'br' }, await readFile(twin)];
    return [200, headers, await readFile(path)];
  }

  const server = createServer(async (request, response) => {
    let [status, headers, body] = [400, {}, 'bad request'];
    try {
      // Only the path is decoded: a query may hold whatever a hostile link holds.
      const pathname = decodeURIComponent(request.url.split('?')[0]);
      const acceptsBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
      if (['GET', 'HEAD'].includes(request.method)) [status, headers, body] = await answer(pathname, acceptsBrotli);
      else [status, body] = [405, 'method not allowed'];
      if (change) [status, headers, body] = await change(pathname.slice(base.length), [status, headers, body], request);
    } catch (error) {
      if (!(error instanceof URIError)) [status, body] = [500, String(error)];
    }
    log.push({ method: request.method, path: request.url, status });
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: origin + base,
    origin,
    log,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
