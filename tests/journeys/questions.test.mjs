// An entry that is hard to believe becomes a question; the centre looks at the facts and answers, the region asks again and
// takes the answer, and sets from where on it asks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let centre;
let worker;
const people = {};

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director", "specialist"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
  centre = (await api(people.director.page, "GET", "/session")).body.account.roles[0].organisation;
  await recordLongDay();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Thirteen hours of one worker today, who had no other day like that. */
async function recordLongDay() {
  const { page } = people.specialist;
  const { body: context } = await api(page, "GET", `/facts/context?organisation=${centre.id}`);
  worker = context.workers.at(-1);
  const service = context.services.find((each) => each.practices.length === 0);
  for (const [index, minutes] of [400, 380].entries()) {
    const made = await api(page, "POST", "/facts", {
      organisation: centre.id, service: service.id, performed_on: context.today, minutes, channel: "home", worker: worker.id,
      new_person: { family_name: "Долгова", given_name: "Анна", birth: `193${index}-03-08`, sex: "female" },
      namesake: "однофамилица, паспорт проверен",
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
  }
}

const card = (page) => page.locator(".questions > li").filter({ hasText: "Очень длинный день" }).filter({ hasText: worker.name });

/** The questions of the region are kept for some seconds. */
async function openQuestions(page, query = "") {
  await page.goto(`${server.url}/questions${query}`);
  for (let attempt = 0; attempt < 10 && (await card(page).count()) === 0; attempt += 1) {
    await page.waitForTimeout(1000);
    await page.reload();
    await page.locator(".questions, .empty").first().waitFor();
  }
}

test("the director finds the question, looks at the facts and answers", async () => {
  const { page } = people.director;
  await openQuestions(page);
  await card(page).getByText(/записано 1[3-6] ч/).waitFor();
  await card(page).getByRole("button", { name: /^Показать записи/ }).click();
  await card(page).locator(".question-facts li").filter({ hasText: "Долгова А." }).first().waitFor();
  assert.equal(await card(page).locator(".question-facts li").filter({ hasText: "Долгова А." }).count(), 2);
  await axe(page);
  await card(page).getByRole("button", { name: /^Ответить/ }).click();
  await card(page).getByLabel("Как было").fill("Дежурила за двоих: вторая болела");
  await card(page).getByRole("button", { name: "Отправить" }).click();
  await card(page).waitFor({ state: "detached" });
  await page.goto(`${server.url}/questions?standing=answered`);
  await card(page).getByText("Дежурила за двоих: вторая болела").waitFor();
});

test("the coordinator sees no names, asks again and then takes the answer", async () => {
  const { page } = people.coordinator;
  await page.goto(server.url);
  await page.getByRole("link", { name: /(ждёт|ждут) решения$/ }).click();
  await card(page).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("standing"), "answered");
  await card(page).getByRole("button", { name: /^Показать записи/ }).click();
  await card(page).locator(".question-facts li").first().waitFor();
  assert.equal(await card(page).getByText("Долгова").count(), 0);
  await card(page).getByRole("button", { name: /^Спросить ещё раз/ }).click();
  await card(page).getByRole("button", { name: "Отправить" }).click();
  await card(page).getByRole("alert").waitFor();
  await card(page).getByLabel("Что осталось неясным").fill("Кто болел?");
  await card(page).getByRole("button", { name: "Отправить" }).click();
  await card(page).waitFor({ state: "detached" });

  await openQuestions(people.director.page);
  await card(people.director.page).getByText("Кто болел?").waitFor();
  await openQuestions(page, "?standing=open");
  await card(page).getByText("Кто болел?").waitFor();
  assert.equal(await card(page).getByRole("button", { name: /^Принять ответ/ }).count(), 0);

  await card(people.director.page).getByRole("button", { name: /^Ответить/ }).click();
  await card(people.director.page).getByLabel("Как было").fill("Сидорова, по больничному");
  await card(people.director.page).getByRole("button", { name: "Отправить" }).click();
  await card(people.director.page).waitFor({ state: "detached" });
  await openQuestions(page, "?standing=answered");
  await card(page).getByRole("button", { name: /^Принять ответ/ }).click();
  await card(page).waitFor({ state: "detached" });
  await page.goto(`${server.url}/questions?standing=explained`);
  await card(page).getByText("Ответ принят").first().waitFor();
});

test("the coordinator sets from where on the region asks, and the question goes", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}/questions`);
  await page.getByRole("link", { name: "Когда спрашиваем" }).click();
  const day = page.getByLabel("Рабочий день работника длиннее, минут");
  await day.fill("30");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("alert").waitFor();
  await axe(page);
  await day.fill("1440");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("cell", { name: "1440" }).first().waitFor();
  await page.goto(`${server.url}/questions?standing=all`);
  await page.locator(".questions, .empty").first().waitFor();
  assert.equal(await card(page).count(), 0);
});

test("the reports lead to the questions", async () => {
  const { page } = people.director;
  await page.goto(`${server.url}/reports`);
  await page.getByRole("link", { name: "Вопросы к данным" }).click();
  await page.getByRole("heading", { level: 1, name: "Вопросы к данным" }).waitFor();
});

for (const path of ["/questions?standing=all", "/questions/thresholds"])
  for (const width of [1366, 360])
    test(`${path}, ${width} px: accessible and not too wide`, async () => {
      const { page } = people.coordinator;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${server.url}${path}`);
      await page.waitForLoadState("networkidle");
      await axe(page);
      await noSidewaysScroll(page);
    });

test("no page met an uncaught error or a refusal of the content security policy", () => {
  for (const { faults } of Object.values(people)) assert.deepEqual(faults, []);
});
