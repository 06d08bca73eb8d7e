// The static host itself, without a browser.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { serve } from '../../xtask/node/server.mjs';

const folder = await mkdtemp(join(tmpdir(), 'traincost-server-'));
const site = join(folder, 'site');
await mkdir(site);
const write = (name, text) => writeFile(join(site, name), text);
await write('index.html', '<p>plain</p>');
await write('index.html.br', 'squeezed');
await write('a b.js', 'script');
await write('a_bg.wasm', 'wasm');
await write('LICENSE', 'text');
await write('style.css', 'new');
await write('style.css.br', 'old');
await utimes(join(site, 'style.css.br'), 0, 0);
await writeFile(join(folder, 'secret'), 'secret');
const host = await serve(site);
after(async () => {
  await host.stop();
  await rm(folder, { recursive: true });
});

/** The whole response to a raw request: fetch normalises paths before it sends them. */
const exchange = (request) =>
  new Promise((resolve, reject) => {
    const socket = connect(new URL(host.origin).port, '127.0.0.1', () => socket.write(`${request}\r\nHost: here\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (data) => (text += data)).on('end', () => resolve(text)).on('error', reject);
  });

test('server: files are typed, revalidated, and compressed where the browser accepts it', async () => {
  const plain = await exchange('GET /?t=15T HTTP/1.1');
  assert.match(plain, /^HTTP\/1.1 200 OK\r\n/);
  assert.match(plain, /content-type: text\/html; charset=utf-8\r\n/i);
  assert.match(plain, /cache-control: no-cache\r\n/i);
  assert.match(plain, /content-length: 12\r\n/i);
  assert.ok(plain.endsWith('<p>plain</p>'));
  const squeezed = await exchange('HEAD / HTTP/1.1\r\nAccept-Encoding: gzip, br;q=1');
  assert.match(squeezed, /content-encoding: br\r\n/i);
  assert.ok(!squeezed.includes('squeezed'), 'HEAD has no body');
  assert.ok((await exchange('GET / HTTP/1.1\r\nAccept-Encoding: gzip, brotli')).endsWith('<p>plain</p>'));
  assert.ok((await exchange('GET /style.css HTTP/1.1\r\nAccept-Encoding: br')).endsWith('new'), 'a twin of another build is not served');
  assert.ok((await exchange('GET /a%20b.js HTTP/1.1')).endsWith('script'));
  assert.match(await exchange('GET /a_bg.wasm HTTP/1.1'), /content-type: application\/wasm\r\n/i);
  assert.match(await exchange('GET /LICENSE HTTP/1.1'), /content-type: application\/octet-stream\r\n/i);
});

test('server: a path never leaves the folder', async () => {
  for (const path of ['/../secret', '/a/../../secret', '/%2e%2e/secret', '//etc/passwd', '/%2Fetc/passwd', '/..%2fsecret', '/%00', '/a\\b', '/none.js']) {
    assert.match(await exchange(`GET ${path} HTTP/1.1`), /^HTTP\/1.1 404/, path);
  }
});

test('server: what is no request for a file is refused', async () => {
  assert.match(await exchange('POST / HTTP/1.1'), /^HTTP\/1.1 405/);
  assert.match(await exchange('GET /%zz HTTP/1.1'), /^HTTP\/1.1 400/);
  assert.match(await exchange('nonsense'), /^HTTP\/1.1 400/);
});
