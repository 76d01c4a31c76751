// Beside the day at the desk: a table, a card and its changes, a person of another centre; every page on a phone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, password, signIn, startServer } from "./server.mjs";

let server, browser, desk, home;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const dialog = (page) => page.getByRole("dialog");

/** A service that no practice of the centre claims, so that none is asked for. */
async function plainService(page) {
  const { body } = await api(page, "GET", `/facts/context?organisation=${home}`);
  return body.services.find((each) => each.norm_minutes && each.practices.length === 0);
}

test("a table is checked, mended by its errors, recorded once", async () => {
  const { page } = desk;
  const { code, titles } = await plainService(page);
  const day = (await api(page, "GET", "/session")).body.today.split("-").reverse().join(".");
  const rows = ["Внешний номер;Услуга;Дата;Минуты;Способ;Фамилия;Имя;Отчество;Дата рождения;Пол",
    `j-1;${code};${day};30;в центре;Табличная;Вера;Петровна;01.02.1950;ж`, `j-2;${titles.ru};${day};45;В стационаре;Табличный;Пётр;;05.06.1941;м`, `j-3;${code};31.02.2026;45;на дому;Ошибкин;Пётр;;05.06.1941;м`];
  const file = { name: "facts.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) };
  await page.goto(`${server.url}/journal/import`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await axe(page);
  const [list] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Скачать перечень услуг с кодами" }).click()]);
  assert.match(readFileSync(await list.path(), "utf8"), new RegExp(`"${code.replaceAll(".", "\\.")}";"${titles.ru}";"услуга"`));
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByText("Файл проверен, ничего не записано").waitFor();
  await page.getByRole("rowheader", { name: "4" }).waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Записать 2 услуги" }).click();
  await page.getByText("Загрузка завершена").waitFor();
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.locator(".import-figures div", { hasText: "Уже были записаны" }).getByText("2", { exact: true }).waitFor();
});

test("a card is read and changed, and two editors notice each other", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients`);
  await page.locator("#field-search").fill("Табличная");
  await page.getByRole("link", { name: "Табличная Вера Петровна" }).click();
  await page.getByRole("heading", { level: 1, name: "Табличная Вера Петровна" }).waitFor();
  await page.getByRole("heading", { name: "Последние услуги" }).waitFor();
  await axe(page);
  const id = page.url().split("/").pop();
  await page.getByRole("link", { name: "Изменить" }).click();
  await page.locator("#field-phone").fill("+7 927 111-22-33");
  const card = (await api(page, "GET", `/persons/${id}`)).body.person;
  const { id: _id, revision, ...body } = card;
  const changed = await page.evaluate(
    async ([path, sent, version]) => (await fetch(path, { method: "PUT", headers: { "Content-Type": "application/json", "If-Match": `"${version}"` }, body: JSON.stringify(sent) })).status,
    [`/api/v1/persons/${id}`, { ...body, address: "ул. Лесная, 1" }, revision],
  );
  assert.equal(changed, 200);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("heading", { name: "Запись изменили, пока вы её правили" }).waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Взять записанное" }).click();
  assert.equal(await page.locator("#field-address").inputValue(), "ул. Лесная, 1");
  await page.locator("#field-phone").fill("+7 927 111-22-33");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("link", { name: "+7 927 111-22-33" }).waitFor();
});

test("a day of death before recorded services is asked about with their list", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients`);
  await page.locator("#field-search").fill("Табличная");
  await page.getByRole("link", { name: "Табличная Вера Петровна" }).click();
  await page.getByRole("link", { name: "Изменить" }).click();
  await page.locator("#field-phone").fill("8 (900) 765-43-21, дочь");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("alert").getByText(/Только номер, без слов/).waitFor();
  await page.locator("#field-phone").fill("8 (900) 765-43-21");
  await page.locator("#field-death").fill("01.01.2020");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await dialog(page).getByText("После этой даты смерти записаны услуги").waitFor();
  await dialog(page).getByRole("listitem").first().waitFor();
  await axe(page);
  await dialog(page).getByRole("button", { name: "Всё равно сохранить" }).click();
  await page.getByRole("heading", { level: 1, name: "Табличная Вера Петровна" }).waitFor();
});

test("a person of another centre is found by exact data only, and attached with a reason", async () => {
  const admin = await openPage(browser);
  await signIn(admin.page, server.url, "admin");
  const other = (await api(admin.page, "GET", "/organisations")).body.items.find((each) => each.kind === "centre" && each.id !== home && !each.closed_on);
  const invited = await api(admin.page, "POST", "/accounts", { login: "other.desk", name: "Другая Анна", language: "ru", active: true, roles: [{ role: "desk", organisation: other.id }] });
  assert.equal(invited.status, 201);
  assert.equal((await api(admin.page, "POST", "/invitations/accept", { token: invited.body.token, password })).status, 204);
  await admin.close();
  const stranger = await openPage(browser);
  await signIn(stranger.page, server.url, "other.desk");
  const added = await api(stranger.page, "POST", "/persons", { organisation: other.id, person: { family_name: "Чужая", given_name: "Мария", birth: "1950-01-02", sex: "female", snils: "08765430300" } });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  await stranger.close();

  const { page } = desk;
  await page.goto(`${server.url}/recipients/lookup`);
  await page.locator("#field-number").fill("087-654-303 00");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Ч. М." }).waitFor();
  assert.equal(await page.getByText("Чужая").count(), 0);
  await axe(page);
  await page.getByRole("button", { name: "Прикрепить" }).click();
  await page.locator("#field-reason[aria-invalid]").waitFor();
  await page.locator("#field-reason").fill("переехала к дочери");
  await page.getByRole("button", { name: "Прикрепить" }).click();
  await page.getByRole("heading", { level: 1, name: "Чужая Мария" }).waitFor();
});

test("every page of the desk stands on a phone", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  await signIn(phone.page, server.url, "desk");
  for (const path of ["/", "/journal", "/journal/import", "/recipients", "/recipients/new", "/recipients/lookup"]) {
    await phone.page.goto(server.url + path);
    await phone.page.getByRole("heading", { level: 1 }).waitFor();
    await phone.page.waitForTimeout(500);
    await noSidewaysScroll(phone.page);
    await axe(phone.page);
  }
  assert.deepEqual(phone.faults, []);
  await phone.close();
});

test("no page failed underneath", () => {
  assert.deepEqual(desk.faults, []);
});
