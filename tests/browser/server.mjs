// A static host like any other: files under one folder, brotli, no rewriting. Optionally below a sub-path.
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES = {
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
const COMPRESSED = new Set(['.html', '.css', '.js', '.mjs', '.json', '.webmanifest', '.wasm', '.svg', '.txt']);
const compress = promisify(brotliCompress);

/**
 * Serves `folder` on 127.0.0.1, any free port. `pages` are extra documents by path (a host page for embeds).
 * Returns { url, origin, log, stop }: `url` ends in "/", `log` is one { method, path, status } a request.
 */
export async function serve(folder, { base = '/', quality = 5, pages = {} } = {}) {
  const cache = new Map();
  const log = [];

  async function load(path, changed) {
    const key = `${path} ${changed}`;
    const cached = cache.get(key);
    if (cached) return cached;
    const file = { type: TYPES[extname(path)] ?? 'application/octet-stream', raw: await readFile(path) };
    if (COMPRESSED.has(extname(path))) {
      file.brotli = await compress(file.raw, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    }
    cache.set(key, file);
    return file;
  }

  /** The answer to a path without its query: [status, headers, body]. */
  async function answer(pathname, acceptsBrotli) {
    if (pages[pathname]) return [200, { 'content-type': TYPES['.html'] }, pages[pathname]];
    if (base !== '/' && `${pathname}/` === base) return [301, { location: base }, ''];
    if (!folder || !pathname.startsWith(base)) return [404, {}, 'not here'];
    let path = join(folder, normalize(`/${pathname.slice(base.length)}`));
    if (path.endsWith(sep)) path = join(path, 'index.html');
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) return [404, {}, 'not here'];
    const file = await load(path, found.mtimeMs);
    const headers = { 'content-type': file.type, 'cache-control': 'no-cache', vary: 'accept-encoding' };
    if (acceptsBrotli && file.brotli) return [200, { ...headers, 'content-encoding': 'br' }, file.brotli];
    return [200, headers, file.raw];
  }

  const server = createServer(async (request, response) => {
    let status = 400;
    let headers = {};
    let body = 'bad request';
    try {
      // Only the path is decoded: a query may hold whatever a hostile link holds.
      const pathname = decodeURIComponent(request.url.split('?')[0]);
      [status, headers, body] = await answer(pathname, /\bbr\b/.test(request.headers['accept-encoding'] ?? ''));
    } catch (error) {
      if (!(error instanceof URIError)) [status, body] = [500, String(error)];
    }
    log.push({ method: request.method, path: request.url, status });
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
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
