// Servers that are not ours for tests of notices: mail over STARTTLS with a password, a push service that decrypts what it is sent, and
// Twilio's Messages resource. What they were given is asked for over HTTP. One line of JSON tells where they listen.
//   node judge.mjs <folder with good.key, good.crt, other.key, other.crt>
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { SMTPServer } = require('smtp-server');
const ece = require('http_ece');
const twilio = require('twilio');

const folder = process.argv[2];
const mails = [];
const tries = new Map();
const pushes = [];
const texts = [];
const browsers = new Map();

function tried(address) {
  tries.set(address, (tries.get(address) ?? 0) + 1);
  return tries.get(address);
}

function refusal(code, words) {
  return Object.assign(new Error(words), { responseCode: code });
}

function mailServer(name, options) {
  const server = new SMTPServer({
    name: 'judge.example',
    logger: false,
    onAuth: (auth, session, done) =>
      auth.username === 'shop' && auth.password === 'pass word' && session.secure
        ? done(null, { user: auth.username })
        : done(refusal(535, 'wrong')),
    onRcptTo: (address, session, done) => {
      const to = address.address;
      const count = tried(to);
      if (to.startsWith('later') && count === 1) return done(refusal(451, 'try later'));
      if (to.startsWith('never')) return done(refusal(550, 'no such user'));
      done();
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0].address;
      if (to.startsWith('cut') && tries.get(to) === 1) {
        for (const connection of server.connections) connection._socket.destroy();
        return;
      }
      const parts = [];
      stream.on('data', (part) => parts.push(part));
      stream.on('end', () => {
        mails.push({ server: name, to, secure: session.secure, user: session.user ?? null, raw: Buffer.concat(parts).toString('utf8') });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server.server.address().port)));
}

const file = (name) => fs.readFileSync(path.join(folder, name));

// A browser: a pair of keys and a secret, known to this push service.
function newBrowser(origin) {
  const id = crypto.randomUUID();
  const pair = crypto.createECDH('prime256v1');
  pair.generateKeys();
  const secret = crypto.randomBytes(16);
  browsers.set(id, { pair, secret });
  return { endpoint: `${origin}/push/${id}`, keys: { p256dh: pair.getPublicKey('base64url'), auth: secret.toString('base64url') } };
}

function signedBy(header) {
  const [, token, key] = /^vapid t=([^,]+), k=(.+)$/.exec(header) ?? [];
  if (!token) return null;
  const [head, claims, signature] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url'),
  };
  const right = crypto.verify(
    'sha256', Buffer.from(`${head}.${claims}`),
    { key: crypto.createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
  return right ? { key, ...JSON.parse(Buffer.from(claims, 'base64url')) } : null;
}

function takePush(id, request, body) {
  const browser = browsers.get(id);
  if (!browser || browser.gone) return [browser ? 410 : 404, {}];
  if (browser.busy) {
    browser.busy = false;
    return [503, {}];
  }
  const text = ece.decrypt(body, { version: 'aes128gcm', privateKey: browser.pair, authSecret: browser.secret.toString('base64url') });
  pushes.push({ id, text: JSON.parse(text), signed: signedBy(request.headers.authorization ?? ''), ttl: request.headers.ttl });
  return [201, {}];
}

function takeText(account, request, body) {
  const form = Object.fromEntries(new URLSearchParams(body.toString()));
  const allowed = request.headers.authorization === `Basic ${Buffer.from(`${account}:judge-token`).toString('base64')}`;
  if (!allowed) return [401, { code: 20003, message: 'Authenticate' }];
  if (form.To.endsWith('0000')) return [400, { code: 21211, message: 'Invalid number' }];
  const sid = 'SM' + crypto.randomBytes(16).toString('hex');
  texts.push({ sid, ...form });
  return [201, { sid, status: 'queued' }];
}

function answer(request, body, origin) {
  const url = new URL(request.url, origin);
  const [, kind, id] = url.pathname.split('/');
  if (url.pathname === '/mails') return [200, mails];
  if (url.pathname === '/pushes') return [200, pushes];
  if (url.pathname === '/texts') return [200, texts];
  if (url.pathname === '/new-browser') return [200, newBrowser(origin)];
  if (kind === 'end-browser') return [200, { gone: (browsers.get(id).gone = true) }];
  if (kind === 'busy-browser') return [200, { busy: (browsers.get(id).busy = true) }];
  if (url.pathname === '/sign') {
    const { address, fields } = JSON.parse(body);
    return [200, { signature: twilio.getExpectedTwilioSignature('judge-token', address, fields) }];
  }
  if (kind === 'push') return takePush(id, request, body);
  const account = /^\/2010-04-01\/Accounts\/([^/]+)\/Messages\.json$/.exec(url.pathname);
  return account ? takeText(account[1], request, body) : [404, {}];
}

const web = http.createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const [status, said] = answer(request, Buffer.concat(parts), `http://127.0.0.1:${web.address().port}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
});

const secured = (name) => ({ key: file(`${name}.key`), cert: file(`${name}.crt`), authMethods: ['PLAIN', 'LOGIN'] });
const ports = {
  good: await mailServer('good', secured('good')),
  other: await mailServer('other', secured('other')),
  plain: await mailServer('plain', { hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true, authOptional: true }),
};
await new Promise((ready) => web.listen(0, '127.0.0.1', ready));
console.log(JSON.stringify({ ...ports, web: web.address().port }));
process.stdin.on('end', () => process.exit(0)).resume();
