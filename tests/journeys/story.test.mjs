// The main job, end to end and through the screens alone: the coordinator sees a region, a director takes a practice up,
// a specialist records the first service of another one, and the coordinator's matrix changes because of both.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let centre;
const people = {};

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director", "specialist"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
  centre = (await api(people.director.page, "GET", "/session")).body.account.roles[0].organisation;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Practices by the stage at which the director's centre is; "none" are those it has not taken up. */
async function practicesAt(stage) {
  const { body: matrix } = await api(people.coordinator.page, "GET", "/matrix");
  const row = matrix.centres.findIndex((each) => each.id === centre.id);
  const cells = matrix.cells.filter((each) => each.centre === row);
  if (stage === "none") return matrix.practices.filter((_, at) => !cells.some((each) => each.practice === at && each.adoption));
  return cells.filter((each) => each.stage === stage).map((each) => matrix.practices[each.practice]);
}

/** The cell of the director's centre on the coordinator's screen. */
async function cellOf(practice) {
  const grid = people.coordinator.page.getByRole("grid");
  const column = await grid.getByRole("columnheader", { name: practice.title, exact: true }).getAttribute("data-column");
  return grid.getByRole("row").filter({ has: people.coordinator.page.getByRole("rowheader", { name: centre.title, exact: true }) }).locator(`[data-column="${column}"]`);
}

/** Types into a field with a list and takes what is found. */
async function take(page, field, text) {
  await page.locator(`#field-${field}`).focus();
  await page.keyboard.type(text);
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.getByRole("status").filter({ hasText: /Найден/ }).first().waitFor();
  await page.keyboard.press("Enter");
}

test("the coordinator sees a region in which real practices are being rolled out", async () => {
  const { page } = people.coordinator;
  await page.getByRole("grid").waitFor();
  const { body } = await api(page, "GET", "/matrix");
  assert.ok(body.practices.length >= 13 && body.centres.length >= 10);
  assert.ok(new Set(body.cells.map((each) => each.stage)).size >= 6, "the region shows campaigns at every stage");
  await page.goto(`${server.url}/rollout`);
  await page.getByRole("grid").waitFor();
});

test("a director finds a practice in the bank, reads its passport and takes it up: the cell follows", async () => {
  const [practice] = await practicesAt("none");
  assert.ok(practice, "the demo centre runs every practice already");
  const before = await (await cellOf(practice)).getAttribute("aria-label");
  const { page } = people.director;
  await page.goto(`${server.url}/practices`);
  await page.getByRole("searchbox").fill(practice.title.slice(0, 12));
  await page.getByRole("link", { name: practice.title, exact: true }).click();
  await page.getByRole("heading", { name: "Порядок оказания" }).or(page.getByRole("heading", { name: "Услуги" })).first().waitFor();
  await page.getByRole("button", { name: "Внедрить у себя" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Внедрить", exact: true }).click();
  await page.getByRole("button", { name: "Утвердить план" }).click();
  await page.getByText(/^Закрыто \d+ из \d+/).waitFor();
  const adoption = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Паспорт практики" }).click();
  await page.getByRole("link", { name: /^Вы внедряете с \d\d\.\d\d\.\d{4} → открыть/ }).click();
  await page.waitForURL((url) => url.pathname === adoption);

  const { page: watcher } = people.coordinator;
  await watcher.reload();
  const cell = await cellOf(practice);
  await cell.waitFor();
  const after = await cell.getAttribute("aria-label");
  assert.notEqual(after, before);
  assert.match(after, /этап: готовится/);
});

test("a specialist records the first service of a practice that is ready, and the matrix says that it runs", async () => {
  const [practice] = await practicesAt("ready");
  assert.ok(practice, "the demo centre has no practice that only waits for its first service");
  const cell = await cellOf(practice);
  assert.match(await cell.getAttribute("aria-label"), /этап: готово к запуску/);

  const { page } = people.specialist;
  const { body: context } = await api(page, "GET", `/facts/context?organisation=${centre.id}`);
  const service = context.services.find((each) => each.practices?.some(({ id }) => id === practice.id));
  const { channels } = service.practices.find(({ id }) => id === practice.id);
  await page.goto(server.url);
  await take(page, "person", (await api(page, "GET", "/persons?limit=1")).body.items[0].name);
  await take(page, "service", service.titles?.ru ?? service.title);
  await page.locator(`input[type=radio][value="${channels[0]}"]`).check();
  const asked = page.getByRole("radio", { name: practice.title });
  if (await asked.count()) await asked.check();
  if (!(await page.locator("#field-minutes").inputValue())) await page.locator("#field-minutes").fill("30");
  await page.keyboard.press("Control+Enter");
  const again = page.getByRole("button", { name: "Записать ещё раз" });
  await page.getByText(/^Записано/).first().or(again).first().waitFor();
  if (await again.isVisible()) await again.click();
  await page.getByText(/^Записано/).first().waitFor();

  const { page: watcher } = people.coordinator;
  await watcher.waitForFunction(
    ([row, column]) => document.querySelector(`[role=grid] [data-row="${row}"][data-column="${column}"]`)?.getAttribute("aria-label").includes("запущено"),
    [await cell.getAttribute("data-row"), await cell.getAttribute("data-column")],
    { timeout: 20_000 },
  );
  await cell.click();
  const sheet = watcher.locator("dialog.sheet[open]");
  await sheet.getByRole("button", { name: "Показать сами услуги" }).click();
  await sheet.locator(".fact-rows li").first().waitFor();
  assert.equal(await sheet.locator(".fact-rows li").count(), 1);
  await axe(watcher);
});

const screens = {
  coordinator: ["/", "/rollout", "/practices", "/organisations"],
  director: ["/", "/practices"],
  specialist: ["/"],
};

for (const [login, paths] of Object.entries(screens))
  for (const path of paths)
    for (const width of [1366, 360])
      test(`${login} at ${path}, ${width} px: accessible and not too wide`, async () => {
        const { page } = people[login];
        await page.setViewportSize({ width, height: 800 });
        await page.goto(server.url + path);
        await page.waitForLoadState("networkidle");
        await axe(page);
        await noSidewaysScroll(page);
      });

test("no page met an uncaught error or a refusal of the content security policy", () => {
  for (const { faults } of Object.values(people)) assert.deepEqual(faults, []);
});
