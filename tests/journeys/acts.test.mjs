// A month from the first look to the signed act: previewed, mended, closed, printed, and corrected by a late fact.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, director, desk, coordinator, home, person, service, months, first, second, closing, act;
const reported = {};

const field = (page, name) => page.locator(`[id="field-${name}"]`);
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");
const iso = (month, day) => `${month.slice(0, 8)}${String(day).padStart(2, "0")}`;

/** What the server sends, as text that keeps every byte. */
const bytes = (page, path) =>
  page.evaluate(async (target) => {
    const answer = await fetch(`/api/v1${target}`);
    return answer.status === 200 ? [...new Uint8Array(await answer.arrayBuffer())].map((each) => String.fromCharCode(each)).join("") : `status ${answer.status}`;
  }, path);

const deliver = async (day) => {
  const made = await api(desk.page, "POST", "/facts", { organisation: home, person, service: service.id, performed_on: day, minutes: 30, channel: "home" });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id;
};

before(async () => {
  server = await startServer();
  browser = await launch();
  director = await openPage(browser);
  desk = await openPage(browser);
  coordinator = await openPage(browser);
  await signIn(director.page, server.url, "director");
  await signIn(desk.page, server.url, "desk");
  await signIn(coordinator.page, server.url, "coordinator");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  person = (await api(desk.page, "POST", "/persons", { organisation: home, person: { family_name: "Аактова", given_name: "Зоя", patronymic: "Петровна", birth: "1947-05-11", sex: "female" } })).body.id;
  service = (await api(desk.page, "GET", "/services")).body.items.find((each) => each.code === "household.01");
  months = (await api(director.page, "GET", `/closings?organisation=${home}`)).body.items;
  [second, first] = months.filter((each) => each.state === "open").slice(-2).map((each) => each.month);
  for (const day of [3, 5, 9]) await deliver(iso(first, day));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("months of the centre are found from the recipients, the open ones to be closed", async () => {
  const { page } = director;
  await page.goto(`${server.url}/recipients`);
  await page.getByRole("link", { name: "Акты и закрытие месяца" }).click();
  await page.getByRole("heading", { name: "Акты и закрытие месяца" }).waitFor();
  await page.getByText("Пора закрыть").first().waitFor();
  await page.getByText("Закрыт", { exact: true }).first().waitFor();
  await axe(page);
  await page.locator(`a[href="/acts/preview/${home}/${first}"]`).press("Enter");
  await page.getByRole("heading", { name: "Что исправить до закрытия" }).waitFor();
  await axe(page);
});

test("what is to be mended leads to where it is mended, and is gone afterwards", async () => {
  const { page } = director;
  await page.locator(".acts-problems > li", { hasText: "Оплата не рассчитана" }).getByRole("link", { name: "Аактова Зоя Петровна" }).click();
  await page.getByText("Оплату ещё не рассчитывали").waitFor();
  const recorded = await api(desk.page, "POST", `/persons/${person}/payment`, {
    organisation: home,
    input: {
      care_form: "home", area: "city", group: "pensioner", applied_on: first, effective_on: first,
      members: [{ who: "сама", incomes: Array(12).fill(2_600_000) }], services: [{ service: service.id, quantity: 300, care_package: false }],
    },
  });
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
  await page.goto(`${server.url}/acts/preview/${home}/${first}`);
  const row = page.getByRole("row", { name: /Аактова Зоя/ });
  await row.waitFor();
  assert.match(plain(await row.innerText()), /\d ₽\s*\d+.* ₽/s);
  assert.equal(await page.locator(".acts-problems > li", { hasText: "Оплата не рассчитана" }).getByRole("link", { name: "Аактова Зоя Петровна" }).count(), 0);
});

test("the director closes the month by keyboard, and says why with something left", async () => {
  const { page } = director;
  await page.keyboard.press("Control+Enter");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await axe(page);
  if (await field(page, "accepted").count()) {
    await dialog.getByRole("button", { name: "Закрыть месяц" }).click();
    await dialog.locator(".error-summary").waitFor();
    await field(page, "accepted").fill("Остальные расчёты оплаты ещё собираем");
  }
  await dialog.getByRole("button", { name: "Закрыть месяц" }).press("Enter");
  await page.waitForURL(/\/acts\/months\//);
  closing = page.url().split("/").pop();
  await page.getByRole("heading", { name: "Печать актов" }).waitFor();
  await axe(page);
});

test("all acts are printed in one go, and each on its own", async () => {
  const { page } = director;
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Одним файлом" }).click();
  assert.match((await saved).suggestedFilename(), /^Акты за .*\.(pdf|zip)$/);
  const each = page.waitForEvent("download");
  await page.getByRole("button", { name: "По файлу на акт" }).click();
  assert.match((await each).suggestedFilename(), /\.zip$/);
  await field(page, "name").fill("аактова");
  await page.getByRole("link", { name: "Аактова Зоя Петровна" }).waitFor();
  act = (await api(page, "GET", `/closings/${closing}/acts?name=${encodeURIComponent("аактова")}`)).body.items[0];
  reported.paper = await bytes(page, `/acts/${act.id}/paper`);
  assert.ok(reported.paper.startsWith("%PDF"));
  for (const format of ["csv", "pdf"]) reported[format] = await bytes(page, `/closings/${closing}/register?format=${format}`);
  assert.ok(reported.csv.length > 200);
});

test("signatures are marked at the desk, without a mouse", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/acts/months/${closing}`);
  await field(page, "name").fill("аактова");
  const box = page.getByRole("checkbox", { name: /Аактова/ });
  await box.waitFor();
  // The list of the whole month is drawn anew once the name has been asked for.
  await page.waitForFunction(() => document.querySelectorAll("tbody input[type=checkbox]").length === 1);
  await box.press("Space");
  await page.getByRole("button", { name: "Отметить подпись: 1 акт" }).press("Enter");
  await page.getByRole("dialog").waitFor();
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Отметить" }).press("Enter");
  await page.getByRole("row", { name: /Аактова/ }).getByText("Подписан", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Аактова Зоя Петровна" }).click();
  await page.getByText("Подписан на бумаге").waitFor();
  await axe(page);
});

test("a late fact changes nothing of the closed month and is told by the next one", async () => {
  await deliver(iso(first, 11));
  const { page } = director;
  await page.goto(`${server.url}/acts/preview/${home}/${second}`);
  const row = page.getByRole("region", { name: "Исправления закрытых месяцев" }).getByRole("row", { name: /Аактова/ });
  await row.waitFor();
  assert.match(plain(await row.innerText()), /внесён 1 поздний факт/);
  await axe(page);
  const closed = await api(page, "POST", "/closings", { organisation: home, month: second, accepted: "остальное позже" });
  assert.equal(closed.status, 201, JSON.stringify(closed.body));
  await page.goto(`${server.url}/acts/months/${closed.body.closing}`);
  const card = page.getByRole("article", { name: /Аактова/ });
  await card.waitFor();
  assert.match(plain(await card.innerText()), new RegExp(`К акту № ${act.label}`));
  await axe(page);
  for (const format of ["csv", "pdf"]) assert.equal(await bytes(page, `/closings/${closing}/register?format=${format}`), reported[format], `the register as ${format} is the same to the byte`);
  assert.equal(await bytes(page, `/acts/${act.id}/paper`), reported.paper, "the act is the same to the byte");
});

test("the recipient's months show the act, the correction and what is open, on a phone too", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  await signIn(phone.page, server.url, "desk");
  await phone.page.goto(`${server.url}/recipients/${person}/payment`);
  await phone.page.getByRole("link", { name: "Месяцы и счета" }).click();
  await phone.page.getByRole("link", { name: `Акт № ${act.label}` }).waitFor();
  await phone.page.getByText("внесён 1 поздний факт").waitFor();
  await axe(phone.page);
  await noSidewaysScroll(phone.page);
  await phone.page.goto(`${server.url}/acts/months/${closing}`);
  await phone.page.getByRole("heading", { name: "Печать актов" }).waitFor();
  await axe(phone.page);
  await noSidewaysScroll(phone.page);
});

test("the region sees which months are closed, and no act", async () => {
  const { page } = coordinator;
  const seen = await api(page, "GET", `/closings?organisation=${home}`);
  assert.equal(seen.body.items.find((each) => each.month === first).state, "closed");
  assert.ok([403, 404].includes((await api(page, "GET", `/acts/${act.id}`)).status));
});
