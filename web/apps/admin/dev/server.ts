// Serves the built admin and fixture answers, to look at pages without a shop: node --experimental-strip-types dev/server.ts
// ?state=empty|error|slow on any page puts every list into that state, through the cookie it sets.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answer } from './routes.ts';

const dist = join(import.meta.dirname, '..', 'dist');
const port = Number(process.env.PORT ?? 5190);
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

function picture(seed: number): string {
  const hue = (seed * 47) % 360;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80"><rect width="80" height="80" fill="hsl(${hue} 30% 90%)"/><rect x="24" y="18" width="32" height="44" rx="6" fill="hsl(${hue} 30% 45%)"/></svg>`;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

async function api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const state = /state=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  const path = url.pathname.replace('/api/v1', '');
  const list = request.method === 'GET' && path.startsWith('/admin/');
  if (state === 'slow' && list) await sleep(60_000);
  let given = answer(request.method ?? 'GET', path, url.searchParams, await readBody(request));
  if (state === 'error' && list)
    given = { status: 500, body: { status: 500, code: 'server.error', traceId: '4bf92f3577b34da6a3ce929d0e0e4736' } };
  if (state === 'empty' && list && given.body && !path.endsWith('summary'))
    given = { body: Array.isArray(given.body) ? [] : { items: [], page: 1, pageSize: 25, total: 0 } };
  const status = given.status ?? 200;
  response.writeHead(status, { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...given.headers });
  response.end(status === 204 ? undefined : JSON.stringify(given.body));
}

function page(response: ServerResponse, url: URL): void {
  const file = join(dist, url.pathname.replace(/^\/admin/, ''));
  const known = existsSync(file) && statSync(file).isFile() ? file : join(dist, 'index.html');
  const state = url.searchParams.get('state');
  response.writeHead(200, {
    'Content-Type': types[extname(known)] ?? 'application/octet-stream',
    'Content-Security-Policy': policy,
    ...(known.endsWith('index.html') && { 'Set-Cookie': `state=${state ?? ''}; Path=/` }),
  });
  createReadStream(known).pipe(response);
}

createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/api/')) void api(request, response, url);
  else if (url.pathname.startsWith('/media/'))
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end(picture(Number(/\d+/.exec(url.pathname)?.[0] ?? 0)));
  else page(response, url);
}).listen(port, '127.0.0.1', () => console.log(`Fixtures on http://127.0.0.1:${port}/admin/`));
