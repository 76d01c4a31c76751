// Evidence of a practice against a real server: reviews beside figures, an answer, a judged axis with its file and its level in the
// bank, scales before and after, the cost by parts after a new rate, and the comparison with its assumptions, on a desktop and a
// phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let coordinator;
let director;
let practice;

before(async () => {
  server = await startServer();
  browser = await launch();
  ({ page: coordinator } = await openPage(browser));
  ({ page: director } = await openPage(browser));
  await signIn(coordinator, server.url, "coordinator");
  await signIn(director, server.url, "director");
  const { body: bank } = await api(coordinator, "GET", "/practices");
  for (const each of bank.items) {
    const { body } = await api(coordinator, "GET", `/practices/${each.id}/reviews`);
    if (body.items.some((review) => !review.answer)) {
      practice = each.id;
      break;
    }
  }
  assert.ok(practice, "the demo region holds no review");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const open = async (page, tab) => {
  await page.goto(`${server.url}/practices/${practice}/evidence/${tab}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
};

test("a review stands beside figures, and the coordinator answers it", async () => {
  await open(coordinator, "reviews");
  const card = coordinator.getByRole("article").filter({ hasText: "Ответить" }).first();
  await card.getByText("с начала").waitFor();
  await axe(coordinator);
  await card.getByText("Ответить").click();
  await card.getByLabel("Ответ на отзыв").fill("Приезжайте, покажем.");
  await card.getByRole("button", { name: "Отправить ответ" }).click();
  await coordinator.getByText("Приезжайте, покажем.").waitFor();
});

test("an axis is judged with a file, and routine data stop at preliminary", async () => {
  await open(coordinator, "axes");
  const axis = coordinator.getByRole("article", { name: "Результаты", exact: true });
  await axis.getByText("Записать оценку совета").click();
  await axis.getByRole("combobox", { name: "Уровень" }).selectOption("2");
  await axis.getByLabel("На чём основано").selectOption("routine");
  await axis.getByLabel("Почему такой уровень").fill("Совет рассмотрел отчёт.");
  await axis.locator("input[type=file]").setInputFiles({ name: "protocol.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 protocol") });
  await axis.getByRole("button", { name: "Записать оценку" }).click();
  await axis.getByText("не больше уровня 1").first().waitFor();
  await axe(coordinator);
  await axis.getByRole("combobox", { name: "Уровень" }).selectOption("1");
  await axis.getByRole("button", { name: "Записать оценку" }).click();
  await axis.getByRole("link", { name: "protocol.pdf" }).waitFor();
});

test("the bank says what the council judged, and is narrowed by it", async () => {
  const { body: levels } = await api(coordinator, "GET", "/evidence-levels");
  const judged = levels.items.filter((each) => each.level >= 1);
  assert.ok(judged.length > 0, "no practice of the demo region is judged on all four axes");
  await coordinator.goto(`${server.url}/practices`);
  await coordinator.getByText("Доказательность не оценена").first().waitFor();
  await axe(coordinator);
  await coordinator.getByLabel("Доказательность", { exact: true }).selectOption("1");
  await coordinator.waitForURL(/level=1/);
  await coordinator.getByText("Доказательность: уровень 1 из 3").first().waitFor();
  await coordinator.waitForFunction((count) => document.querySelectorAll(".practice-row").length === count, judged.length);
});

test("scales of start and end are told in fives, and as of a day before them not at all", async () => {
  const { body: bank } = await api(coordinator, "GET", "/practices");
  let told;
  for (const each of bank.items) {
    const { body } = await api(coordinator, "GET", `/practices/${each.id}/outcomes`);
    const scale = body.scales.find((one) => one.region);
    if (scale) told ??= { practice: each.id, scale };
    for (const one of body.scales) for (const people of [one.region, ...one.centres.map(({ change }) => change)]) assert.equal((people?.people ?? 0) % 5, 0);
  }
  assert.ok(told, "no scale of the demo region has enough people with both ends");
  await coordinator.goto(`${server.url}/practices/${told.practice}/evidence/outcomes`);
  const row = coordinator.getByRole("article", { name: `${told.scale.form_title.ru}: ${told.scale.title.ru}`, exact: true })
    .getByRole("row").filter({ hasText: "Все центры" });
  await row.waitFor();
  assert.ok((await row.textContent()).includes(String(told.scale.region.people)));
  await axe(coordinator);
  await coordinator.goto(`${server.url}/practices/${told.practice}/evidence/outcomes?day=2020-01-01`);
  await coordinator.getByText("показать пока нечего").first().waitFor();
  assert.equal(await coordinator.getByText("Все центры", { exact: true }).count(), 0);
});

test("a rate changes what a recipient costs, and every part is shown", async () => {
  await open(coordinator, "cost");
  const before = await coordinator.locator(".evidence-headline").textContent();
  await axe(coordinator);
  const { body: cost } = await api(coordinator, "GET", `/practices/${practice}/cost`);
  assert.ok(cost.work.length > 0, "no work of the demo region has a rate");
  await coordinator.getByRole("heading", { name: "Сколько стоит один результат" }).waitFor();
  await coordinator.getByLabel("Квалификация").selectOption(cost.work[0].qualification);
  await coordinator.getByLabel("Руб. за час").fill("9999");
  await coordinator.getByRole("textbox", { name: "С какого дня" }).fill(cost.from.split("-").reverse().join("."));
  await coordinator.getByRole("button", { name: "Задать ставку" }).click();
  await coordinator.waitForFunction((text) => document.querySelector(".evidence-headline")?.textContent !== text, before);
});

test("the comparison says its effect, its assumptions and who started when", async () => {
  await open(director, "comparison");
  await director.getByRole("img", { name: /Кто и когда начал/ }).waitFor();
  await director.getByRole("heading", { name: /приписать практике/ }).waitFor();
  await axe(director);
  for (const measure of ["facts", "minutes"]) {
    await director.getByLabel("Что сравнить").selectOption(measure);
    await director.waitForURL(new RegExp(`measure=${measure}`));
    await director.locator(".evidence-headline").waitFor();
  }
});

test("every part fits a phone", async () => {
  await director.setViewportSize({ width: 360, height: 740 });
  for (const tab of ["reviews", "axes", "outcomes", "cost", "comparison"]) {
    await open(director, tab);
    await noSidewaysScroll(director);
    await axe(director);
  }
});
