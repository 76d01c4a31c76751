// The personal file of a recipient, by keyboard and on a phone: papers, places, kin, grounds, and another surname.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, mother, daughter;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  const home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  const register = async (person) => (await api(desk.page, "POST", "/persons", { organisation: home, person })).body.id;
  mother = await register({ family_name: "Личнова", given_name: "Нина", patronymic: "Петровна", birth: "1948-02-11", sex: "female" });
  daughter = await register({ family_name: "Дельцова", given_name: "Ольга", birth: "1972-06-05", sex: "female" });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const file = async (id) => (await api(desk.page, "GET", `/persons/${id}/file`)).body.file;
const field = (page, name) => page.locator(`[id="field-${name}"]`);
const saved = (page, id) => page.waitForURL(`${server.url}/recipients/${id}`);

test("the first lines of a file are typed without a mouse, and the card shows them", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${mother}`);
  await page.getByText("ещё не внесены").waitFor();
  await page.getByRole("link", { name: "Заполнить" }).click();
  await page.getByRole("button", { name: "Добавить документ" }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "field-documents/0/kind");
  await page.keyboard.press("Tab");
  await page.keyboard.type("5008");
  await page.keyboard.press("Tab");
  await page.keyboard.type("123456");
  await page.getByRole("button", { name: "Добавить адрес" }).press("Enter");
  await field(page, "addresses/0/landmark").fill("за магазином, синие ворота");
  await page.getByRole("button", { name: "Добавить обстоятельство" }).press("Enter");
  await field(page, "circumstances/0/code").selectOption("no_care");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await saved(page, mother);
  await page.getByText("5008 123456").waitFor();
  await page.getByText("Некому обеспечить уход").waitFor();
  await page.getByText("за магазином, синие ворота").waitFor();
  await axe(page);
});

test("a relative of the register is found by name and seen on both cards", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${mother}/file`);
  await page.getByRole("button", { name: "Добавить родственника" }).press("Enter");
  await field(page, "relatives/0/name").fill("Дельцова");
  await page.getByRole("option", { name: /Дельцова Ольга/ }).first().click();
  await page.getByLabel("Живут вместе").check();
  await page.getByRole("button", { name: "Сохранить" }).click();
  await saved(page, mother);
  await page.getByRole("link", { name: "Дельцова О." }).click();
  await page.getByRole("heading", { level: 1, name: "Дельцова Ольга" }).waitFor();
  await page.getByText("Отец или мать").waitFor();
  await page.getByRole("link", { name: "Личнова Н. П." }).waitFor();
  assert.deepEqual((await file(mother)).relatives, [{ person: daughter, kinship: "child", lives_together: true }]);
});

test("what is wrong is named at its field, and nothing is lost", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${mother}/file`);
  await field(page, "documents/0/number").fill("12");
  await page.getByRole("button", { name: "Добавить телефон" }).press("Enter");
  await field(page, "phones/0/number").fill("нет");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.locator('[id="field-documents/0/number-error"]').getByText("серия из 4 цифр").waitFor();
  await page.locator('[id="field-phones/0/number-error"]').waitFor();
  await axe(page);
  assert.equal((await file(mother)).documents[0].number, "123456");
  await field(page, "documents/0/number").fill("654321");
  await page.getByRole("button", { name: "Убрать: нет" }).click();
  await page.getByRole("button", { name: "Сохранить" }).click();
  await saved(page, mother);
  assert.equal((await file(mother)).documents[0].number, "654321");
});

test("who married is found by either surname", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${daughter}/edit`);
  await field(page, "family_name").fill("Новикова");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.locator(".error-summary").getByText("Почему другое имя").waitFor();
  await page.getByLabel("Человек сменил имя: прежнее сохранить").check();
  await axe(page);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await saved(page, daughter);
  await page.getByText("Дельцова Ольга").waitFor();
  await page.goto(`${server.url}/recipients`);
  await field(page, "search").fill("Дельцова");
  await page.getByRole("link", { name: "Новикова (Дельцова) Ольга" }).waitFor();
});

test("the file is filled on a phone", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}/recipients/${mother}/file`);
  await field(page, "documents/0/number").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.goto(`${server.url}/recipients/${mother}`);
  await page.getByText("5008 654321").waitFor();
  await noSidewaysScroll(page);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("no page failed underneath", () => assert.deepEqual(desk.faults, []));
