// Where the app under test comes from: the relay if it is built, else a plain file server, which is
// enough while developing.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.json': 'application/json',
};

export function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocket().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

async function startRelay(program, dist, { port = 0, store = '' } = {}) {
  if (!port) port = await freePort();
  const more = store ? ['--store', `sqlite:${store}`] : [];
  const relay = spawn(program, ['--listen', `127.0.0.1:${port}`, '--web', dist, ...more], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => { relay.once('exit', resolve); });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; ++attempt) {
    if (relay.exitCode !== null) throw new Error(`the relay ended with status ${relay.exitCode}`);
    try { if ((await fetch(origin)).ok) return { origin, port, stop: () => { relay.kill('SIGTERM'); return ended; } }; } catch { /* not yet */ }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  relay.kill('SIGKILL');
  throw new Error('the relay did not answer within five seconds');
}

function startFiles(dist) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(dist, path === '/' ? 'index.html' : path);
    if (!file.startsWith(dist) || !existsSync(file)) { response.writeHead(404).end(); return; }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] || 'application/octet-stream' }).end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ origin: `http://127.0.0.1:${server.address().port}`, stop: () => { server.closeAllConnections(); server.close(); } }));
  });
}

// `store`: the file in which the relay keeps entries; `port`: one that it had before.
export function serve(dist, program, more) {
  if (program && existsSync(program)) return startRelay(program, dist, more);
  return startFiles(dist);
}
