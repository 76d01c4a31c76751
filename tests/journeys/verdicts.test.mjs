// A standard binds, a centre falls short, opens the rows, acts and passes; the methodist tries a threshold before it is law.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let centre;
let practice;
let lacking;
let standard;
const people = {};

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director", "specialist"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
  centre = (await api(people.director.page, "GET", "/session")).body.account.roles[0].organisation;
  await choosePractice();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Sends what changes a thing that may have changed meanwhile. */
function change(page, method, path, revision, body) {
  return page.evaluate(
    async ([verb, target, tag, sent]) => {
      const answer = await fetch(`/api/v1${target}`, { method: verb, headers: { "Content-Type": "application/json", "If-Match": `"${tag}"` }, body: JSON.stringify(sent) });
      return { status: answer.status, body: await answer.json() };
    },
    [method, path, revision, body],
  );
}

/** A practice that the centre delivers, and that needs a room of a kind of which the centre has none large enough. */
async function choosePractice() {
  const { page } = people.coordinator;
  const { body: matrix } = await api(page, "GET", "/matrix");
  const row = matrix.centres.findIndex((each) => each.id === centre.id);
  const { body: standards } = await api(page, "GET", "/standards");
  for (const cell of matrix.cells.filter((each) => each.centre === row && each.adoption && ["started", "delivering", "sustained", "lapsed"].includes(each.stage))) {
    const found = matrix.practices[cell.practice];
    if (standards.items.some((each) => each.practice === found.id)) continue;
    const { body: head } = await api(page, "GET", `/practices/${found.id}`);
    const { body: version } = await api(page, "GET", `/practices/${found.id}/versions/${head.versions[0].version}`);
    const facts = (await api(page, "GET", `/verdicts?organisation=${centre.id}&practice=${found.id}`)).body.statements;
    if (version.package.needs.rooms?.length && facts.some((each) => each.verdict.denominator > 0)) {
      practice = found;
      lacking = version.package.needs.rooms[0];
      return;
    }
  }
  throw new Error("the demo centre delivers no practice with a room");
}

/** In force from today, asking for a room only. */
async function bind() {
  const { page } = people.coordinator;
  const path = `/standards/versions/${standard.versions[0].id}`;
  const { body: draft } = await api(page, "GET", path);
  const words = { ru: "По программе получателя." };
  const content = { ...draft.content, volume: words, conditions: words, accessibility: words, target_group: words, description: words, remote: { allowed: false } };
  content.statements = [
    { id: "place", title: { ru: "Есть помещение" }, idea: { ru: "Без помещения занятие не провести." }, aspect: "structure", period: "month", kind: "presence", rule: { items: [lacking.id], services: [], qualifications: [] }, threshold_percent: 100 },
    ...content.statements,
  ];
  const saved = await change(page, "PUT", path, draft.revision, { content });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const sent = await change(page, "POST", `${path}/send`, saved.body.revision, {});
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  const ended = await api(page, "POST", `${path}/end-comments`, { reason: "Замечаний нет" });
  assert.equal(ended.status, 200, JSON.stringify(ended.body));
  const today = (await api(page, "GET", "/session")).body.today;
  const done = await change(page, "POST", `${path}/approve`, (await api(page, "GET", path)).body.revision, { order: { number: "91-п", day: today }, from: today });
  assert.equal(done.status, 200, JSON.stringify(done.body));
}

const card = (page, title) => page.locator(".verdict-card").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("the methodist tries a threshold on the centres' own facts while writing it", async () => {
  const { page } = people.coordinator;
  standard = (await api(page, "POST", "/standards", { code: "СТ-91", practice: practice.id })).body;
  await page.goto(`${server.url}/standards/versions/${standard.versions[0].id}/edit`);
  const row = page.locator(".standard-row").filter({ has: page.locator(".standard-reads") }).first();
  await row.getByRole("button", { name: "Примерить к фактам" }).click();
  await row.getByText(/^За последний полный период выполнили бы/).waitFor();
  await row.getByLabel(/Порог|Доля/).first().fill("");
  await row.getByText(/^Заполните показатель/).waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await axe(page);
});

