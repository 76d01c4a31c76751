// The month of a worker is filled by the keyboard alone, and the day on a phone by a thumb.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, home, worker, today, services;
const people = [];

const plus = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const monthBefore = (iso) => `${plus(`${iso.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
const shown = (day) => day.split("-").reverse().join(".");
/** A whole month, so that the test does not depend on the day on which it runs, and the one before it as its template. */
let month, template, monday;

async function addPerson(family, given, birth) {
  const made = await api(desk.page, "POST", "/persons", { organisation: home, person: { family_name: family, given_name: given, birth, sex: "female" } });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id;
}
const factOf = (person, service, day) => ({ organisation: home, person, service: service.id, performed_on: day, minutes: 20, channel: "home", worker });

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  const director = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  await signIn(director.page, server.url, "director");
  const session = (await api(desk.page, "GET", "/session")).body;
  today = session.today;
  home = session.account.roles[0].organisation.id;
  month = monthBefore(today);
  template = monthBefore(month);
  monday = [0, 1, 2, 3, 4, 5, 6].map((each) => plus(month, each)).find((each) => new Date(`${each}T00:00:00Z`).getUTCDay() === 1);
  const made = await api(director.page, "POST", `/organisations/${home}/staff`, { name: "Табельная Ольга", position: "Социальный работник", rate: 100, hired_on: "2020-01-01", qualifications: [] });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  worker = made.body.id;
  await director.close();
  services = (await api(desk.page, "GET", "/services")).body.items.filter((each) => each.kind === "household" && each.norm_minutes).slice(0, 4);
  for (const each of [["Ааронова", "Зоя", "1941-03-12"], ["Абакумова", "Майя", "1950-07-30"], ["Аввакумова", "Дина", "1936-11-05"]]) people.push(await addPerson(...each));
  const facts = people.flatMap((person) => services.map((service) => factOf(person, service, plus(template, 4))));
  const recorded = await api(desk.page, "POST", "/facts/batch", facts);
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

let presses = 0;
async function press(page, ...keys) {
  for (const key of keys) {
    presses += 1;
    await page.keyboard.press(key);
  }
}
const times = (count, key) => Array(count).fill(key);
const grid = (page) => page.getByRole("grid");
const openMonth = async (page) => {
  await page.goto(`${server.url}/journal/month?month=${month}&worker=${worker}`);
  await grid(page).waitFor();
};
/** By the keyboard: forward until the grid has the focus. */
async function reachGrid(page) {
  for (let i = 0; i < 60; i += 1) {
    if (await page.evaluate(() => document.activeElement?.getAttribute("role") === "grid")) return;
    await page.keyboard.press("Tab");
  }
  assert.fail("the grid is not reached by Tab");
}
const dayOf = (day) => Number(day.slice(8)) - 1;
const cell = (page, row, day) => page.locator(`#cell-${row}-${dayOf(day)}`);
const textOf = async (page, row, day) => (await cell(page, row, day).evaluate((each) => each.firstChild?.nodeValue ?? "")).trim();
const toDay = (day) => ["Home", ...times(dayOf(day), "ArrowRight")];
const saved = (page, words) => page.locator(".toasts").getByText(words).last().waitFor();
const toasts = (page) => page.evaluate(() => document.querySelectorAll(".toast .button.bare").forEach((each) => each.click()));
const quantities = async (place) => {
  const { body } = await api(desk.page, "GET", `/journal/month?organisation=${home}&month=${month}&worker=${worker}`);
  const person = body.people.findIndex((each) => each.id === people[place]);
  return body.rows.filter((row) => row.person === person).map((row) => Object.fromEntries(row.days.map((day, at) => [day, row.quantities[at]])));
};

test("the rows are those of last month, and the grid says how large it is", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/journal`);
  await page.getByRole("link", { name: "Табель месяца" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Табель месяца" }).waitFor();
  await openMonth(page);
  assert.equal(await grid(page).getAttribute("aria-rowcount"), "13");
  assert.equal(Number(await grid(page).getAttribute("aria-colcount")) - 4, new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate());
  await axe(page);
});

test("a typical week is typed and repeated by the keyboard alone", async () => {
  const { page } = desk;
  await openMonth(page);
  await reachGrid(page);
  presses = 0;
  // Four services of three recipients on Monday, Wednesday and Friday: a column is selected and written at once.
  await press(page, "Control+Home", ...toDay(monday));
  for (const step of [0, 2, 2]) {
    await press(page, ...times(step, "ArrowRight"), "Control+ArrowUp", ...times(11, "Shift+ArrowDown"), "1", "Control+Enter");
  }
  const week = presses;
  assert.equal(await textOf(page, 0, plus(monday, 2)), "1");
  assert.equal(await textOf(page, 11, plus(monday, 4)), "1");
  presses = 0;
  await press(page, "Control+Home", ...toDay(monday), ...times(11, "Shift+ArrowDown"), "F8", "F8");
  const weeks = presses;
  assert.equal(await textOf(page, 11, plus(monday, 14)), "1");
  assert.equal(await textOf(page, 11, plus(monday, 15)), "");
  console.log(`# a week of 3 recipients with 4 services on 3 days, 36 cells: ${week} key presses; the same on the next two weeks, 72 cells: ${weeks}`);
  assert.ok(week + weeks < 108, "fewer presses than cells");
  presses = 0;
  await press(page, "Control+KeyS");
  await saved(page, "Сохранено 108 клеток");
  for (const place of [0, 1, 2]) for (const row of await quantities(place)) assert.equal(Object.keys(row).length, 9);
  await toasts(page);
});

