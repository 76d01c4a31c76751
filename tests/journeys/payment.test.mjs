// Tariffs of the region, and what a recipient pays: set by the coordinator, reckoned at the desk by keyboard, and on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, coordinator, person, services, today;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  coordinator = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  await signIn(coordinator.page, server.url, "coordinator");
  const session = (await api(desk.page, "GET", "/session")).body;
  today = session.today;
  const home = session.account.roles[0].organisation.id;
  person = (await api(desk.page, "POST", "/persons", { organisation: home, person: { family_name: "Платова", given_name: "Нина", patronymic: "Петровна", birth: "1948-02-11", sex: "female" } })).body.id;
  services = (await api(desk.page, "GET", "/services")).body.items;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const field = (page, name) => page.locator(`[id="field-${name}"]`);
const titled = (code) => services.find((each) => each.code === code);
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const roubles = (kopecks) => plain(new Intl.NumberFormat("ru-RU", { minimumFractionDigits: kopecks % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }).format(kopecks / 100)) + " ₽";
const day = (iso) => iso.split("-").reverse().join(".");
const plus = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const norms = async (on) => (await api(coordinator.page, "GET", `/payment/norms?on=${on}`)).body.items;
const tariff = async (code, area, on) => (await norms(on)).find(({ value }) => value.kind === "tariff" && value.service === titled(code).id && (!value.area || value.area === area)).value.amount_kopecks;
const shown = (page) => page.locator(".pay-live .pay-sum").first();

/** As the law has it for this region's norms: the page must come to the same. */
async function expected(income, units) {
  const all = await norms(today);
  const minimum = all.find(({ value }) => value.kind === "subsistence_minimum" && value.group === "pensioner").value.amount_kopecks;
  const { limit_percent, share_percent } = all.find(({ value }) => value.kind === "payment_rule").value.rule;
  const limit = Math.round((minimum * limit_percent) / 100);
  const cost = (await tariff("household.01", "village", today)) * units;
  return income <= limit ? 0 : Math.min(cost, Math.round(((income - limit) * share_percent) / 100));
}

test("the coordinator sets a tariff from a day on, and the former one stays in the history", async () => {
  const { page } = coordinator;
  const { id, titles } = titled("household.01");
  const from = plus(today, 40);
  const old = await tariff("household.01", "city", today);
  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Тарифы и нормы" }).click();
  await page.getByRole("heading", { name: "Прожиточный минимум" }).waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Новые тарифы" }).click();
  await field(page, "valid_from").fill(day(from));
  await page.keyboard.press("Tab");
  await field(page, "ground").fill("Приказ № 7 от 01.12.2026");
  await field(page, "find").fill(titles.ru);
  await field(page, `tariff/${id}/first`).fill("1 234,50");
  await axe(page);
  await page.getByRole("button", { name: "Установить 1 значение" }).click();
  await page.waitForURL(`${server.url}/reference/payment`);
  assert.equal(await tariff("household.01", "city", plus(from, -1)), old);
  assert.equal(await tariff("household.01", "city", from), 123_450);
  await page.getByRole("button", { name: `История: ${titles.ru}` }).click();
  await page.getByRole("dialog").getByText("1 234,50 ₽").waitFor();
  await page.getByRole("dialog").getByText(`по ${day(plus(from, -1))}`).first().waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
});

test("an overlap names the service, the days and the act that stands there", async () => {
  const { page } = coordinator;
  const { id, titles } = titled("household.01");
  await page.goto(`${server.url}/reference/payment/tariffs`);
  await field(page, "valid_from").fill(day(plus(today, 10)));
  await page.keyboard.press("Tab");
  await field(page, "ground").fill("Приказ № 8");
  await field(page, "find").fill(titles.ru);
  await field(page, `tariff/${id}/first`).fill("99");
  await page.getByRole("button", { name: "Установить 1 значение" }).click();
  const summary = page.locator(".error-summary");
  await summary.waitFor();
  const said = plain(await summary.innerText());
  for (const part of [titles.ru, day(plus(today, 40)), "Приказ № 7 от 01.12.2026"]) assert.ok(said.includes(part), said);
  await axe(page);
});

