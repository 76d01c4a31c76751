// How a month of ten thousand rows opens and scrolls in Chromium: RYADOM_BINARY=…/ryadom node bench/journal_month.mjs [rows].
// Makes a region, loads a table of services of one centre, opens its month and scrolls it by wheel and by keys. Printed are the time of
// the answer, its size, the intervals between frames while scrolling, tasks longer than 50 ms, and the time from a key to the
// frame that shows it.
import { launch, openPage } from "../web/tests/harness.mjs";
import { api, signIn, startServer } from "../tests/journeys/server.mjs";

const wanted = Number(process.argv[2] ?? 10_000);
const services = 5;
const days = 6;

/** A linear congruential generator: the same month at every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}
const roll = dice(7);
const syllables = ["ба", "во", "ги", "ду", "же", "за", "ки", "ло", "му", "ны", "по", "ре", "си", "ту", "фе", "ха", "цо", "чи", "шу", "ще"];
const word = (length) => {
  const text = Array.from({ length }, () => syllables[roll(syllables.length)]).join("");
  return text[0].toUpperCase() + text.slice(1);
};
const two = (number) => String(number).padStart(2, "0");
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
const plus = (iso, count) => new Date(Date.parse(`${iso}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

async function fill(page, home, month, codes) {
  const lines = ["service;performed_on;minutes;channel;family_name;given_name;birth;sex"];
  const people = Math.ceil(wanted / services);
  for (let person = 0; person < people; person += 1) {
    const who = `${word(4)};${word(3)};${1930 + roll(40)}-${two(1 + roll(12))}-${two(1 + roll(28))};female`;
    for (let service = 0; service < services; service += 1) {
      for (let day = 0; day < days; day += 1) lines.push(`${codes[service]};${plus(month, day * 4 + roll(4))};20;home;${who}`);
    }
  }
  const begun = await page.evaluate(async ([organisation, text]) => {
    const answer = await fetch(`/api/v1/facts/import?organisation=${organisation}&source=bench`, { method: "POST", headers: { "Content-Type": "text/csv", "Idempotency-Key": crypto.randomUUID() }, body: text });
    return answer.json();
  }, [home, lines.join("\n")]);
  for (;;) {
    const { body } = await api(page, "GET", `/imports/${begun.id}`);
    if (body.state !== "running" && body.state !== "queued") return body;
    await page.waitForTimeout(1000);
  }
}

/** Frames and long tasks while `work` runs in the page. */
async function watched(page, work) {
  await page.evaluate(() => {
    window.watched = { frames: [], long: [], on: true };
    let last = performance.now();
    const frame = (now) => {
      window.watched.frames.push(now - last);
      last = now;
      if (window.watched.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => window.watched.long.push(...list.getEntries().map((each) => each.duration))).observe({ entryTypes: ["longtask"] });
  });
  await work();
  return page.evaluate(() => {
    window.watched.on = false;
    return { frames: window.watched.frames.slice(1), long: window.watched.long };
  });
}

const told = (name, { frames, long }) =>
  console.log(`${name}: ${frames.length} frames, median ${quantile(frames, 0.5).toFixed(1)} ms, 99 % within ${quantile(frames, 0.99).toFixed(1)} ms, longest ${quantile(frames, 1).toFixed(1)} ms; tasks over 50 ms: ${long.length}${long.length ? `, longest ${Math.max(...long).toFixed(0)} ms` : ""}`);

const server = await startServer({ persons: 300, facts: 1000 });
const browser = await launch();
try {
  const { page } = await openPage(browser);
  await signIn(page, server.url, "desk");
  const session = (await api(page, "GET", "/session")).body;
  const home = session.account.roles[0].organisation.id;
  const month = `${plus(`${session.today.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const codes = (await api(page, "GET", "/services")).body.items.filter((each) => each.kind === "household").slice(0, services).map((each) => each.code);
  const loaded = await fill(page, home, month, codes);
  console.log(`loaded: ${loaded.added} facts, ${loaded.persons_added} persons, ${loaded.failed} rows failed`);
  const address = `/api/v1/journal/month?organisation=${home}&month=${month}`;
  const answer = await page.evaluate(async (target) => {
    const begun = performance.now();
    const text = await (await fetch(target)).text();
    return { took: performance.now() - begun, size: text.length, rows: JSON.parse(text).rows.length };
  }, address);
  console.log(`answer: ${answer.rows} rows, ${(answer.size / 1e6).toFixed(2)} MB of JSON in ${answer.took.toFixed(0)} ms`);
  const begun = Date.now();
  await page.goto(`${server.url}/journal/month?month=${month}`);
  await page.locator(".sheet-row").first().waitFor();
  console.log(`from the address to the grid: ${Date.now() - begun} ms; elements in the grid: ${await page.evaluate(() => document.querySelectorAll("[role=grid] *").length)}`);
  const box = await page.getByRole("grid").boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  told("scrolling by wheel", await watched(page, async () => {
    for (let i = 0; i < 150; i += 1) {
      await page.mouse.wheel(0, 360);
      await page.waitForTimeout(16);
    }
  }));
  told("scrolling by leaps over the whole month", await watched(page, () => page.evaluate(async () => {
    const grid = document.querySelector("[role=grid]");
    for (let i = 0; i < 120; i += 1) {
      grid.scrollTop = (grid.scrollHeight * ((i * 37) % 120)) / 120;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  })));
  await page.getByRole("grid").focus();
  told("page after page by key", await watched(page, async () => {
    for (let i = 0; i < 100; i += 1) await page.keyboard.press("PageDown");
  }));
  const typed = await page.evaluate(async () => {
    const grid = document.querySelector("[role=grid]");
    const out = [];
    for (let i = 0; i < 60; i += 1) {
      const begun = performance.now();
      (document.activeElement ?? grid).dispatchEvent(new KeyboardEvent("keydown", { key: "1", code: "Digit1", bubbles: true, cancelable: true }));
      await Promise.resolve();
      (document.activeElement ?? grid).dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      out.push(performance.now() - begun);
    }
    return out;
  });
  console.log(`from a number and Enter to its frame: median ${quantile(typed, 0.5).toFixed(1)} ms, longest ${quantile(typed, 1).toFixed(1)} ms`);
} finally {
  await browser.close();
  await server.stop();
}
