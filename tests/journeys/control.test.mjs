// A centre checks itself by the standard in force, the coordinator visits on a phone, a finding is put right and accepted.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let centre;
let version;
const people = {};
const paper = { name: "journal.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 journal") };

before(async () => {
  server = await startServer({ persons: 200, facts: 1000 });
  browser = await launch();
  people.director = await openPage(browser);
  people.coordinator = await openPage(browser, { width: 360, height: 740 });
  for (const login of ["coordinator", "director"]) await signIn(people[login].page, server.url, login);
  const { body: session } = await api(people.director.page, "GET", "/session");
  centre = session.account.roles[0].organisation.id;
  version = await standardInForce();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function sound(page) {
  await axe(page);
  await noSidewaysScroll(page);
}

/** Asks as the coordinator; `revised` sends the revision of the version along. */
async function asked(method, path, body, revised) {
  const answer = await people.coordinator.page.evaluate(
    async ([verb, target, sent, revision]) => {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
      if (revision) headers["If-Match"] = `"${revision}"`;
      const reply = await fetch(`/api/v1${target}`, { method: verb, headers, body: sent ? JSON.stringify(sent) : undefined });
      return { status: reply.status, body: await reply.json() };
    },
    [method, path, body, revised],
  );
  assert.ok(answer.status < 300, `${path} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A standard of a practice that the centre runs and that has none yet, in force today. */
async function standardInForce() {
  const matrix = await asked("GET", "/matrix");
  const { items } = await asked("GET", "/standards");
  const row = matrix.centres.findIndex((each) => each.id === centre);
  const cell = matrix.cells.find((each) => each.centre === row && each.adoption && each.stage !== "stopped" && !items.some(({ practice }) => practice === matrix.practices[each.practice].id));
  const made = await asked("POST", "/standards", { code: "СТ-90", practice: matrix.practices[cell.practice].id });
  const path = `/standards/versions/${made.versions[0].id}`;
  const { content } = await asked("GET", path);
  const words = { ru: "По программе получателя." };
  for (const part of ["volume", "conditions", "accessibility", "target_group", "description"]) content[part] ??= words;
  if (content.remote.allowed) content.remote.conditions ??= words;
  const revision = async () => (await asked("GET", path)).revision;
  await asked("PUT", path, { content }, await revision());
  await asked("POST", `${path}/send`, {}, await revision());
  await asked("POST", `${path}/end-comments`, { reason: "Все центры ответили" });
  const { today } = await asked("GET", "/session");
  await asked("POST", `${path}/approve`, { order: { number: "90-п", day: today }, from: today }, await revision());
  return made.versions[0].id;
}

async function card(page) {
  await page.goto(`${server.url}/control/centres/${centre}`);
  const section = page.locator("section.card", { has: page.locator(`a[href="/standards/versions/${version}"]`) });
  await section.waitFor();
  return section;
}

test("a centre answers every question of the standard, one after another", async () => {
  const { page } = people.director;
  const section = await card(page);
  await section.getByText("Самооценка за этот квартал ещё не проводилась").waitFor();
  await sound(page);
  await section.getByRole("button", { name: /Начать самооценку/ }).click();
  await page.getByText(/Отмечено 0 из/).waitFor();
  await page.locator("input[type=file]").setInputFiles(paper);
  await page.getByRole("link", { name: "journal.pdf" }).first().waitFor();
  await sound(page);
  await page.getByRole("button", { name: "Завершить самооценку" }).click();
  await page.getByText("Ни один пункт ещё не отмечен").waitFor();
  const all = await page.locator(".control-list > li").count();
  for (let done = 0; done < all; ++done) {
    await page.getByText(`Отмечено ${done} из ${all}`).waitFor();
    await page.getByRole("button", { name: "Выполняется", exact: true }).click();
  }
  await page.getByText(`Отмечено ${all} из ${all}`).waitFor();
  await page.getByRole("button", { name: "Завершить самооценку" }).click();
  await page.getByText(/завершено/).waitFor();
  await sound(page);
});

test("a visitor with a phone confirms nothing by a tick, and leaves a finding", async () => {
  const { page } = people.coordinator;
  const section = await card(page);
  await section.getByRole("button", { name: /Начать контрольный визит/ }).click();
  await page.getByText(/Отмечено 0 из/).waitFor();
  await page.getByText("Центр заявил:").waitFor();
  await sound(page);
  await page.getByLabel("Что вы увидели").fill("Журнал на столе");
  await page.getByRole("button", { name: "Дальше" }).click();
  await page.getByRole("heading", { name: /^2 из/ }).waitFor();
  assert.equal(await page.getByLabel("Что вы увидели").inputValue(), "");
  await page.getByRole("button", { name: "Назад" }).click();
  await page.getByRole("heading", { name: /^1 из/ }).waitFor();
  assert.equal(await page.getByLabel("Что вы увидели").inputValue(), "Журнал на столе");
  await page.getByRole("button", { name: "Подтверждено", exact: true }).click();
  await page.getByText(/Отмечено 1 из/).waitFor();
  await page.getByRole("heading", { name: /^2 из/ }).waitFor();
  await page.getByRole("button", { name: "Подтверждено", exact: true }).click();
  await page.getByText("напишите, что вы увидели").first().waitFor();
  await page.getByRole("button", { name: "Не подтверждено", exact: true }).click();
  await page.getByLabel("Что не так").fill("В журнале нет подписей");
  await page.getByLabel("Кто устраняет").fill("Заведующая");
  await page.getByRole("radio", { name: "10 дней" }).check();
  await sound(page);
  await page.getByRole("button", { name: "Записать нарушение" }).click();
  await page.getByText(/Отмечено 2 из/).waitFor();
  await page.getByRole("button", { name: "Завершить визит" }).click();
  await page.getByText(/завершено/).waitFor();
});

test("the centre puts it right by proof, the coordinator accepts, and both stand side by side", async () => {
  const { page } = people.director;
  const { page: phone } = people.coordinator;
  await page.goto(`${server.url}/control`);
  await page.getByRole("link", { name: "В журнале нет подписей" }).click();
  await page.getByText(/осталось 10 дней/).waitFor();
  await page.getByRole("button", { name: "Отметить устранённым" }).click();
  await page.getByText("Приложите файл, по которому видно").first().waitFor();
  await page.locator("input[type=file]").setInputFiles({ ...paper, name: "signed.pdf" });
  await page.getByRole("link", { name: "signed.pdf" }).waitFor();
  await page.getByRole("button", { name: "Отметить устранённым" }).click();
  await page.getByText("ждёт повторной проверки").waitFor();
  await sound(page);

  await phone.goto(page.url());
  await phone.getByRole("button", { name: "Принять" }).click();
  await phone.getByText("принято").first().waitFor();
  await sound(phone);
  await page.goto(`${server.url}/control/centres/${centre}/${version}`);
  await page.getByText("по повторной проверке").waitFor();
  await sound(page);
});

test("the coordinator finds what is late in the region", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}/control?which=overdue`);
  await page.getByText(/просрочено на/).first().waitFor();
  await sound(page);
  await page.goto(`${server.url}/control/inspections`);
  await page.getByRole("link", { name: "Контрольный визит" }).first().waitFor();
  await sound(page);
  for (const { faults } of Object.values(people)) assert.deepEqual(faults, []);
});