test("cell by cell: number and arrow, and the row fills to the right", async () => {
  const { page } = desk;
  await reachGrid(page);
  await press(page, "Control+Home", ...toDay(plus(monday, 19)));
  presses = 0;
  await press(page, "2", "Enter", "1", "Comma", "5", "Tab");
  assert.equal(await textOf(page, 0, plus(monday, 19)), "2");
  assert.equal(await textOf(page, 1, plus(monday, 19)), "1,5");
  await press(page, "ArrowUp", "ArrowLeft", ...times(2, "Shift+ArrowRight"), "Control+KeyR");
  assert.equal(await textOf(page, 0, plus(monday, 21)), "2");
  await press(page, "Control+KeyZ");
  assert.equal(await textOf(page, 0, plus(monday, 21)), "");
  await press(page, "Control+KeyY");
  assert.equal(await textOf(page, 0, plus(monday, 21)), "2");
  await press(page, "ArrowLeft", ...times(2, "Shift+ArrowRight"), "Control+KeyC");
  await press(page, "ArrowDown", "ArrowDown", "ArrowLeft", "ArrowLeft", "Control+KeyV");
  assert.equal(await textOf(page, 2, plus(monday, 21)), "2");
  await press(page, "Delete");
  assert.equal(await textOf(page, 2, plus(monday, 19)), "");
});

test("what is not saved outlives a reload", async () => {
  const { page } = desk;
  await page.waitForTimeout(400);
  await page.reload();
  await grid(page).waitFor();
  await page.getByRole("button", { name: "Сохранить 4 изменения" }).waitFor();
  await reachGrid(page);
  await press(page, "Control+Home", ...toDay(plus(monday, 21)));
  assert.equal(await textOf(page, 0, plus(monday, 21)), "2");
  await press(page, "Control+KeyS");
  await saved(page, "Сохранены 4 клетки");
  assert.equal((await quantities(0))[1][dayOf(plus(monday, 19)) + 1], 150);
  await toasts(page);
});