test("what the package asks is judged from the first day, and other centres read outcomes only", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}/verdicts?practice=${practice.id}`);
  await page.getByRole("link", { name: centre.short_title ?? centre.title, exact: true }).click();
  await page.getByText("требования взяты из самой практики").waitFor();
  const numbers = page.locator(".verdict-sum").filter({ hasText: /\d+ из \d+/ });
  assert.ok((await numbers.count()) > 0);
  const judged = page.locator(".verdict-card").filter({ has: numbers }).first();
  await judged.getByRole("button", { name: /^Показать строки/ }).click();
  await judged.locator(".verdict-rows li").first().waitFor();
  await axe(page);
});

test("the centre falls short of the standard, sees which row it is, puts it right and passes", async () => {
  const { page } = people.director;
  const { body: rooms } = await api(page, "GET", `/organisations/${centre.id}/rooms`);
  for (const room of rooms.items.filter((each) => each.kind === lacking.kind)) {
    const gone = await page.evaluate((path) => fetch(path, { method: "DELETE" }).then((answer) => answer.status), `/api/v1/rooms/${room.id}`);
    assert.equal(gone, 204);
  }
  await bind();
  await page.goto(`${server.url}/verdicts/${practice.id}/${centre.id}`);
  await page.getByRole("link", { name: /^По стандарту, который действует с/ }).waitFor();
  const place = card(page, "Есть помещение");
  await place.getByText("Не хватает: ещё 1 позиция из списка ниже.").waitFor();
  await place.getByRole("button", { name: /^Показать строки/ }).click();
  await place.locator(".verdict-rows li").filter({ hasText: "нет в реестре центра" }).waitFor();
  await axe(page);

  const added = await api(page, "POST", `/organisations/${centre.id}/rooms`, { title: "Новый зал", kind: lacking.kind, capacity: lacking.capacity ?? 10 });
  assert.equal(added.status, 201);
  await page.reload();
  const passed = card(page, "Есть помещение");
  await passed.locator(".verdict-head").getByText("выполняется", { exact: true }).waitFor();

  const { page: watcher } = people.coordinator;
  await watcher.goto(`${server.url}/verdicts?practice=${practice.id}`);
  const row = watcher.getByRole("row").filter({ has: watcher.getByRole("link", { name: centre.short_title ?? centre.title, exact: true }) });
  await row.getByRole("cell").nth(1).getByText("выполняется", { exact: true }).waitFor();
});

test("a listed service has a standard too: what it cannot measure is not offered, and its centre is judged", async () => {
  const { page } = people.coordinator;
  const { body: facts } = await api(page, "GET", `/facts?organisation=${centre.id}&limit=50`);
  const { body: standards } = await api(page, "GET", "/standards");
  const { service } = facts.items.find((each) => each.organisation === centre.id && standards.items.every((other) => other.service !== each.service));
  const made = (await api(page, "POST", "/standards", { code: "СТ-92", service })).body;
  const path = `/standards/versions/${made.versions[0].id}`;
  const words = { ru: "Как назначено программой." };
  const { body: draft } = await api(page, "GET", path);
  const content = { ...draft.content, target_group: words, description: words, volume: words, conditions: words, accessibility: words };
  content.algorithm = { preparation: [{ id: "a", text: words }], performance: [{ id: "b", text: words }], completion: [{ id: "c", text: words }] };
  content.clauses = [{ id: "one", level: 1, text: words }];
  content.statements = [{ id: "long", title: { ru: "Услуга не мгновенна" }, idea: words, aspect: "process", period: "year", kind: "minutes", rule: { from: 1, to: 1440, services: [], qualifications: [], items: [] }, threshold_percent: 1 }];
  const saved = await change(page, "PUT", path, draft.revision, { content });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));

  await page.goto(`${server.url}${path}/edit`);
  await page.getByText("Формы, шкалы, помещения и программа есть только у практики").waitFor();
  assert.equal(await page.getByRole("option", { name: "Наличие помещений и оборудования" }).count(), 0);
  await page.getByRole("button", { name: "Примерить к фактам" }).click();
  await page.getByText(/^За последний полный период выполнили бы/).waitFor();
  await axe(page);

  assert.equal((await change(page, "POST", `${path}/send`, saved.body.revision, {})).status, 200);
  assert.equal((await api(page, "POST", `${path}/end-comments`, { reason: "Замечаний нет" })).status, 200);
  const today = (await api(page, "GET", "/session")).body.today;
  const done = await change(page, "POST", `${path}/approve`, (await api(page, "GET", path)).body.revision, { order: { number: "92-п", day: today }, from: today });
  assert.equal(done.status, 200, JSON.stringify(done.body));

  await page.goto(`${server.url}/verdicts?organisation=${centre.id}`);
  await page.locator('nav [aria-current="page"]').filter({ hasText: "Стандарты" }).first().waitFor();
  const own = page.locator(".verdict-card").filter({ hasText: "Услуга не мгновенна" });
  await own.getByText("выполняется", { exact: true }).waitFor();
  await axe(page);
  await noSidewaysScroll(page);
  await own.getByRole("link").click();
  await page.getByRole("link", { name: /^По стандарту, который действует с/ }).waitFor();
  await card(page, "Услуга не мгновенна").getByRole("button", { name: /^Показать строки/ }).click();
  await page.locator(".verdict-rows li").first().waitFor();
  await axe(page);
});

for (const path of ["region", "centre"])
  for (const width of [1366, 360])
    test(`verdicts of the ${path}, ${width} px: accessible and not too wide`, async () => {
      const { page } = people.coordinator;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${server.url}/verdicts${path === "region" ? `?practice=${practice.id}` : `/${practice.id}/${centre.id}`}`);
      await page.waitForLoadState("networkidle");
      await axe(page);
      await noSidewaysScroll(page);
    });

