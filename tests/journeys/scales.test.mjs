// Scales of the region: a coordinator publishes a version with a condition of its own, the desk fills it and reads the change.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, coordinator, specialist, person, home, scales;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  coordinator = await openPage(browser);
  specialist = await openPage(browser);
  await signIn(specialist.page, server.url, "specialist");
  await signIn(desk.page, server.url, "desk");
  await signIn(coordinator.page, server.url, "coordinator");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  const body = { organisation: home, person: { family_name: "Шкалова", given_name: "Анна", birth: "1945-04-12", sex: "female" } };
  person = (await api(desk.page, "POST", "/persons", body)).body.id;
  scales = Object.fromEntries((await api(desk.page, "GET", "/scales")).body.items.map((each) => [each.code, each.id]));
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const field = (page, name) => page.locator(`[id="field-${name}"]`);

test("the library tells of each scale where it comes from, and lets it be tried", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/practices`);
  await page.getByRole("link", { name: "Шкалы и бланки" }).click();
  await page.getByRole("link", { name: "Индекс Бартел" }).waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Встань и иди (TUG)" }).click();
  await page.getByText("Podsiadlo").first().waitFor();
  assert.equal(await field(page, "answers/seconds").count(), 0, "asked only of those who can walk");
  await page.getByRole("radio", { name: "Сам" }).press("Space");
  await field(page, "answers/seconds").fill("15,5");
  await page.getByText("Повышенный риск падения").first().waitFor();
  await axe(page);
});

test("a description with an error is not published, and its line is shown", async () => {
  const { page } = coordinator;
  await page.getByRole("link", { name: "Новая версия" }).click();
  const text = field(page, "description");
  const good = await text.inputValue();
  await text.fill(good.replace('method: "bands"', 'method: "polosy"'));
  await page.getByRole("button", { name: /^Строка 78, scores\/1\/method/ }).click();
  assert.match(await text.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), /polosy/);
  await axe(page);
  await page.getByRole("button", { name: "Выпустить" }).click();
  await page.locator(".error-summary").getByText("Ничего не изменилось").waitFor();
  assert.equal((await api(page, "GET", `/scales/${scales.tug}`)).body.versions.length, 1);
  await text.fill(good.replace("to: 13.99", "to: 11.99").replace("from: 14", "from: 12"));
  await page.getByRole("region", { name: "Проба" }).getByRole("radio", { name: "Сам" }).check();
  await field(page, "answers/seconds").fill("13");
  await page.getByText("Повышенный риск падения").waitFor();
  await page.getByRole("button", { name: "Выпустить" }).click();
  await page.waitForURL(/version=2/);
  await page.getByText("Версия 2", { exact: false }).first().waitFor();
});

test("a new scale is written from the first line of a file", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/scales/new`);
  const text = field(page, "description");
  await text.fill((await text.inputValue()).replace("new-scale", "mood").replace('ru: "Новая шкала"', 'ru: "Настроение"'));
  await page.getByRole("button", { name: "Выпустить" }).click();
  await page.getByRole("heading", { level: 1, name: "Настроение" }).waitFor();
});