test("incomes are typed without a mouse, and the calculation follows by itself", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}`);
  await page.getByRole("link", { name: "Оплата" }).click();
  await page.getByText("Оплату ещё не рассчитывали").waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Рассчитать оплату" }).press("Enter");
  await page.getByText("чей прожиточный минимум").last().waitFor();
  await field(page, "input/area").selectOption("village");
  await field(page, "input/group").selectOption("pensioner");
  await field(page, "input/services/0/service").selectOption(titled("household.01").id);
  await field(page, "input/services/0/quantity").fill("8");
  await field(page, "input/members/0/incomes/0").focus();
  await page.keyboard.type("24000,00");
  await page.keyboard.press("Control+KeyD");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "field-input/members/0/incomes/1");
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.activeElement?.id === "field-input/members/0/incomes/0");
  await shown(page).waitFor();
  assert.equal(plain(await shown(page).innerText()), roubles(await expected(2_400_000, 8)));
  const lines = plain(await page.locator(".pay-live .pay-steps").innerText());
  for (const part of ["Среднедушевой доход", "÷ 12 мес. ÷ 1 чел.", "× 150 %", "Основание:"]) assert.ok(lines.includes(part), lines);
  await axe(page);
  assert.deepEqual((await api(page, "GET", `/persons/${person}/payment`)).body.items, [], "nothing is recorded yet");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(`${server.url}/recipients/${person}/payment`);
  await page.getByRole("heading", { name: "Плата сейчас" }).waitFor();
  await axe(page);
});

test("a column of a spreadsheet is pasted, and the recalculation shows old and new with its reason", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}/payment`);
  await page.getByRole("link", { name: "Пересчитать оплату" }).click();
  await field(page, "input/members/0/incomes/0").waitFor();
  assert.equal(plain(await field(page, "input/members/0/incomes/0").inputValue()), "24 000", "incomes of the same months are there");
  await field(page, "input/members/0/incomes/0").focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", `${Array(12).fill("60 000,00 ₽").join("\n")}\n`);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await field(page, "input/members/0/incomes/11").inputValue(), "60 000,00");
  const [before, now] = [await expected(2_400_000, 8), await expected(6_000_000, 8)];
  await page.waitForFunction((text) => document.querySelector(".pay-live .pay-sum")?.textContent?.replace(/[\u00a0\u202f]/g, " ") === text, roubles(now));
  await page.getByRole("button", { name: "Записать расчёт" }).click();
  await page.locator(".error-summary").waitFor();
  await field(page, "reason").fill("Новая справка о доходах");
  await page.getByRole("button", { name: "Записать расчёт" }).click();
  await page.waitForURL(`${server.url}/recipients/${person}/payment`);
  const table = page.getByRole("region", { name: "Плата сейчас" });
  await table.getByText("Причина пересчёта: Новая справка о доходах").waitFor();
  const words = plain(await table.innerText());
  for (const part of [roubles(before), roubles(now)]) assert.ok(words.includes(part), words);
  const history = (await api(page, "GET", `/persons/${person}/payment`)).body.items;
  assert.equal(history.length, 2);
  assert.equal(history[0].previous, history[1].id);
  await page.getByRole("link", { name: "Открыть расчёт" }).click();
  await page.getByRole("heading", { level: 1, name: "Расчёт оплаты социальных услуг" }).waitFor();
  await page.getByText("60 000 ₽ × 12").waitFor();
  await axe(page);
  await page.emulateMedia({ media: "print" });
  await page.getByText("С расчётом ознакомлен(а)").waitFor();
  await page.emulateMedia({ media: "screen" });
});

test("a service without a tariff is named, and nothing is reckoned", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}/payment/new`);
  const urgent = titled("urgent.56");
  await field(page, "input/services/0/service").selectOption(urgent.id);
  await page.locator(".pay-live").getByText(`нет тарифа на услугу «${urgent.titles.ru}»`).waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Отмена" }).click();
});

test("after a new act the centre finds whom to reckon anew", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/payment`);
  await page.getByText("Пересчитывать некого").waitFor();
  const minimum = { kind: "subsistence_minimum", group: "pensioner", amount_kopecks: 1_700_000 };
  const set = await api(coordinator.page, "POST", "/payment/norms", { valid_from: today, ground: "Постановление № 9", norms: [minimum] });
  assert.equal(set.status, 201, JSON.stringify(set.body));
  await page.goto(`${server.url}/recipients`);
  await page.getByRole("link", { name: "К пересчёту оплаты" }).click();
  await page.getByRole("link", { name: "Платова Н. П." }).waitFor();
  await axe(page);
});

test("on a phone the pages fit and the grid keeps its own scroll", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [path, wanted] of [[`/recipients/${person}/payment`, ".pay-sum"], [`/recipients/${person}/payment/new`, ".pay-grid"], ["/reference/payment", ".pay-steps"]]) {
    await page.goto(server.url + path);
    await page.locator(wanted).first().waitFor();
    await noSidewaysScroll(page);
    await axe(page);
  }
  const [latest] = (await api(page, "GET", `/persons/${person}/payment`)).body.items;
  await page.goto(`${server.url}/recipients/${person}/payment/${latest.id}`);
  await page.locator(".pay-sum").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await coordinator.page.setViewportSize({ width: 360, height: 740 });
  await coordinator.page.goto(`${server.url}/reference/payment/tariffs`);
  await coordinator.page.locator(".table").waitFor();
  await noSidewaysScroll(coordinator.page);
  await axe(coordinator.page);
});

test("no page failed underneath", () => assert.deepEqual([...desk.faults, ...coordinator.faults], []));
