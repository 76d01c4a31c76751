// Nobody is entered twice: who is alike appears while somebody is typed, is taken or told apart, and taken over from elsewhere.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, password, signIn, startServer } from "./server.mjs";

let server, browser, desk, home;
const dialog = (page) => page.getByRole("dialog");
const alike = (page) => page.getByRole("region", { name: "Похожие люди в регистре" });
const valentina = { family_name: "Тестова-Щерба", given_name: "Валентина", patronymic: "Геннадьевна", birth: "1948-07-03", sex: "female" };
let known;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  const made = await api(desk.page, "POST", "/persons", { organisation: home, person: valentina });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  known = made.body.id;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function type(page, at, { family_name, given_name, patronymic, birth }) {
  await page.locator(`[id="field-${at}family_name"]`).fill(family_name);
  await page.locator(`[id="field-${at}given_name"]`).fill(given_name);
  await page.locator(`[id="field-${at}patronymic"]`).fill(patronymic);
  await page.locator(`[id="field-${at}birth"]`).fill(birth);
  await page.keyboard.press("Tab");
}

const slips = { family_name: "Тестова-Щребя", given_name: "Валя", patronymic: "Генадьевна", birth: "07.03.1948" };

test("who is alike appears while the form is filled, with what speaks for and against it", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/new`);
  await type(page, "person/", slips);
  await alike(page).getByText("Тестова-Щерба Валентина Геннадьевна").waitFor();
  await alike(page).getByText(/Вероятность \d+\s%: .*переставлены день и месяц/).waitFor();
  await axe(page);
  await alike(page).getByRole("button", { name: "Это он" }).first().click();
  await page.waitForURL(`**/recipients/${known}`);
  await page.getByRole("heading", { level: 1, name: "Тестова-Щерба Валентина Геннадьевна" }).waitFor();
});

test("at the desk she is taken for the fact that is being recorded", async () => {
  const { page } = desk;
  await page.goto(server.url);
  await page.locator("#field-person").focus();
  await page.keyboard.type("Тестова-Щербо Валентина Геннадиевна 03.07.1948");
  await page.getByRole("option", { name: /Новый получатель/ }).click();
  await alike(page).getByRole("button", { name: "Это он" }).click();
  await page.waitForFunction(() => document.getElementById("field-person")?.value === "Тестова-Щерба Валентина Геннадьевна");
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();
});

test("somebody else is entered for a reason, on a phone too", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  const { page } = phone;
  await signIn(page, server.url, "desk");
  await page.goto(`${server.url}/recipients/new`);
  await type(page, "person/", { ...slips, birth: "03.07.1948", patronymic: "Геннадьевна" });
  await page.getByLabel("Женский").check();
  await alike(page).waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await page.locator(".page-actions .primary").click();
  await dialog(page).getByText("Похоже, этот человек уже есть. Это он?").waitFor();
  await axe(page);
  await dialog(page).getByRole("button", { name: "Это другой человек" }).click();
  await dialog(page).locator("#field-namesake[aria-invalid=true]").waitFor();
  await dialog(page).locator("#field-namesake").fill("Двоюродная сестра, паспорт другой");
  await dialog(page).getByRole("button", { name: "Это другой человек" }).click();
  await page.getByRole("heading", { level: 1, name: /Тестова-Щребя/ }).waitFor();
  await phone.close();
});

test("whoever another centre serves is told by initials and taken over", async () => {
  const admin = await openPage(browser);
  await signIn(admin.page, server.url, "admin");
  const other = (await api(admin.page, "GET", "/organisations")).body.items.find((each) => each.kind === "centre" && each.id !== home && !each.closed_on);
  const invited = await api(admin.page, "POST", "/accounts", { login: "far.desk", name: "Дальняя Анна", language: "ru", active: true, roles: [{ role: "desk", organisation: other.id }] });
  assert.equal((await api(admin.page, "POST", "/invitations/accept", { token: invited.body.token, password })).status, 204);
  await admin.close();
  const far = await openPage(browser);
  await signIn(far.page, server.url, "far.desk");
  const added = await api(far.page, "POST", "/persons", { organisation: other.id, person: { family_name: "Заречнова", given_name: "Мария", patronymic: "Ильинична", birth: "1951-04-12", sex: "female" } });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  await far.close();

  const { page } = desk;
  await page.goto(`${server.url}/recipients/new`);
  await type(page, "person/", { family_name: "Заричнова", given_name: "Мария", patronymic: "Ильинична", birth: "12.04.1951" });
  await page.locator(".page-actions .primary").click();
  await dialog(page).getByText("З. М. И.").waitFor();
  await dialog(page).getByText("1951").waitFor();
  assert.equal(await page.getByText("Заречнова").count(), 0);
  await axe(page);
  await dialog(page).locator("#field-namesake").fill("Переехала к дочери в наш район");
  await dialog(page).getByRole("button", { name: "Это он: взять на обслуживание" }).click();
  await page.getByRole("heading", { level: 1, name: "Заречнова Мария Ильинична" }).waitFor();
});

test("no page failed underneath", () => {
  assert.deepEqual(desk.faults, []);
});