test("the desk fills the version of the day with the keyboard, and the figure grows with the answers", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}`);
  await page.getByText("Шкал пока нет").waitFor();
  await page.getByText("Заполнить шкалу").click();
  await page.getByRole("link", { name: "Встань и иди (TUG)" }).click();
  await page.getByRole("radio", { name: "Не может" }).press("Space");
  assert.equal(await field(page, "answers/seconds").count(), 0);
  await page.keyboard.press("ArrowUp");
  await field(page, "answers/seconds").fill("13");
  await page.getByRole("region", { name: "Пока" }).getByText("Повышенный риск падения").waitFor();
  await axe(page);
  await field(page, "answers/seconds").press("Enter");
  await page.getByRole("heading", { name: "Записано" }).waitFor();
  await page.getByRole("link", { name: "В карточку" }).click();
  await page.getByRole("region", { name: "Оценка" }).getByText("Повышенный риск падения").waitFor();
  await axe(page);
});

test("a change within the noise is said to be one, and the history shows its line", async () => {
  const { page } = desk;
  const best = { b01: "v10", b02: "v5", b03: "v5", b04: "v10", b05: "v10", b06: "v10", b07: "v10", b08: "v15", b09: "v15", b10: "v10" };
  for (const [filled_on, answers] of [["2025-09-01", { ...best, b10: "v0", b09: "v0" }], ["2025-10-01", { ...best, b10: "v0" }], ["2025-11-01", { ...best, b10: "v0", b08: "v0", b09: "v0" }]]) {
    const made = await api(page, "POST", `/persons/${person}/scales`, { organisation: home, scale: scales.barthel, version: 1, filled_on, answers });
    assert.equal(made.status, 201);
  }
  await page.goto(`${server.url}/recipients/${person}/scales/of/${scales.barthel}`);
  await page.getByText("в пределах погрешности").waitFor();
  await page.getByText(/−30: хуже/).waitFor();
  await page.locator(".score-line").waitFor();
  await page.getByText("Шкалова Анна").waitFor();
  await axe(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Напечатать" }).isVisible(), false);
  await page.emulateMedia({ media: "screen" });
});

test("a correction says why, and what was there stays", async () => {
  const { page } = desk;
  await page.getByRole("link", { name: "01.11.2025" }).click();
  await page.getByRole("button", { name: "Исправить" }).click();
  for (let at = 0; at < 9 && (await page.getByRole("button", { name: "Далее" }).count()) > 0; ++at) await page.getByRole("button", { name: "Далее" }).click();
  await field(page, "reason").fill("перепутаны листы");
  await page.getByRole("button", { name: "Записать" }).click();
  await page.getByText("Исправление: перепутаны листы").waitFor();
  await axe(page);
});

test("a specialist concludes from circumstances and scales, and corrects it with a reason", async () => {
  const { page } = specialist;
  await page.goto(`${server.url}/recipients/${person}`);
  await page.getByRole("link", { name: "Оценить нуждаемость" }).click();
  await page.getByText("обстоятельств нет").waitFor();
  await page.getByRole("checkbox", { name: /Индекс Бартел/ }).waitFor();
  await field(page, "conclusion").fill("Нужна помощь при ходьбе.");
  await axe(page);
  await page.getByRole("button", { name: "Записать" }).click();
  await page.getByText("Нужна помощь при ходьбе.").waitFor();
  await page.getByRole("link", { name: "Индекс Бартел" }).waitFor();
  await page.getByRole("button", { name: "Исправить" }).click();
  await field(page, "conclusion").fill("Нужна помощь при ходьбе и мытье.");
  await field(page, "reason").fill("уточнено у дочери");
  await page.getByRole("button", { name: "Записать" }).click();
  await page.getByText("Исправление: уточнено у дочери").waitFor();
  await axe(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await noSidewaysScroll(page);
  await page.goto(`${server.url}/recipients/${person}/assessments/new`);
  await field(page, "conclusion").waitFor();
  await noSidewaysScroll(page);
  await axe(page);
});

test("a scale is filled on a phone", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [`/recipients/${person}`, `/recipients/${person}/scales/new?scale=${scales.barthel}`, `/recipients/${person}/scales/of/${scales.barthel}`]) {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText(/Индекс Бартел|Шкалова/).first().waitFor();
    await noSidewaysScroll(page);
    await axe(page);
  }
  await coordinator.page.setViewportSize({ width: 360, height: 740 });
  for (const path of ["/scales", `/scales/${scales.gas}`, `/scales/${scales.gas}/edit`]) {
    await coordinator.page.goto(`${server.url}${path}`);
    await coordinator.page.getByText(/Индекс Бартел|Проба/).first().waitFor();
    await noSidewaysScroll(coordinator.page);
    await axe(coordinator.page);
  }
});

test("no page failed underneath", () => {
  assert.deepEqual(desk.faults, []);
  assert.deepEqual(coordinator.faults, []);
  assert.deepEqual(specialist.faults, []);
});