test("what is recorded changes for one reason, and undo after saving takes it back", async () => {
  const { page } = desk;
  await reachGrid(page);
  await press(page, "Control+Home", ...toDay(monday), "3", "Enter", "Delete", "Control+KeyS");
  const dialog = page.getByRole("dialog", { name: "Почему меняется записанное" });
  await dialog.waitFor();
  await axe(page);
  await page.keyboard.type("Ошибка в тетради");
  await page.keyboard.press("Enter");
  await saved(page, "Сохранены 2 клетки");
  assert.equal((await quantities(0))[0][dayOf(monday) + 1], 300);
  assert.equal((await quantities(0))[1][dayOf(monday) + 1], undefined);
  await toasts(page);
  await reachGrid(page);
  await press(page, "Control+KeyZ", "Control+KeyZ", "Control+KeyS");
  await dialog.waitFor();
  await page.keyboard.type("Тетрадь была верна");
  await page.keyboard.press("Enter");
  await saved(page, "Сохранены 2 клетки");
  assert.equal((await quantities(0))[0][dayOf(monday) + 1], 100);
  const reasons = (await api(page, "GET", `/facts?person=${people[0]}&limit=200`)).body.items.map(({ reason }) => reason).filter(Boolean);
  assert.deepEqual(reasons.sort(), ["Ошибка в тетради", "Ошибка в тетради", "Тетрадь была верна"]);
  await toasts(page);
});

test("what somebody else recorded meanwhile is told at its cell, and nothing is lost", async () => {
  const { page } = desk;
  const day = plus(monday, 1);
  const other = await api(page, "POST", "/facts", factOf(people[2], services[0], day));
  assert.equal(other.status, 201, JSON.stringify(other.body));
  await reachGrid(page);
  await press(page, "Control+Home", ...times(8, "ArrowDown"), ...toDay(day), "2", "Enter", "1", "Enter", "Control+KeyS");
  await page.getByText("Не принята 1 клетка").first().waitFor();
  await press(page, "ArrowUp", "ArrowUp");
  await page.locator(".sheet-details .wrong").getByText("уже записано: 1").waitFor();
  assert.equal(await textOf(page, 8, day), "2");
  assert.equal(await cell(page, 8, day).getAttribute("aria-invalid"), "true");
  await axe(page);
  assert.equal((await quantities(2))[1][dayOf(day) + 1], 100, "the other cell of the batch was taken");
  await toasts(page);
  await page.getByRole("button", { name: "Сбросить несохранённое" }).press("Enter");
});

test("a stay in hospital is entered from the grid and warned of, and what is recorded all the same is kept", async () => {
  const { page } = desk;
  await openMonth(page);
  await reachGrid(page);
  const day = plus(monday, 8);
  await press(page, "Control+Home", ...toDay(day));
  await page.getByRole("button", { name: "Отсутствие" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Отсутствие: Ааронова/ });
  await dialog.waitFor();
  assert.equal(await page.locator('[id="field-absence/from"]').inputValue(), shown(day));
  await page.locator('[id="field-absence/until"]').fill(shown(plus(day, 3)));
  await page.locator('[id="field-absence/note"]').fill("ЦРБ");
  await axe(page);
  await page.keyboard.press("Enter");
  await page.locator(".toasts").getByText("Отсутствие внесено").waitFor();
  await page.locator(`#cell-0-${dayOf(day)}.absent`).waitFor();
  await toasts(page);
  await reachGrid(page);
  await press(page, "1", "Enter");
  await press(page, "ArrowUp");
  await page.locator(".sheet-details .warned").getByText("в больнице").waitFor();
  await press(page, "Control+KeyS");
  await saved(page, "Сохранена 1 клетка, с предупреждениями: 1");
  await page.getByRole("link", { name: "Вопреки предупреждениям" }).press("Enter");
  await page.getByRole("cell", { name: "в больнице" }).first().waitFor();
  await axe(page);
});

