// Draws the pictures of the demo shop. `node draw.mjs` draws what is missing, `node draw.mjs --all` everything,
// `--part=0/2` and `--part=1/2` share the work between two processes.
// `node draw.mjs halcyon keyboard` what has one of these words in its name (`=categories/audio` is an exact name).
// Needs a Chromium (CHROMIUM names another).
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const media = process.env.MEDIA ?? join(here, '..', 'media');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const all = process.argv.includes('--all');
const draft = process.argv.includes('--draft');
const [part, parts] = (process.argv.find((word) => word.startsWith('--part=')) ?? '--part=0/1').slice(7).split('/').map(Number);
const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json', '.woff2': 'font/woff2' };

const server = createServer((request, response) => {
  const path = join(here, '..', decodeURIComponent(new URL(request.url, 'http://stage').pathname));
  if (!existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(response);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`http://127.0.0.1:${server.address().port}/tools/stage/index.html`, { waitUntil: 'commit', timeout: 180000 });
  await page.waitForFunction('window.pictures', null, { timeout: 180000 });
  const names = await page.evaluate('window.pictures()');
  for (const { name, widths } of names.filter(wanted).filter((_, index) => index % parts === part)) await draw(page, name, widths);
} finally {
  await browser.close();
  server.close();
}

function wanted({ name, widths }) {
  if (words.length) return words.some((word) => (word.startsWith('=') ? name === word.slice(1) : name.includes(word)));
  return all || widths.some((_, index) => !existsSync(fileFor(name, widths, index)));
}

function fileFor(name, widths, index) {
  return join(media, `${name}${index ? `-${widths[index]}` : ''}.webp`);
}

async function draw(page, name, widths) {
  const started = Date.now();
  const address = await page
    .evaluate(([wantedName, quick]) => window.draw(wantedName, quick), [name, draft])
    .catch((error) => console.error(name, error.message));
  if (!address) return (process.exitCode = 1);
  const picture = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
  mkdirSync(dirname(join(media, name)), { recursive: true });
  for (const [index, width] of widths.entries()) {
    await sharp(picture)
      .resize(width)
      .webp({ quality: 80, effort: 5, smartSubsample: true })
      .toFile(fileFor(name, widths, index));
  }
  console.log(`${name} ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
