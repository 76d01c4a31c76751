// A day at the desk, by keyboard: services one by one, a group, a correction, a table, a card, a person of another centre.
import assert from "node:assert/strict";
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

const focused = (page) => page.evaluate(() => document.activeElement?.id);
const waitForFocus = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
const mine = async (page) => (await api(page, "GET", "/facts?mine=true&limit=50")).body.items;

/** Types into a field with a list and takes the first that is found. */
async function take(page, field, text) {
  await page.locator(`[id="${field}"]`).focus();
  await page.keyboard.type(text);
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.getByRole("status").filter({ hasText: /Найден/ }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** A service that no practice of the centre claims, so that none is asked for. */
async function plainService(page) {
  const { body } = await api(page, "GET", `/facts/context?organisation=${home}`);
  return body.services.find((each) => each.norm_minutes && each.practices.length === 0);
}

async function someone(page, from = 0) {
  return (await api(page, "GET", `/persons?limit=${from + 1}`)).body.items[from];
}

test("the day begins at the field of the recipient", async () => {
  await desk.page.getByRole("heading", { level: 1, name: "Сегодня" }).waitFor();
  await waitForFocus(desk.page, "field-person");
  await axe(desk.page);
});

test("a service is recorded without a mouse, and the next keeps it", async () => {
  const { page } = desk;
  const person = await someone(page);
  await take(page, "field-person", person.name.toLowerCase());
  await waitForFocus(page, "field-service");
  const service = await plainService(page);
  await page.keyboard.type(service.titles.ru);
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("field-minutes").value !== "");
  await page.keyboard.press("Control+Enter");
  await page.getByText(`Записано: ${person.name}`).waitFor();
  await waitForFocus(page, "field-person");
  assert.equal(await page.locator("#field-person").inputValue(), "");
  assert.equal(await page.locator("#field-service").inputValue(), service.titles.ru);

  await page.keyboard.type((await someone(page, 1)).name.slice(0, 5));
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 2);
  const facts = await mine(page);
  assert.equal(facts.length, 2);
  assert.equal(facts[0].service, facts[1].service);
  assert.equal(facts[1].person.id, person.id);
});

test("somebody new is registered in the same form", async () => {
  const { page } = desk;
  await page.locator("#field-person").focus();
  await page.keyboard.type("Новикова-Тест Анна Ивановна 07.03.1948");
  await page.getByRole("option", { name: /Новый получатель/ }).waitFor();
  await page.waitForFunction(() => document.querySelector("[role=option][data-highlighted]")?.textContent.includes("Новый"));
  await page.keyboard.press("Enter");
  await page.locator('[id="field-new_person/birth"]').waitFor();
  assert.equal(await page.locator('[id="field-new_person/family_name"]').inputValue(), "Новикова-Тест");
  assert.equal(await page.getByLabel("Женский").isChecked(), true);
  await axe(page);
  await page.locator('[id="field-new_person/snils"]').fill("112-233-445 96");
  await page.keyboard.press("Control+Enter");
  // A wrong check digit is said at the field, and what was typed stays.
  await page.locator('[id="field-new_person/snils"][aria-invalid]').waitFor();
  assert.equal(await page.locator('[id="field-new_person/given_name"]').inputValue(), "Анна");
  await page.locator('[id="field-new_person/snils"]').fill("112-233-445 95");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Записано: Новикова-Тест Анна").waitFor();
  const [fact] = await mine(page);
  assert.equal(fact.person.age, new Date(fact.performed_on).getFullYear() - 1948 - (fact.performed_on.slice(5) < "03-07" ? 1 : 0));
});

test("what the server refuses is said at its field", async () => {
  const { page } = desk;
  await take(page, "field-person", "Новикова-Тест");
  await page.locator("#field-performed_on").fill("31.12.2099");
  await page.keyboard.press("Control+Enter");
  await page.locator("#field-performed_on[aria-invalid]").waitFor();
  await axe(page);
  await page.reload();
  // The draft lives in the session: a reload loses nothing.
  await page.waitForFunction(() => document.getElementById("field-person")?.value.startsWith("Новикова-Тест"));
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();
});

test("a group is recorded in one go", async () => {
  const { page } = desk;
  await page.keyboard.press("Alt+Digit2");
  await take(page, "field-service", (await plainService(page)).titles.ru);
  for (const at of [0, 1]) {
    await take(page, "field-participants", (await someone(page, at)).name);
    await page.getByText(at === 0 ? "1 участник" : "2 участника", { exact: true }).waitFor();
  }
  await page.locator("#field-minutes").fill("60");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await page.getByText("Записаны 2 услуги").waitFor();
  const [one, two] = await mine(page);
  assert.equal(one.group, two.group);
  assert.notEqual(one.person.id, two.person.id);
  await page.keyboard.press("Alt+Digit1");
});

test("a fact is corrected and reversed with a reason, and nothing is lost", async () => {
  const { page } = desk;
  const before = await mine(page);
  await page.getByRole("button", { name: /^Исправить/ }).first().click();
  await page.locator("#field-reason").fill("не те минуты");
  await page.locator("#field-minutes").fill("25");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Запись исправлена").first().waitFor();
  await page.getByRole("button", { name: /^Сторнировать/ }).nth(1).click();
  await page.getByRole("dialog").getByRole("textbox").fill("записано дважды");
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Сторнировать" }).click();
  await page.getByText("Запись сторнирована").first().waitFor();
  const facts = await mine(page);
  assert.equal(facts.length, before.length + 3);
  assert.deepEqual(facts.filter((each) => each.reason).map((each) => each.reason).sort(), ["записано дважды", "не те минуты"]);
  assert.equal(facts.find((each) => !each.reverses && !each.reversed_by).minutes, 25);
});

test("a table is checked, mended by its errors, recorded once", async () => {
  const { page } = desk;
  const { code } = await plainService(page);
  const day = (await api(page, "GET", "/session")).body.today.split("-").reverse().join(".");
  const rows = ["Внешний номер;Услуга;Дата;Минуты;Способ;Фамилия;Имя;Отчество;Дата рождения;Пол",
    `j-1;${code};${day};30;в центре;Табличная;Вера;Петровна;01.02.1950;ж`, `j-2;${code};${day};45;на дому;Табличный;Пётр;;05.06.1941;м`, `j-3;${code};31.02.2026;45;на дому;Ошибкин;Пётр;;05.06.1941;м`];
  const file = { name: "facts.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) };
  await page.goto(`${server.url}/journal/import`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await axe(page);
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

test("no page failed underneath", async () => {
  assert.deepEqual(desk.faults, []);
  assert.ok(await focused(desk.page) !== undefined);
});