test("the matrix shows how the standard is kept, today and on a past day, and a cell leads to the requirements", async () => {
  const { page } = people.coordinator;
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.goto(`${server.url}/rollout`);
  await page.getByRole("link", { name: "Соблюдение стандартов" }).click();
  const grid = page.getByRole("grid", { name: /Соблюдение стандартов на / });
  await grid.waitFor();
  const { body: verdicts } = await api(page, "GET", "/verdicts/matrix");
  const at = verdicts.cells.find((each) => verdicts.centres[each.centre] === centre.id && verdicts.practices[each.practice] === practice.id);
  const open = at.no_data + at.waived > 0;
  const words = at.failed > 0 ? (at.met === 0 ? "не выполняет" : "выполняет часть") : open ? "выполняет всё, о чём можно судить" : "соблюдает";
  assert.ok(at.met + at.failed > 0);
  const row = grid.getByRole("row").filter({ has: page.getByRole("rowheader", { name: centre.title ?? centre.short_title, exact: true }) });
  await row.getByRole("gridcell", { name: new RegExp(`^${words}: ${at.met} из ${at.met + at.failed} `) }).first().waitFor();
  const csv = await page.locator('.save-as a[href*="/verdicts/matrix/export"][href*="csv"]').getAttribute("href");
  const table = await page.evaluate((path) => fetch(path).then((answer) => answer.text()), csv);
  const line = table.split("\r\n").find((each) => each.startsWith(`"${centre.short_title ?? centre.title}";`));
  assert.ok(line?.includes(`"${words}: ${at.met} из ${at.met + at.failed} `), line);
  await axe(page);
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  await page.waitForURL(/day=/);
  await grid.or(page.getByText("Судить пока не о чем", { exact: true })).first().waitFor();
  await page.goBack();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/rollout?view=standard`);
  await page.locator(".attention li").first().waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.locator(".attention li a").first().click();
  await page.waitForURL(/\/verdicts\//);
});

test("no page met an uncaught error or a refusal of the content security policy", () => {
  for (const { faults } of Object.values(people)) assert.deepEqual(faults, []);
});
