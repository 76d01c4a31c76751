// Finds a practice, reads its passport, takes the package out and in again, writes a new version and compares the two.
// RYADOM_URL names a running server with the account admin; without it RYADOM_BINARY is started on a fresh folder.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, launch, noSidewaysScroll, openPage } from '../../web/tests/harness.mjs';

const password = 'password 12345';
let url = process.env.RYADOM_URL;
let server;
let folder;
let browser;

const freePort = () =>
  new Promise((resolve) => {
    const socket = createServer().listen(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

before(async () => {
  browser = await launch();
  if (url) return;
  const binary = process.env.RYADOM_BINARY;
  assert.ok(binary, 'RYADOM_BINARY or RYADOM_URL must be set');
  folder = mkdtempSync(join(tmpdir(), 'ryadom-'));
  execFileSync(binary, ['--data', folder, 'user', 'admin', '--role', 'administrator'], { input: `${password}\n` });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(binary, ['--data', folder, 'serve', '--listen', `127.0.0.1:${port}`], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await fetch(`${url}/api/v1/session`).then(() => true, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not start');
});

after(async () => {
  await browser?.close();
  server?.kill();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function signIn(page, next) {
  await page.goto(url, { waitUntil: 'commit' });
  await page.evaluate(
    async (word) =>
      fetch('/api/v1/session', {
        method: 'POST', headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }, body: JSON.stringify({ login: 'admin', password: word }),
      }),
    password,
  );
  await page.goto(`${url}${next}`, { waitUntil: 'commit' });
}

test('a practice is found, read, exported, taken in, written on and compared', { timeout: 120_000 }, async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, '/practices');
  await page.waitForSelector('.practice-row');
  await axe(page);
  await page.getByRole('searchbox').fill('Школа ухода');
  await page.waitForFunction(() => document.querySelectorAll('.practice-row').length === 1 && location.search.includes('query='));
  await page.locator('.practice-row h2 a').click();
  await page.waitForSelector('.passport-paper');
  await page.locator('.lesson summary').first().click();
  await page.waitForSelector('.lesson .prose p');
  await axe(page);
  const passport = page.url();

  await page.getByRole('button', { name: 'Ещё действия' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /Выгрузить пакет/ }).click();
  const taken = await (await download).path();

  await page.goto(`${url}/practices/import`, { waitUntil: 'commit' });
  await page.waitForSelector('input[type=file]', { state: 'attached' });
  await page.setInputFiles('input[type=file]', { name: 'school.practice', mimeType: 'application/zip', buffer: readFileSync(taken) });
  await page.waitForSelector('.report .banner');
  assert.match(await page.locator('.report .banner').innerText(), /уже установлена/);
  await page.setInputFiles('input[type=file]', { name: 'broken.practice', mimeType: 'application/zip', buffer: Buffer.from('no archive') });
  await page.waitForSelector('.error-summary');
  await axe(page);

  await page.goto(passport, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Ещё действия' }).click();
  await page.getByRole('menuitem', { name: 'Подготовить новую версию' }).click();
  await page.waitForSelector('.editor');
  await page.locator('[id="field-title/ru"]').fill('Школа ухода с комнатой');
  await page.locator('[id="field-version"]').fill('1.1.0');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await page.getByText('сохранено', { exact: true }).first().waitFor();
  await axe(page);
  await page.getByRole('button', { name: 'Проверить и опубликовать' }).click();
  await page.getByRole('button', { name: 'Опубликовать навсегда' }).click();
  await page.waitForURL(/versions\/1\.1\.0/);
  await page.getByRole('link', { name: 'Сравнить с 1.0.0' }).click();
  await page.waitForSelector('.compare-pair');
  assert.match(await page.locator('main').innerText(), /Школа ухода с комнатой/);
  await axe(page);
  assert.deepEqual(faults, []);
  await close();
});

test('prices of the region make the cost of a start, and the bank is filtered by it', { timeout: 60_000 }, async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, '/practices');
  await page.waitForSelector('.practice-row');
  await page.getByRole('link', { name: 'Цены оборудования' }).click();
  const price = (kind) => page.getByLabel(`Цена: ${kind}`);
  await price('Термосумка').fill('дорого');
  await page.getByText('Сумма в рублях').waitFor();
  await axe(page);
  await price('Термосумка').fill('2 500');
  await price('Телефон').fill('12000,50');
  await price('Сейф').fill('7000');
  await page.getByRole('button', { name: 'Сохранить 3 цены' }).click();
  await page.getByText('Сохранены 3 цены').first().waitFor();
  await axe(page);
  await noSidewaysScroll(page);
  await page.goto(`${url}/practices?cost=100000`, { waitUntil: 'commit' });
  await page.waitForSelector('.practice-row');
  assert.equal(await page.locator('.practice-row').count(), 1);
  assert.match(await page.locator('.practice-row').innerText(), /24\s000,50\s₽/);
  assert.deepEqual(faults, []);
  await close();
});

test('every starter package opened and saved unchanged in the editor keeps its digest', { timeout: 180_000 }, async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, '/practices');
  await page.waitForSelector('.practice-row');
  const ask = (path) => page.evaluate(async (at) => (await fetch(`/api/v1/practices${at}`)).json(), path);
  const cards = (await ask('?limit=100')).items;
  assert.ok(cards.length >= 13);
  for (const card of cards) {
    const versions = (await ask(`/${card.id}`)).versions;
    const { id: from, package_sha256: digest } = versions.find((each) => each.version === card.version);
    const draft = await page.evaluate(async (version) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
      return (await (await fetch('/api/v1/practices/drafts', { method: 'POST', headers, body: JSON.stringify({ from: version }) })).json()).id;
    }, from);
    await page.goto(`${url}/practices/drafts/${draft}`, { waitUntil: 'commit' });
    const title = page.locator('[id="field-title/ru"]');
    await title.press('End');
    await title.press('x');
    await title.press('Backspace');
    const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().endsWith(draft));
    await page.getByRole('button', { name: 'Сохранить' }).click();
    assert.equal((await (await saved).json()).package_sha256, digest, card.code);
  }
  assert.deepEqual(faults, []);
  await close();
});

test('nothing runs out of a phone', { timeout: 60_000 }, async () => {
  const { page, close } = await openPage(browser, { width: 360 });
  await signIn(page, '/practices');
  await page.waitForSelector('.practice-row');
  await noSidewaysScroll(page);
  await page.locator('.practice-row h2 a').first().click();
  await page.waitForSelector('.passport-paper');
  await noSidewaysScroll(page);
  await close();
});
