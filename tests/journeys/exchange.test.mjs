// A study trip from its announcement to what it led to: delegation, attendance, a decision answered without an account, a practice
// that a guest takes home, and the figure after 90 days.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let guest;
let practice;
let event;
const people = {};

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
  guest = (await api(people.director.page, "GET", "/session")).body.account.roles[0].organisation;
  const { body: matrix } = await api(people.coordinator.page, "GET", "/matrix");
  const row = matrix.centres.findIndex((each) => each.id === guest.id);
  practice = matrix.practices.find((_, at) => !matrix.cells.some((each) => each.centre === row && each.practice === at && each.adoption));
  assert.ok(practice, "the demo centre runs every practice already");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const dotted = (day) => day.split("-").reverse().join(".");

test("a meeting of the past shows its protocol, its decisions and who adopted within 90 days", async () => {
  const { page } = people.coordinator;
  const { body: coming } = await api(page, "GET", "/exchange/events?when=coming");
  assert.ok(coming.items.length > 0, "nothing is to come");
  const { body: past } = await api(page, "GET", "/exchange/events?when=past");
  const results = await Promise.all(past.items.map(async (each) => ({ ...each, result: (await api(page, "GET", `/exchange/events/${each.event.id}/result`)).body })));
  const led = results.find(({ event: { state }, result }) => state === "closed" && result.settled && result.outcome.adopted > 0);
  assert.ok(led, "no meeting of long ago led to an adoption");

  await page.goto(`${server.url}/exchange`);
  await page.getByRole("region", { name: "Прошедшие" }).getByRole("link", { name: led.event.topic, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: led.event.topic, exact: true }).waitFor();
  await page.getByRole("link", { name: "Решения", exact: true }).click();
  await page.getByText("Передать гостям образцы документов и расписание").waitFor();
  await page.getByText("Документы переданы").waitFor();
  await page.getByText("выполнено", { exact: true }).waitFor();
  await axe(page);
  await page.goto(`${server.url}/exchange/events/${led.event.id}/materials`);
  await page.getByText(/^Участники осмотрели помещения/).waitFor();
  await page.getByRole("link", { name: "Результат за 90 дней", exact: true }).click();
  await page.getByText(`90 дней истекли ${dotted(led.result.until)}`).waitFor();
  await page.getByText(new RegExp(`взяли за 90 дней: ${led.result.outcome.adopted}`)).waitFor();
  await page.getByText("взяли за 90 дней", { exact: true }).first().waitFor();
  await axe(page);
});

test("the coordinator proposes a trip, writes its programme and announces it", async () => {
  const { page } = people.coordinator;
  const { body: matrix } = await api(page, "GET", "/matrix");
  const host = matrix.centres.find((each) => each.id !== guest.id);
  const today = (await api(page, "GET", "/session")).body.today;
  await page.goto(`${server.url}/exchange`);
  await page.getByRole("link", { name: "Предложить событие" }).first().click();
  await page.locator("#field-topic").fill("Поездка за опытом");
  await page.locator("#field-host").selectOption(host.id);
  await page.locator("#field-starts_on").fill(dotted(today));
  await page.locator("#field-place").fill("Большой зал");
  await page.getByRole("button", { name: "Предложить", exact: true }).click();
  await page.waitForURL(/\/exchange\/events\/[0-9a-f-]{36}$/);
  event = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Составить программу" }).click();
  await page.getByRole("textbox", { name: /^Что/ }).fill("Показ на рабочем месте");
  await page.getByLabel("Показать практику").selectOption(practice.id);
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("link", { name: practice.title, exact: true }).waitFor();
  await page.getByRole("button", { name: "Объявить" }).click();
  await page.getByText("объявлено", { exact: true }).waitFor();
});