test("the programme's volume stands beside what was delivered, and warns when it is used up", async () => {
  const { page } = desk;
  const [specialist, director] = [await openPage(browser), await openPage(browser)];
  await signIn(specialist.page, server.url, "specialist");
  await signIn(director.page, server.url, "director");
  const content = { form: "home", since: month, until: plus(month, 364), providers: [], accompaniment: [], lines: [{ service: services[0].id, quantity: 100, times: 9, every: "month" }] };
  const drafted = await api(specialist.page, "POST", `/persons/${people[1]}/programmes`, { organisation: home, content });
  assert.equal(drafted.status, 201, JSON.stringify(drafted.body));
  const approved = await api(director.page, "POST", `/programmes/${drafted.body.id}/approve`, { version: 1, approved_on: month });
  assert.equal(approved.status, 200, JSON.stringify(approved.body));
  await specialist.close();
  await director.close();
  await openMonth(page);
  const numbers = page.locator("[data-row='4'] .sheet-number");
  assert.deepEqual(await numbers.allInnerTexts(), ["9", "9"]);
  await reachGrid(page);
  await press(page, "Control+Home", ...times(4, "ArrowDown"), ...toDay(plus(monday, 1)), "1", "Enter", "ArrowUp");
  await page.locator(".sheet-details .warned").getByText("сверх объёма программы").waitFor();
  assert.match(await numbers.nth(1).innerText(), /^10/);
  await axe(page);
  await press(page, "ArrowDown", "1", "Enter", "ArrowUp");
  await page.locator(".sheet-details .warned").getByText("нет в программе на этот день").waitFor();
  await press(page, "Control+KeyS");
  await saved(page, "Сохранены 2 клетки, с предупреждениями: 2");
  const notices = (await api(page, "GET", `/journal/notices?organisation=${home}`)).body.items;
  assert.deepEqual(notices.slice(0, 2).map(({ warnings }) => warnings).sort(), [["outside_programme"], ["over_volume"]]);
  await toasts(page);
});

test("a row is added, and a group is led to its form", async () => {
  const { page } = desk;
  await openMonth(page);
  await reachGrid(page);
  await press(page, "Control+Home", "Insert");
  const dialog = page.getByRole("dialog", { name: "Добавить строку" });
  await dialog.waitFor();
  await page.locator('[id="field-row/service"]').focus();
  const other = (await api(page, "GET", "/services")).body.items.filter((each) => each.kind === "household" && each.norm_minutes)[5];
  await page.keyboard.type(other.titles.ru);
  await page.locator(".combobox-option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await axe(page);
  await dialog.getByRole("button", { name: "Добавить строку" }).press("Enter");
  await page.waitForFunction(() => document.querySelector("[role=grid]")?.getAttribute("aria-rowcount") === "14");
  await reachGrid(page);
  await press(page, ...toDay(monday), "1", "Enter", "Control+KeyS");
  await saved(page, "Сохранена 1 клетка");
  await press(page, "Control+Home", ...toDay(plus(monday, 3)), ...times(5, "Shift+ArrowDown"), "Control+KeyG");
  await page.waitForURL(`${server.url}/journal/new`);
  await page.locator(".group-count").getByText("2").waitFor();
  assert.equal(await page.locator('[id="field-performed_on"]').inputValue(), shown(plus(monday, 3)));
});

test("on a phone the month is the day of the worker: one press records a visit, also without a network", async () => {
  const { page } = desk;
  // The habit of this day of the week.
  const facts = [7, 14].flatMap((back) => people.slice(0, 2).map((person) => factOf(person, services[0], plus(today, -back))));
  assert.equal((await api(page, "POST", "/facts/batch", facts)).status, 201);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/journal/month?worker=${worker}`);
  await page.getByRole("heading", { level: 1, name: "День работника" }).waitFor();
  await page.getByRole("heading", { level: 2, name: "Обычно в этот день" }).waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  const first = page.locator(".visit").filter({ hasText: "Ааронова" });
  const box = await first.getByRole("button").boundingBox();
  assert.ok(box.height >= 48, "wide enough for a thumb");
  await first.getByRole("button").click();
  await first.getByText("Записано", { exact: true }).waitFor();
  await page.context().setOffline(true);
  const second = page.locator(".visit").filter({ hasText: "Абакумова" });
  await second.getByRole("button").click();
  await second.getByText("Ждёт отправки").waitFor();
  await axe(page);
  await page.context().setOffline(false);
  await second.getByText("Записано", { exact: true }).waitFor();
  const done = (await api(page, "GET", `/facts?person=${people[1]}&from=${today}&to=${today}`)).body.items;
  assert.equal(done.length, 1);
  await noSidewaysScroll(page);
});

test("no page failed underneath", () => assert.deepEqual(desk.faults, []));
