// The administrator: the network, an invitation that is shown once, two editors, the log.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, password, signIn, startServer } from "./server.mjs";

let server, browser, admin;

before(async () => {
  server = await startServer({ persons: 200, facts: 1000 });
  browser = await launch();
  admin = await openPage(browser);
  await signIn(admin.page, server.url, "admin");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("an organisation is found, opened and changed", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/organisations`);
  await page.locator("#field-text").fill("Правобережный");
  const link = page.getByRole("link", { name: "КЦСОН «Правобережный»" });
  await link.waitFor();
  await axe(page);
  await link.click();
  await page.getByRole("heading", { level: 1, name: "КЦСОН «Правобережный»" }).waitFor();
  for (const tab of ["Помещения", "Оборудование", "Персонал"]) {
    await page.getByRole("link", { name: tab, exact: true }).click();
    await page.getByRole("table").waitFor();
    await axe(page);
  }
  await page.getByRole("link", { name: "Помещения", exact: true }).click();
  await page.getByRole("button", { name: "Добавить помещение" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Сохранить" }).click();
  await sheet.locator("#field-title[aria-invalid]").waitFor();
  await sheet.locator("#field-title").fill("Тихая комната");
  await sheet.locator("#field-kind").selectOption({ label: "Тихая комната" });
  await sheet.locator("#field-capacity").fill("4");
  await axe(page);
  await sheet.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("button", { name: "Тихая комната" }).waitFor();
  await page.getByRole("button", { name: "Добавить помещение" }).click();
  await sheet.locator("#field-title").fill("Вторая тихая");
  await sheet.locator("#field-kind").selectOption({ label: "Другой вид…" });
  // Words of a known kind are that kind.
  await sheet.locator('[id="field-kind/own"]').fill("сенсорная комната");
  await sheet.locator("#field-capacity").fill("2");
  await axe(page);
  await sheet.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("row", { name: /Вторая тихая/ }).getByText("Сенсорная комната").waitFor();
  assert.equal(await page.getByText("office", { exact: true }).count(), 0);
  const id = page.url().split("/").at(-2);
  await page.goto(`${server.url}/organisations/${id}/equipment?add=${encodeURIComponent("Подъёмник")}`);
  await sheet.locator("#field-kind").waitFor();
  assert.equal(await sheet.locator("#field-title").inputValue(), "Подъёмник");
  await page.waitForFunction(() => document.activeElement?.id === "field-title");
  await sheet.locator("#field-kind").selectOption({ label: "Подъёмник" });
  await sheet.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("button", { name: "Подъёмник" }).waitFor();
});

test("a new organisation stands below the body of the region, and a second top is warned of", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/organisations`);
  await page.getByRole("button", { name: "Добавить организацию" }).click();
  const sheet = page.getByRole("dialog");
  const parent = sheet.locator("#field-parent");
  const body = await parent.locator("option:checked").innerText();
  assert.notEqual(body, "Никому");
  await parent.selectOption("");
  await sheet.getByText(`Во главе региона уже стоит ${body}`).waitFor();
  await axe(page);
  await sheet.getByRole("button", { name: "Отмена" }).click();
});

