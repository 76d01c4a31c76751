// Pictures for the eye: `node tests/shots.mjs` after a build writes them to tests/output.
import { mkdirSync } from 'node:fs';
import { launch, openPage, serve } from './harness.mjs';

const folder = new URL('output/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const server = await serve({ built: true });
const browser = await launch();
const wanted = process.argv.slice(2);
const shots = [
  ['frame', '/_kit?story=Frame', 1366], ['frame-phone', '/_kit?story=Frame', 360], ['frame-dark', '/_kit?story=Frame&scheme=dark', 1366],
  ['kit', '/_kit', 1366], ['kit-phone', '/_kit', 360], ['matrix-black', '/_kit?story=Matrix&scheme=white-on-black', 1366],
  ['sign-in', '/sign-in', 1366], ['frame-200', '/_kit?story=Frame&size=200', 1366],
].filter(([name]) => wanted.length === 0 || wanted.includes(name));
for (const [name, address, width] of shots) {
  const { page, close } = await openPage(browser, { width });
  await page.goto(`${server.url}${address}`);
  await page.waitForSelector('h1');
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
  await close();
}
await browser.close();
await server.close();
