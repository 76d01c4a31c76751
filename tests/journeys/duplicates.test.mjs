// The register is held against itself, the desk decides of those who are alike, merges two cards and sets them apart again.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, home, first, second;
const dialog = (page) => page.getByRole("dialog");
const merged = (page) => page.getByRole("region", { name: "Объединённые карточки" });
const names = { family_name: "Двойнева", given_name: "Валентина", patronymic: "Геннадьевна", birth: "1948-07-03", sex: "female", phone: "+7 913 555-44-33" };

async function add(person) {
  const made = await api(desk.page, "POST", "/persons", { organisation: home, person, namesake: "заведена второй раз для проверки" });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.id;
}

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  first = await add(names);
  // Entered by a table of another program: no desk was asked.
  second = await add({ ...names, family_name: "Двойнёва", given_name: "Валя", snils: "112-233-445 95" });
  const service = (await api(desk.page, "GET", `/facts/context?organisation=${home}`)).body.services.find((each) => each.norm_minutes && each.practices.length === 0);
  const day = (await api(desk.page, "GET", "/session")).body.today;
  for (const person of [first, second]) {
    const made = await api(desk.page, "POST", "/facts", { organisation: home, service: service.id, performed_on: day, minutes: 30, channel: "centre", person });
    assert.equal(made.status, 201, JSON.stringify(made.body));
  }
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the coordinator holds the register against itself and sees no name", async () => {
  const coordinator = await openPage(browser);
  const { page } = coordinator;
  await signIn(page, server.url, "coordinator");
  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Проверка на двойников" }).click();
  await page.getByText("Проверок ещё не было").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Проверить реестр" }).click();
  await page.getByRole("cell", { name: /секунд/ }).waitFor();
  await axe(page);
  assert.equal((await api(page, "GET", "/duplicates")).status, 403);
  await coordinator.close();
});

test("the desk finds a second card by name and compares the two", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${first}`);
  await page.getByRole("link", { name: "Есть вторая карточка" }).click();
  await page.locator("#field-other").pressSequentially("двойнёва");
  await page.getByRole("option", { name: /Двойнёва Валя/ }).click();
  await page.waitForURL(`**/recipients/${first}/compare/${second}`);
  await page.getByText(/Вероятность \d+/).waitFor();
  await page.getByText("Со второй карточки перейдёт: СНИЛС").waitFor();
  await axe(page);
});

test("two cards become one, with what hung on both", async () => {
  const { page } = desk;
  await page.locator('[id="field-reason"]').fill("Тот же паспорт, при переносе заведена дважды");
  await page.getByRole("button", { name: "Объединить: это один человек" }).click();
  await page.waitForURL(`**/recipients/${first}`);
  await merged(page).getByText("Двойнёва Валя Геннадьевна").waitFor();
  await page.getByText("112-233-445 95").waitFor();
  await axe(page);
  assert.equal((await api(page, "GET", `/facts?person=${first}`)).body.items.length, 2);
  await page.goto(`${server.url}/recipients/${second}`);
  await page.waitForURL(`**/recipients/${first}`);
});

test("a merge is undone on any day, and both cards are what they were", async () => {
  const { page } = desk;
  await merged(page).getByRole("button", { name: /Разделить/ }).click();
  await dialog(page).getByLabel("Почему это два человека").fill("нет");
  await dialog(page).getByRole("button", { name: "Разделить" }).click();
  await dialog(page).locator("#field-reason[aria-invalid=true]").waitFor();
  await axe(page);
  await dialog(page).getByLabel("Почему это два человека").fill("Пришли обе, двоюродные сёстры");
  await dialog(page).getByRole("button", { name: "Разделить" }).click();
  await merged(page).getByText("разделены", { exact: true }).waitFor();
  assert.equal((await api(page, "GET", `/facts?person=${first}`)).body.items.length, 1);
  await page.goto(`${server.url}/recipients/${second}`);
  await page.getByRole("heading", { level: 1, name: "Двойнёва Валя Геннадьевна" }).waitFor();
  await page.getByText("112-233-445 95").waitFor();
});

test("the queue of the centre is decided on a phone", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  const { page } = phone;
  await signIn(page, server.url, "desk");
  await page.goto(`${server.url}/recipients`);
  await page.getByRole("link", { name: "Похожие получатели" }).click();
  await page.getByText(/Реестр проверен/).waitFor();
  const before = (await api(page, "GET", "/duplicates?limit=200")).body.items.length;
  await noSidewaysScroll(page);
  await axe(page);
  if (before > 0) {
    await page.getByRole("button", { name: /Это разные люди/ }).first().click();
    await dialog(page).getByLabel("Почему это разные люди").fill("Мать и дочь, паспорта разные");
    await dialog(page).getByRole("button", { name: "Это разные люди" }).click();
    await page.locator(".visually-hidden").getByText("Записано: это разные люди").waitFor();
    assert.equal((await api(page, "GET", "/duplicates?limit=200")).body.items.length, before - 1);
  }
  await page.goto(`${server.url}/recipients/${first}/compare/${second}`);
  await page.getByRole("button", { name: "Объединить: это один человек" }).waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await phone.close();
});

test("no page failed underneath", () => {
  assert.deepEqual(desk.faults, []);
});