test("a director finds the event, signs up a delegation and approves it", async () => {
  const { page } = people.director;
  await page.goto(`${server.url}/search?${new URLSearchParams({ q: "показа на рабочем месте, большой зал", kind: "event" })}`);
  await page.getByRole("link", { name: "Поездка за опытом" }).click();
  await page.waitForURL(`${server.url}${event}`);
  await page.goto(`${server.url}${event}/delegations`);
  await page.getByRole("button", { name: "Записать делегацию" }).click();
  await page.getByRole("textbox", { name: /^Фамилия/ }).fill("Гостева Мария Ивановна");
  await page.getByRole("textbox", { name: /^Должность/ }).fill("Методист");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByText("Гостева Мария Ивановна, Методист").waitFor();
  await page.getByRole("button", { name: "Утвердить" }).click();
  await page.getByText("утверждена", { exact: true }).waitFor();
  await axe(page);
});

test("attendance is marked on a phone, for the whole delegation at once", async () => {
  const { page } = people.coordinator;
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${server.url}${event}/attendance`);
  await page.getByRole("button", { name: "Все пришли" }).click();
  await page.getByText("Пришли 1 из 1").waitFor();
  assert.ok(await page.getByRole("checkbox", { name: /Гостева/ }).isChecked());
  await noSidewaysScroll(page);
  await axe(page);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: "Событие проведено" }).click();
  await page.getByText("проведено", { exact: true }).waitFor();
});

test("an agency answers a decision by a link, without an account and once", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}${event}/decisions`);
  await page.getByRole("button", { name: "Записать решение" }).click();
  await page.locator("#field-text").fill("Открыть совместную группу");
  await page.locator("#field-owner").selectOption({ index: 1 });
  await page.locator("#field-due").fill("31.12.2099");
  await page.getByRole("button", { name: "Сохранить" }).click();
  await page.getByText("Открыть совместную группу").waitFor();
  await page.getByRole("button", { name: "Ссылка для ответа без учётной записи" }).click();
  const link = await page.locator(".exchange-link").innerText();

  const { page: agency } = await openPage(browser, { width: 360 });
  await agency.goto(link);
  await agency.getByText("Открыть совместную группу").waitFor();
  assert.ok(!agency.url().includes(link.split("#")[1]), "the secret leaves the address");
  await noSidewaysScroll(agency);
  await axe(agency);
  await agency.locator("#field-answer").fill("Группа открыта, занятия по средам");
  await agency.locator("#field-answered_by").fill("Иванова Ольга, завуч");
  await agency.getByRole("button", { name: "Отправить ответ" }).click();
  await agency.getByRole("heading", { name: "Спасибо, ответ принят" }).waitFor();
  const { page: second } = await openPage(browser);
  await second.goto(link);
  await second.getByText(/Ссылка не действует/).first().waitFor();

  await page.reload();
  await page.getByText("Группа открыта, занятия по средам").waitFor();
  await page.getByText("выполнено", { exact: true }).waitFor();
  await axe(page);
});

test("the guest takes the practice home: it stands in the matrix, and the 90-day figure shows it", async () => {
  const { page } = people.director;
  await page.goto(`${server.url}${event}/home`);
  await page.getByRole("button", { name: `Берём к себе: ${practice.title}` }).click();
  await page.getByRole("button", { name: "Начать внедрение" }).click();
  await page.getByRole("link", { name: "Внедрение и план" }).waitFor();
  await axe(page);

  const { page: watcher } = people.coordinator;
  const { body: matrix } = await api(watcher, "GET", "/matrix");
  const row = matrix.centres.findIndex((each) => each.id === guest.id);
  const column = matrix.practices.findIndex((each) => each.id === practice.id);
  assert.ok(matrix.cells.some((each) => each.centre === row && each.practice === column && each.adoption));
  await watcher.goto(`${server.url}${event}/result`);
  await watcher.getByText("взяли за 90 дней", { exact: true }).waitFor();
  const { body: result } = await api(watcher, "GET", `/exchange/events/${event.split("/").at(-1)}/result`);
  assert.deepEqual(result.outcome, { attended: 1, could: 1, adopted: 1, started: 0 });
  await axe(watcher);
});

for (const path of ["/exchange", "/exchange/planner", "/exchange/figures", "/exchange/new"])
  for (const width of [1366, 360])
    test(`${path}, ${width} px: accessible and not too wide`, async () => {
      const { page } = people.coordinator;
      await page.setViewportSize({ width, height: 800 });
      await page.goto(server.url + path);
      await page.waitForLoadState("networkidle");
      await noSidewaysScroll(page);
      await axe(page);
    });
