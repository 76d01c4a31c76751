// Two real servers: one publishes, the other subscribes, sees a new version with its difference, installs it, adopts it and
// tells how many centres did. Between them stands a relay that can alter, repeat and cut off what the publisher says.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, launch, noSidewaysScroll, openPage } from '../../web/tests/harness.mjs';

const password = 'password 12345';
const servers = [];
let browser;
let relay;
let altai;
let omsk;
let stranger;

/** A fresh server with the starter library and three accounts. */
async function start() {
  const binary = process.env.RYADOM_BINARY;
  assert.ok(binary, 'RYADOM_BINARY must be set');
  const folder = mkdtempSync(join(tmpdir(), 'ryadom-travel-'));
  for (const role of ['administrator', 'coordinator']) execFileSync(binary, ['--data', folder, 'user', role, '--role', role], { input: `${password}\n` });
  const child = spawn(binary, ['--data', folder, 'serve', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'inherit', 'pipe'] });
  let log = '';
  const port = await new Promise((resolve, reject) => {
    child.on('exit', () => reject(new Error(log)));
    child.stderr.on('data', (piece) => {
      log += piece;
      const line = log.match(/"event":"listening".*?"port":(\d+)/);
      if (line) resolve(Number(line[1]));
    });
  });
  const server = {
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => {
      child.removeAllListeners('exit');
      child.on('exit', resolve);
      child.kill('SIGTERM');
    }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
  servers.push(server);
  return server;
}

async function signedIn(server, login) {
  const answer = await fetch(`${server.url}/api/v1/session`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ login, password }),
  });
  assert.equal(answer.status, 200);
  const cookie = answer.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  return async (method, path, body, tag) => {
    const reply = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: { Cookie: cookie, 'Accept-Language': 'ru', ...(body ? { 'Content-Type': 'application/json' } : {}), ...(tag ? { 'If-Match': tag } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    });
    const text = await reply.text();
    return { status: reply.status, tag: reply.headers.get('etag'), body: text ? JSON.parse(text) : null };
  };
}

/** Hands on to a server; `alter` sees every body that comes back. */
async function startRelay() {
  const state = { target: altai, alter: (body) => body, cut: false, last: '' };
  const server = createServer(async (request, response) => {
    if (state.cut) return request.socket.destroy();
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const { host: _, connection: __, 'if-none-match': ___, ...headers } = request.headers;
    const answer = await fetch(state.target.url + request.url, { method: request.method, headers, body: pieces.length ? Buffer.concat(pieces) : undefined });
    let body = Buffer.from(await answer.arrayBuffer());
    if (request.url === '/feed/v1') {
      state.last = body.toString();
      body = Buffer.from(state.alter(state.last));
    }
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '', 'Content-Length': body.length });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }) };
}

async function openFeed(server, name) {
  const administrator = await signedIn(server, 'administrator');
  const before = await administrator('GET', '/travel/server');
  const saved = await administrator('PUT', '/travel/server', { name, publishing: true, sharing: true }, before.tag);
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  return saved.body;
}

/** The practice with this code, and a new version of it that says something else. */
async function publish(server, code, version, summary) {
  const author = await signedIn(server, 'administrator');
  const card = (await author('GET', '/practices?limit=200')).body.items.find((each) => each.code === code);
  const begun = await author('POST', '/practices/drafts', { from: card.version_id });
  const draft = await author('GET', `/practices/drafts/${begun.body.id}`);
  draft.body.document.version = version;
  draft.body.document.summary.ru = summary;
  const saved = await author('PUT', `/practices/drafts/${begun.body.id}`, { document: draft.body.document }, draft.tag);
  const published = await author('POST', `/practices/drafts/${begun.body.id}/publish`, undefined, saved.tag);
  assert.ok(published.status < 300, JSON.stringify(published.body));
  return card;
}

async function openAs(server, login, path) {
  const { page } = await openPage(browser);
  await page.goto(server.url, { waitUntil: 'commit' });
  await page.evaluate(
    ([name, word]) => fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ login: name, password: word }) }),
    [login, password],
  );
  await page.goto(server.url + path);
  return page;
}

before(async () => {
  browser = await launch();
  [altai, omsk, stranger] = [await start(), await start(), await start()];
  relay = await startRelay();
});

after(async () => {
  await browser?.close();
  await relay?.close();
  for (const server of servers) {
    await server.stop();
    server.remove();
  }
});

