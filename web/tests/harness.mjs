// Drives Debian's Chromium. RYADOM_URL names a running server; without it the built pages are served by `vite preview`.
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { preview } from 'vite';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

export function launch(extra = []) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [...flags, ...extra] });
}

/** The address of the real server, or of the built files where a test needs no server. */
export async function serve({ built } = { built: false }) {
  if (process.env.RYADOM_URL && !built) return { url: process.env.RYADOM_URL, close: async () => undefined };
  if (!built) throw new Error('RYADOM_URL is not set: this test needs a running server');
  const server = await preview({ root: new URL('..', import.meta.url).pathname, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  return { url: `http://127.0.0.1:${server.httpServer.address().port}`, close: () => server.close() };
}

/** A page that collects uncaught errors and refusals of the content security policy; a test ends by asserting there are none. */
export async function openPage(browser, { width = 1366, height = 768, language = 'ru-RU' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale: language, timezoneId: 'Europe/Saratov', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  return { page, faults, close: () => context.close() };
}

/** Throws with a readable list if the page breaks any rule of WCAG 2.2 A and AA. */
export async function axe(page, rules) {
  const builder = new AxeBuilder({ page });
  if (rules) builder.withRules(rules);
  else builder.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  const { violations } = await builder.analyze();
  if (violations.length > 0) {
    throw new Error(
      violations
        .map((each) => `${each.id}: ${each.help}\n${each.nodes.slice(0, 3).map((node) => `    ${node.html.slice(0, 200)}\n    ${node.any[0]?.message ?? node.all[0]?.message ?? ''}`).join('\n')}`)
        .join('\n'),
    );
  }
}

/** Text must reflow: nothing but a data grid with its own frame may scroll sideways. */
export async function noSidewaysScroll(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) {
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
        .slice(0, 5)
        .map((each) => `${each.tagName}.${each.className?.baseVal ?? each.className}`),
    );
    throw new Error(`the page is ${over} px too wide: ${wide.join(', ')}`);
  }
}
