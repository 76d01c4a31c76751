// A standard from its first draft to force and on to the next version, through the screens of those who make it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let practice;
let standard;
const people = {};

before(async () => {
  server = await startServer({ persons: 200, facts: 1000 });
  browser = await launch();
  for (const login of ["coordinator", "director"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
  const { centre } = await ownCentre();
  const { body: matrix } = await api(people.coordinator.page, "GET", "/matrix");
  const row = matrix.centres.findIndex((each) => each.id === centre);
  const { body: standards } = await api(people.coordinator.page, "GET", "/standards");
  const free = (each) => standards.items.every((other) => other.practice !== matrix.practices[each.practice].id);
  const running = matrix.cells.find((each) => each.centre === row && each.adoption && each.stage !== "stopped" && free(each));
  practice = matrix.practices[running.practice];
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function ownCentre() {
  const { body } = await api(people.director.page, "GET", "/session");
  return { centre: body.account.roles[0].organisation.id };
}

async function sound(page) {
  await axe(page);
  await noSidewaysScroll(page);
}

async function approve(page, number) {
  await page.getByLabel("Номер приказа").fill(number);
  await page.getByRole("button", { name: "Утвердить", exact: true }).click();
}

test("a methodist drafts a standard from a practice, and the draft is full from the start", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}/standards/new?practice=${practice.id}`);
  await page.getByLabel("Код").fill("СТ-77");
  await page.getByRole("button", { name: "Создать проект" }).click();
  await page.getByRole("heading", { name: "Показатели" }).waitFor();
  assert.ok((await page.locator(".standard-reads").count()) >= 1, "statements came from the package");
  for (const part of ["volume", "conditions", "accessibility", "target_group", "description"]) {
    const field = page.locator(`[id="field-content/${part}/ru"]`);
    if (!(await field.inputValue())) await field.fill("По программе получателя.");
  }
  const remote = page.locator('[id="field-content/remote/conditions/ru"]');
  if ((await remote.count()) && !(await remote.inputValue())) await remote.fill("При устойчивой связи.");
  await sound(page);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("button", { name: "Направить" }).waitFor();
  standard = new URL(page.url()).pathname;
  await page.locator("#clause-1\\.1").waitFor();
  await sound(page);
});

test("a director comments, the author answers, and the order brings the standard into force", async () => {
  const { page } = people.coordinator;
  const { page: other } = people.director;
  await page.getByRole("button", { name: "Направить" }).click();
  await page.getByText(/на замечаниях/).first().waitFor();
  await other.goto(`${server.url}${standard}`);
  await other.locator("#field-part").selectOption({ index: 1 });
  await other.locator("#field-text").fill("Просим уточнить срок.");
  await other.getByRole("button", { name: "Отправить замечание" }).click();
  await other.getByText("Ответа ещё нет").waitFor();
  await sound(other);

  await page.reload();
  await page.locator("#field-reason").fill("Все центры ответили");
  await page.getByRole("button", { name: "Завершить сбор" }).click();
  await page.getByText("Ответьте на 1 замечание").waitFor();
  await page.getByRole("radio", { name: "Отклонено" }).check();
  await page.getByLabel("Почему отклонено").fill("Срок назван в пункте 1.1");
  await page.getByRole("button", { name: "Ответить" }).click();
  await approve(page, "201-п");
  await page.getByText(/действует с/).first().waitFor();
  await other.goto(`${server.url}/standards`);
  await other.getByText(/^Утверждено и действует с/).first().waitFor();
  await sound(other);
});

test("the director's first page tells of it until it was read", async () => {
  const { page } = people.director;
  await page.goto(server.url);
  const line = page.locator(".standard-home-news p").filter({ hasText: /^Утверждено и действует с .*вас касается: 1 внедрение/ });
  await line.waitFor();
  await sound(page);
  await line.getByRole("link", { name: "Прочитать" }).click();
  await page.locator("#clause-1\\.1").waitFor();
  await page.goto(server.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await line.count(), 0);
});

test("a clause is found by its words, and the link leads to it", async () => {
  const { page } = people.director;
  await page.goto(`${server.url}${standard}`);
  const words = await page.locator("#clause-1\\.1 .standard-words").innerText();
  await page.goto(`${server.url}/search?${new URLSearchParams({ q: words.slice(0, 200), kind: "clause" })}`);
  await page.locator(".find-list a").first().click();
  await page.waitForURL(`${server.url}${standard}#clause-1.1`);
  await page.locator("#clause-1\\.1:focus").waitFor();
  await sound(page);
});

test("a new version shows which words changed, and a centre is excused until a day", async () => {
  const { page } = people.coordinator;
  await page.getByRole("link", { name: "СТ-77" }).click();
  await page.getByRole("heading", { name: "Версии" }).waitFor();
  await page.getByRole("button", { name: "Дать отсрочку центру" }).click();
  await page.locator("#field-organisation").selectOption({ index: 1 });
  await page.locator('[id="field-order/number"]').fill("202-п");
  await page.locator("#field-reason").fill("Ремонт зала");
  await page.getByRole("button", { name: "Дать отсрочку", exact: true }).click();
  await page.getByText("Ремонт зала").waitFor();
  await sound(page);

  await page.getByRole("button", { name: "Начать новую версию" }).click();
  const clause = page.locator('[id="field-content/clauses/1/text/ru"]');
  await clause.fill(`${await clause.inputValue()} Ежеквартально.`);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("link", { name: "Что изменилось" }).click();
  await page.locator("ins", { hasText: "Ежеквартально." }).waitFor();
  await sound(page);
});
