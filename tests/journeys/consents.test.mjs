// Consents one by one: recorded by keyboard, printed, renewed when the words change, withdrawn; texts and lists by the coordinator.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, coordinator, person;

before(async () => {
  server = await startServer({ persons: 300, facts: 1000 });
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  const home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  person = (await api(desk.page, "POST", "/persons", { organisation: home, person: { family_name: "Согласова", given_name: "Вера", birth: "1951-04-17", sex: "female" } })).body.id;
  coordinator = await openPage(browser);
  await signIn(coordinator.page, server.url, "coordinator");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const field = (page, name) => page.locator(`[id="field-${name}"]`);
const consents = async () => (await api(desk.page, "GET", `/persons/${person}/consents`)).body.items;
const section = (page) => page.getByRole("region", { name: "Согласия" });

test("a signed consent is recorded without a mouse", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}`);
  await section(page).getByText("Согласие на фотографии с мероприятий").waitFor();
  await axe(page);
  await page.keyboard.press("KeyC");
  await page.getByRole("dialog", { name: "Записать согласие" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "field-text");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await section(page).getByText("действует").waitFor();
  const [first] = await consents();
  assert.deepEqual([first.purpose, first.state, first.given.channel], ["health_data", "stands", "paper"]);
});

test("the paper to sign is a tagged PDF", async () => {
  const { page } = desk;
  const href = await section(page).getByRole("link", { name: /Посмотреть: Согласие на фотографии/ }).getAttribute("href");
  const head = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const bytes = await answer.text();
    return { status: answer.status, type: answer.headers.get("content-type"), pdf: bytes.startsWith("%PDF-"), tagged: bytes.includes("/Marked true") };
  }, href);
  assert.deepEqual(head, { status: 200, type: "application/pdf", pdf: true, tagged: true });
});

test("a spoken consent names its witness", async () => {
  const { page } = desk;
  await section(page).getByRole("button", { name: /Записать: Согласие на фотографии/ }).press("Enter");
  await page.getByLabel("Устно").check();
  await page.keyboard.press("Control+Enter");
  await page.locator('[id="field-witness-error"]').waitFor();
  await axe(page);
  await field(page, "witness").fill("Петрова Анна");
  await page.keyboard.press("Control+Enter");
  await section(page).getByText("при свидетеле: Петрова Анна").waitFor();
});

test("the coordinator writes other words, and the card says that they are newer", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Тексты согласий" }).click();
  await page.getByText("образец: проверьте у юриста").first().waitFor();
  await axe(page);
  await page.getByRole("button", { name: /Новая версия: Согласие на фотографии/ }).click();
  await field(page, "recipients/ru").fill("");
  await page.getByRole("button", { name: "Сохранить версию" }).click();
  await page.locator('[id="field-recipients/ru-error"]').waitFor();
  await axe(page);
  await field(page, "recipients/ru").fill("Посетители сайта учреждения");
  await field(page, "bodies/ru").fill("Я согласен (согласна) на снимки.\nЭто записал юрист региона.");
  await page.getByRole("button", { name: "Сохранить версию" }).click();
  await page.getByText("Это записал юрист региона.").waitFor();
  await page.getByText("1 прежняя версия").waitFor();
  await desk.page.reload();
  await section(desk.page).getByText("есть новый текст").waitFor();
  await section(desk.page).getByRole("button", { name: /Записать: Согласие на фотографии/ }).press("Enter");
  await desk.page.getByRole("dialog").waitFor();
  await desk.page.keyboard.press("Control+Enter");
  await section(desk.page).getByText("1 прежнее согласие").waitFor();
  assert.deepEqual((await consents()).filter((each) => each.purpose === "photos").map((each) => each.state), ["stands", "replaced"]);
});

test("a consent is withdrawn and stays to be read", async () => {
  const { page } = desk;
  await section(page).getByRole("button", { name: /Отозвать: Согласие на фотографии/ }).click();
  await field(page, "reason").fill("Не хочет снимков");
  await axe(page);
  await page.getByRole("button", { name: "Отозвать согласие" }).click();
  await section(page).getByText("отозвано", { exact: true }).waitFor();
  await section(page).getByText("2 прежних согласия").click();
  await section(page).getByText(/Отозвано .*: Не хочет снимков/).first().waitFor();
  await axe(page);
});

test("the story of the person tells of it, and can be narrowed", async () => {
  const { page } = desk;
  await page.getByRole("link", { name: "История" }).click();
  await page.getByText("Согласие на фотографии с мероприятий: дано").first().waitFor();
  await page.getByText("Заведена карточка").waitFor();
  await axe(page);
  await field(page, "kind").selectOption("attachment");
  await page.getByText("Взят на обслуживание").waitFor();
  assert.equal(await page.getByText("Заведена карточка").count(), 0);
  await page.setViewportSize({ width: 360, height: 740 });
  await noSidewaysScroll(page);
  await axe(page);
  await page.setViewportSize({ width: 1366, height: 768 });
});

test("a word is added to the region's list, renamed and ended", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/reference/lists`);
  await page.getByRole("button", { name: "Добавить категорию" }).click();
  await field(page, "titles/ru").fill("Ветеран труда");
  await field(page, "code").fill("Ветеран");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.locator('[id="field-code-error"]').waitFor();
  await axe(page);
  await field(page, "code").fill("veteran_of_labour");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("button", { name: "Изменить: Ветеран труда" }).click();
  await field(page, "titles/ru").fill("Ветеран труда области");
  await field(page, "until").fill("31.12.2031");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("cell", { name: "Ветеран труда области" }).waitFor();
  await axe(page);
  const words = (await api(page, "GET", "/person-lists")).body.items;
  assert.equal(words.find((each) => each.code === "veteran_of_labour").until, "2031-12-31");
  assert.equal((await api(desk.page, "POST", "/person-lists", { kind: "category", code: "mine", titles: { ru: "Своё" }, since: "2026-01-01" })).status, 403);
});

test("all of it fits a phone", async () => {
  for (const { page } of [desk, coordinator]) await page.setViewportSize({ width: 360, height: 740 });
  await desk.page.goto(`${server.url}/recipients/${person}`);
  await section(desk.page).getByText("действует").first().waitFor();
  await noSidewaysScroll(desk.page);
  await axe(desk.page);
  for (const path of ["consents", "lists"]) {
    await coordinator.page.goto(`${server.url}/reference/${path}`);
    await coordinator.page.getByRole("heading", { level: 2 }).first().waitFor();
    await noSidewaysScroll(coordinator.page);
    await axe(coordinator.page);
  }
});

test("no page failed underneath", () => assert.deepEqual([...desk.faults, ...coordinator.faults], []));