test("two editors of one organisation see both versions", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/organisations`);
  await page.locator("#field-text").fill("Правобережный");
  await page.getByRole("link", { name: "КЦСОН «Правобережный»" }).click();
  await page.getByRole("button", { name: "Изменить" }).click();
  await page.getByRole("dialog").locator("#field-phone").fill("+7 000 000-00-01");
  const id = page.url().split("/").pop();
  const status = await page.evaluate(async (organisation) => {
    const { id: _id, revision, ...body } = await (await fetch(`/api/v1/organisations/${organisation}`)).json();
    const answer = await fetch(`/api/v1/organisations/${organisation}`, { method: "PUT", headers: { "Content-Type": "application/json", "If-Match": `"${revision}"` }, body: JSON.stringify({ ...body, director: "Новая Директор" }) });
    return answer.status;
  }, id);
  assert.equal(status, 200);
  await page.getByRole("dialog").getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("cell", { name: "Новая Директор" }).waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Записать моё" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" }).catch(() => undefined);
  assert.equal((await api(page, "GET", `/organisations/${id}`)).body.phone, "+7 000 000-00-01");
});

test("a user is invited by a link that is shown once, and sets the password", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/accounts`);
  await page.getByRole("table").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Добавить пользователя" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator("#field-login").fill("new.desk");
  await sheet.locator("#field-name").fill("Новикова Ольга Сергеевна");
  await sheet.getByRole("button", { name: "Создать и получить ссылку" }).click();
  // A role of a centre needs its centre.
  await sheet.locator('[id="field-roles/0/organisation"][aria-invalid]').waitFor();
  await sheet.locator('[id="field-roles/0/organisation"]').selectOption({ label: "КЦСОН «Правобережный»" });
  await axe(page);
  await sheet.getByRole("button", { name: "Создать и получить ссылку" }).click();
  const link = await sheet.locator("#invitation-link").inputValue();
  assert.match(link, /\/invitation#[0-9a-f]{64}$/);
  await axe(page);
  await sheet.getByRole("button", { name: "Готово" }).click();
  await page.getByText("Ждёт пароля").first().waitFor();

  const guest = await openPage(browser, { width: 360, height: 740 });
  await guest.page.goto(link);
  await guest.page.locator("#field-password").waitFor();
  await guest.page.getByText("new.desk").waitFor();
  await guest.page.getByText("Не короче 12 знаков", { exact: false }).waitFor();
  // The token leaves the address as soon as it is read.
  assert.equal(new URL(guest.page.url()).hash, "");
  await noSidewaysScroll(guest.page);
  await axe(guest.page);
  await guest.page.locator("#field-password").fill("short");
  await guest.page.getByRole("button", { name: "Сохранить пароль" }).click();
  await guest.page.locator("#field-password[aria-invalid]").waitFor();
  await guest.page.locator("#field-password").fill(password);
  await guest.page.getByRole("button", { name: "Сохранить пароль" }).click();
  await guest.page.getByRole("heading", { name: "Пароль сохранён" }).waitFor();
  assert.equal(server.log().includes(link.split("#")[1]), false);
  await signIn(guest.page, server.url, "new.desk");
  await guest.page.getByRole("heading", { level: 1, name: "Сегодня" }).waitFor();
  await guest.page.goto(`${server.url}/account`);
  await guest.page.getByRole("radio", { name: "Қазақша" }).click();
  await guest.page.getByRole("heading", { level: 1, name: "Менің тіркелгім" }).waitFor();
  await axe(guest.page);
  assert.deepEqual(guest.faults, []);
  await guest.close();

  await page.getByRole("button", { name: "Новикова Ольга Сергеевна" }).click();
  await page.getByRole("dialog").getByRole("checkbox").uncheck();
  await page.getByRole("dialog").getByRole("button", { name: "Сохранить" }).click();
  // The reader of the list was faster than the new password: both versions are shown, and the administrator decides.
  const mine = page.getByRole("button", { name: "Записать моё" });
  if (await mine.waitFor({ timeout: 3000 }).then(() => true, () => false)) await mine.click();
  await page.getByText("Отключён").first().waitFor();
});

test("the log shows who did what, and narrows to one record", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/audit`);
  await page.getByRole("row", { name: /Отключён пользователь/ }).first().waitFor();
  await axe(page);
  await page.getByRole("row", { name: /Отключён пользователь/ }).getByRole("link", { name: "запись" }).first().click();
  await page.getByText("Показаны только действия с одной записью.").waitFor();
  await page.getByRole("row", { name: /Создан пользователь/ }).waitFor();
});

test("the log is narrowed by employee, action and day, and names who signs in", async () => {
  const { page } = admin;
  await page.goto(`${server.url}/audit`);
  await page.locator("#field-action").selectOption({ label: "Вход" });
  await page.locator("#field-account").selectOption({ label: "Новикова Ольга Сергеевна (new.desk)" });
  const row = page.getByRole("row", { name: /Вход/ }).first();
  await row.getByText("new.desk").waitFor();
  assert.equal(await page.getByRole("row", { name: /Создан пользователь/ }).count(), 0);
  assert.match(page.url(), /account=new\.desk/);
  assert.match(page.url(), /action=accounts\.signed_in/);
  await axe(page);
  await page.locator("#field-from").fill("01.01.2020");
  await page.locator("#field-to").fill("02.01.2020");
  await page.keyboard.press("Tab");
  await page.getByText("Записей нет").waitFor();
});

test("a director finds the own centre in the menu", async () => {
  const director = await openPage(browser);
  await signIn(director.page, server.url, "director");
  await director.page.getByRole("link", { name: "Мой центр" }).click();
  const own = (await api(director.page, "GET", "/session")).body.account.roles[0].organisation.title;
  await director.page.getByRole("heading", { level: 1, name: own }).waitFor();
  assert.deepEqual(director.faults, []);
  await director.close();
});

test("every page of the administrator stands on a phone", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  await signIn(phone.page, server.url, "admin");
  for (const path of ["/organisations", "/reference", "/accounts", "/audit", "/account"]) {
    await phone.page.goto(server.url + path);
    await phone.page.getByRole("heading", { level: 1 }).waitFor();
    await phone.page.waitForTimeout(500);
    await noSidewaysScroll(phone.page);
    await axe(phone.page);
  }
  assert.deepEqual(phone.faults, []);
  assert.deepEqual(admin.faults, []);
  await phone.close();
});