test('a practice travels from one server to another, and the number of its centres comes back', async () => {
  const coordinator = await signedIn(omsk, 'coordinator');
  const closed = await coordinator('POST', '/travel/look', { url: relay.url });
  assert.equal(closed.body.code, 'travel.no_feed');
  const publisher = await openFeed(altai, 'Алтайский край');

  const seen = await coordinator('POST', '/travel/look', { url: `${relay.url}/` });
  assert.equal(seen.body.fingerprint, publisher.fingerprint);
  const subscribed = await coordinator('POST', '/travel/feeds', { url: seen.body.url, key: seen.body.key });
  assert.equal(subscribed.status, 201, JSON.stringify(subscribed.body));
  const feed = `/travel/feeds/${subscribed.body.id}`;
  assert.deepEqual((await coordinator('GET', '/travel/offers')).body.items, [], 'both have the starter library');

  const { code } = (await coordinator('GET', '/practices?limit=200')).body.items[0];
  const card = await publish(altai, code, '9.1.0', 'Короче и яснее, чем прежде.');
  assert.equal((await coordinator('POST', `${feed}/ask`)).body.fault, undefined);

  const page = await openAs(omsk, 'coordinator', '/practices/feeds');
  await page.getByText('доступна новая версия').waitFor();
  await page.getByRole('button', { name: 'Что изменится' }).click();
  await page.getByText('Короче и яснее, чем прежде.').waitFor();
  await axe(page);
  await noSidewaysScroll(page);
  await page.getByRole('button', { name: 'Установить', exact: true }).click();
  await page.getByText('Нового нет').waitFor();

  const here = (await coordinator('GET', '/practices?limit=200')).body.items.find((each) => each.code === code);
  assert.equal(here.version, '9.1.0');
  const centre = await coordinator('POST', '/organisations?second_top=true', {
    code: 'omsk-1', kind: 'centre', title: 'КЦСОН', short_title: 'КЦСОН', zone: 'Asia/Omsk', address: '', phone: '', director: '',
  });
  assert.equal((await coordinator('POST', '/adoptions', { organisation: centre.body.id, practice: here.id })).status, 201);

  await openFeed(omsk, 'Омская область');
  assert.equal((await coordinator('POST', `${feed}/ask`)).body.standing, 'asked');
  const administrator = await signedIn(altai, 'administrator');
  const adopted = async () => (await administrator('GET', `/travel/adopted?code=${code}`)).body;
  assert.equal((await adopted()).centres, 0, 'nothing counts before the publisher has accepted the key');
  const [subscriber] = (await administrator('GET', '/travel/subscribers')).body.items;
  assert.equal(subscriber.title, 'Омская область');
  await administrator('POST', `/travel/subscribers/${subscriber.id}/decision`, { accepted: true });
  assert.equal((await coordinator('POST', `${feed}/ask`)).body.standing, 'accepted');
  assert.deepEqual(await adopted(), { regions: 1, centres: 1, stages: [{ stage: 'chosen', centres: 1 }] });
  const passport = await openAs(altai, 'administrator', `/practices/${card.id}/versions/9.1.0`);
  await passport.getByText('1 регион, 1 центр').waitFor();
});

test('altered, repeated and foreign feeds are refused, and a server that is away is said to be', async () => {
  const coordinator = await signedIn(omsk, 'coordinator');
  const [{ id }] = (await coordinator('GET', '/travel/feeds')).body.items;
  const ask = async () => (await coordinator('POST', `/travel/feeds/${id}/ask`)).body.fault;
  const { code } = (await coordinator('GET', '/practices?limit=200')).body.items[0];
  const old = relay.state.last;
  await publish(altai, code, '9.2.0', 'Ещё короче.');

  relay.state.alter = (body) => body.replaceAll('9.2.0', '9.3.0');
  assert.match(await ask(), /изменили по дороге/);
  relay.state.alter = (body) => body;
  assert.equal(await ask(), undefined);
  relay.state.alter = () => old;
  assert.match(await ask(), /старее/);
  relay.state.alter = (body) => body;
  await openFeed(stranger, 'Алтайский край');
  relay.state.target = stranger;
  assert.match(await ask(), /другим ключом/);
  relay.state.target = altai;
  relay.state.cut = true;
  assert.match(await ask(), /не отвечает/);

  const offers = (await coordinator('GET', '/travel/offers')).body.items;
  assert.deepEqual(offers.map((each) => each.entry.version), ['9.2.0'], 'what was told rightly stays');
  const page = await openAs(omsk, 'coordinator', '/practices/feeds');
  await page.getByText('не отвечает').waitFor();
  assert.equal((await coordinator('POST', `/travel/feeds/${id}/install`, { code, version: '9.2.0' })).body.code, 'travel.unreachable');
  relay.state.cut = false;
  assert.equal(await ask(), undefined);
  const installed = await coordinator('POST', `/travel/feeds/${id}/install`, { code, version: '9.2.0' });
  assert.equal(installed.body.installed.version, '9.2.0', JSON.stringify(installed.body));
});

test('a changed key is followed by itself; a stolen one only after its fingerprint was compared', async () => {
  const coordinator = await signedIn(omsk, 'coordinator');
  const administrator = await signedIn(altai, 'administrator');
  const [{ id }] = (await coordinator('GET', '/travel/feeds')).body.items;
  const ask = async () => (await coordinator('POST', `/travel/feeds/${id}/ask`)).body;
  const before = await administrator('GET', '/travel/server');
  const changed = await administrator('PUT', '/travel/server/key', { stolen: false }, before.tag);
  assert.notEqual(changed.body.fingerprint, before.body.fingerprint);
  const followed = await ask();
  assert.equal(followed.fault, undefined);
  assert.equal(followed.fingerprint, changed.body.fingerprint);

  const own = await openAs(altai, 'administrator', '/practices/feeds');
  await own.getByRole('button', { name: 'Сменить ключ подписи' }).click();
  const dialog = own.getByRole('dialog', { name: 'Сменить ключ подписи' });
  await dialog.getByRole('checkbox', { name: /чужие руки/ }).check();
  await axe(own);
  await dialog.getByRole('button', { name: 'Сменить ключ подписи' }).click();
  await own.getByText('Ключ сменён').first().waitFor();
  const replaced = (await administrator('GET', '/travel/server')).body.fingerprint;
  assert.match((await ask()).fault, /другим ключом/);

  const page = await openAs(omsk, 'coordinator', '/practices/feeds');
  await page.getByRole('button', { name: 'Сверить новый ключ' }).click();
  await page.getByText(replaced, { exact: true }).waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'Совпадает, доверять новому ключу' }).click();
  await page.getByText('отвечает', { exact: true }).waitFor();
  assert.equal((await ask()).fault, undefined);
});
