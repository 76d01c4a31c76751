// The rollout screens against a real server: an order is drafted, checked against readiness and signed; a director takes a
// practice up, confirms the plan and closes a line with a file; a deadline moves with its reason; a bad table changes nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let coordinator;
let director;
const seen = [];

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director"]) {
    const one = await openPage(browser);
    seen.push(one);
    await signIn(one.page, server.url, login);
    if (login === "coordinator") coordinator = one.page;
    else director = one.page;
  }
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const go = async (page, path) => {
  await page.goto(server.url + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
};

const chooseLanguage = async (page, name) => {
  await page.getByRole("button", { name: /^(Язык|Language|Тіл)/ }).click();
  await page.getByRole("menuitemradio", { name }).click();
};

/** A practice that the director's centre has not taken up, with the centre. */
async function free() {
  const { body: session } = await api(director, "GET", "/session");
  const organisation = session.account.roles[0].organisation.id;
  const { body: matrix } = await api(coordinator, "GET", "/matrix");
  const { body: adoptions } = await api(director, "GET", `/adoptions?organisation=${organisation}`);
  const taken = new Set(adoptions.items.map((each) => each.practice.id));
  const practice = matrix.practices.find((each) => !taken.has(each.id));
  assert.ok(practice, "the demo centre runs every practice already");
  return { organisation, practice };
}

test("the region's numbers, map, cases and matrix stand on one page, and a district narrows them", async () => {
  await go(coordinator, "/");
  await coordinator.getByRole("grid").waitFor();
  await coordinator.getByRole("button", { name: "Территории", exact: true }).click();
  const district = coordinator.locator(".district-list button.district").first();
  const title = (await district.textContent()).trim();
  await district.click();
  await coordinator.getByText(`Показана территория: ${title}.`).waitFor();
  assert.match(coordinator.url(), /district=/);
});

test("the matrix is walked by arrows, opened by Enter, and goes back in time", async () => {
  await go(coordinator, "/rollout");
  const grid = coordinator.getByRole("grid");
  await grid.waitFor();
  const cell = grid.locator(".matrix-cell.reached").first();
  await cell.focus();
  await coordinator.keyboard.press("Enter");
  const sheet = coordinator.locator("dialog.sheet[open]");
  await sheet.getByRole("heading", { name: "Периоды и минимальный объём" }).waitFor();
  assert.match(coordinator.url(), /cell=/);
  await sheet.getByRole("button", { name: "Показать сами услуги" }).click();
  await sheet.locator(".fact-rows li").first().waitFor();
  await axe(coordinator);
  await coordinator.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" }).catch(() => undefined);
  assert.doesNotMatch(coordinator.url(), /cell=/);

  const now = await grid.locator(".matrix-cell.reached").count();
  await coordinator.getByRole("slider").focus();
  for (let step = 0; step < 6; step += 1) await coordinator.keyboard.press("ArrowLeft");
  await coordinator.waitForURL(/day=/);
  // Half a year ago less was reached.
  await coordinator.waitForFunction((before) => document.querySelectorAll(".matrix-cell.reached").length < before, now);
});

test("one name behind a cell is told for a reason, and the person's centre sees who asked", async () => {
  const { body: session } = await api(director, "GET", "/session");
  const organisation = session.account.roles[0].organisation.id;
  const { body: matrix } = await api(coordinator, "GET", "/matrix");
  const at = matrix.centres.findIndex((each) => each.id === organisation);
  const cell = matrix.cells.find((each) => each.centre === at && ["delivering", "sustained", "lapsed"].includes(each.stage));
  const practice = matrix.practices[cell.practice].id;
  await go(coordinator, `/rollout?cell=${organisation}.${practice}`);
  const sheet = coordinator.locator("dialog.sheet[open]");
  await sheet.getByRole("button", { name: "Показать сами услуги" }).click();
  const rows = sheet.locator(".fact-rows li");
  await rows.first().waitFor();
  // By its place: once the name is told the row has no button to be found by.
  const row = rows.nth(await rows.evaluateAll((all) => all.findIndex((each) => each.querySelector("button"))));
  await row.getByRole("button", { name: /^Показать имя/ }).click();
  await row.getByLabel("Причина").fill("надо");
  await axe(coordinator);
  await row.getByRole("button", { name: /^Показать имя/ }).click();
  await row.getByText("Напишите причину словами: не менее 10 знаков").first().waitFor();
  await row.getByLabel("Причина").fill("сверка обращения 17");
  await row.getByRole("button", { name: /^Показать имя/ }).click();
  await row.getByLabel("Причина").waitFor({ state: "detached" });
  const name = (await row.locator(".fact-whom").textContent()).split("(")[0].trim();
  assert.match(name, /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u);

  const { body: facts } = await api(director, "GET", `/matrix/cell/facts?organisation=${organisation}&practice=${practice}&limit=200`);
  const [family, given] = name.split(" ");
  const namesakes = new Set(facts.items.filter((each) => each.person && each.name.startsWith(`${family} ${given[0]}.`)).map((each) => each.person));
  assert.ok(namesakes.size > 0, "the director sees the same person by name");
  let known;
  for (const person of namesakes) {
    const { body: reads } = await api(director, "GET", `/persons/${person}/reads`);
    if (reads.items.some((each) => each.action === "people.name_revealed" && each.reason === "сверка обращения 17")) known = person;
  }
  assert.ok(known, "the log of the person holds the reason");
  await go(director, `/recipients/${known}`);
  await director.getByText("сверка обращения 17").waitFor();

  const [file] = await Promise.all([coordinator.waitForEvent("download"), sheet.getByRole("link", { name: /XLSX/ }).click()]);
  assert.match(file.suggestedFilename(), /^Услуги \d\d\.\d\d\.\d{4}\.xlsx$/);
  assert.equal(readFileSync(await file.path()).subarray(0, 2).toString(), "PK");
});

test("an order is drafted, filled, checked for readiness and signed; then a deadline moves with its reason", async () => {
  const { practice } = await free();
  await go(coordinator, "/rollout/campaigns/new");
  await coordinator.getByLabel("Номер приказа").fill("301-пр");
  await coordinator.getByLabel("Название").fill("Проверочный приказ");
  await coordinator.getByRole("button", { name: "Создать черновик" }).click();
  await coordinator.getByRole("heading", { level: 1, name: "Проверочный приказ" }).waitFor();

  const form = coordinator.locator("form.assign");
  await form.getByRole("button", { name: "Добавить в приказ" }).click();
  await form.getByText("Выберите хотя бы одну практику").waitFor();
  await form.getByLabel(practice.title, { exact: true }).check();
  await form.getByRole("button", { name: "Выбрать все" }).click();
  await form.getByLabel("Срок").first().fill("30.06.2027");
  await form.getByLabel("Волна").fill("1");
  await form.getByRole("button", { name: /^Добавить \d+/ }).click();
  await coordinator.getByRole("heading", { name: "3. Кто может начать завтра" }).waitFor();
  await coordinator.getByText(/^Готовы \d+ из \d+/).waitFor();
  // What is half under the bar at the top counts as too small a target.
  await coordinator.evaluate(() => scrollTo(0, 0));
  await axe(coordinator);

  await coordinator.getByRole("button", { name: "Подписать приказ" }).click();
  const asking = coordinator.locator("dialog.dialog[open]");
  await asking.getByRole("button", { name: "Подписать приказ" }).click();
  await coordinator.getByText("подписан", { exact: true }).waitFor();
  await coordinator.getByText(/^\d+ из \d+/).first().waitFor();
  await coordinator.getByRole("columnheader", { name: "Что сейчас" }).waitFor();

  await coordinator.getByRole("button", { name: /^История/ }).first().click();
  const sheet = coordinator.locator("dialog.sheet[open]");
  await sheet.getByText("Поручено, срок 30.06.2027").waitFor();
  await sheet.getByRole("button", { name: "Перенести срок" }).click();
  await sheet.getByRole("button", { name: "Перенести срок" }).click();
  await sheet.getByText("Напишите причину").waitFor();
  await sheet.getByLabel("Новый срок").first().fill("31.07.2027");
  await sheet.getByLabel("Причина").fill("Ремонт помещения");
  await sheet.getByRole("button", { name: "Перенести срок" }).click();
  await sheet.waitFor({ state: "hidden" });
  await coordinator.getByText("31.07.2027").waitFor();

  await go(coordinator, "/rollout/campaigns/new");
  await coordinator.getByLabel("Номер приказа").fill("301-пр");
  await coordinator.getByLabel("Название").fill("Тот же номер");
  await coordinator.getByRole("button", { name: "Создать черновик" }).click();
  await coordinator.getByText(/^Приказ с этим номером в этом году уже есть, от \d\d\.\d\d\.\d{4}/).first().waitFor();
  await go(coordinator, "/rollout/campaigns");
  await coordinator.getByRole("row").filter({ hasText: "301-пр" }).getByText(/^\d+ из \d+/).waitFor();
});

test("the search of the header finds an order, a practice and a centre by keys alone, and asks for each list once", async () => {
  const asked = [];
  coordinator.on("request", (request) => request.url().includes("/api/v1/") && asked.push(request.url()));
  const { body: orders } = await api(coordinator, "GET", "/campaigns");
  const { body: bank } = await api(coordinator, "GET", "/practices");
  const { body: network } = await api(coordinator, "GET", "/organisations");
  const order = orders.items.find((each) => each.state === "signed");
  const practice = bank.items[0];
  const centre = network.items.find((each) => each.kind === "centre");
  await go(coordinator, "/account");
  const searched = ["campaigns", "organisations", "practices"];
  /** Which of its lists were asked for while the search was open. */
  const find = async (text, title) => {
    // The page before has lists of its own to ask for; its load state was reached before it was opened.
    for (let before = -1; before !== asked.length; await coordinator.waitForTimeout(700)) before = asked.length;
    asked.length = 0;
    await coordinator.keyboard.press("Control+KeyK");
    await coordinator.locator("dialog.palette[open] input:focus").waitFor();
    await coordinator.keyboard.type(text);
    const option = coordinator.getByRole("option").filter({ has: coordinator.getByText(title, { exact: true }) });
    await option.waitFor();
    while ((await option.getAttribute("aria-selected")) !== "true") await coordinator.keyboard.press("ArrowDown");
    await axe(coordinator);
    const lists = asked.map((each) => new URL(each).pathname.split("/").pop()).filter((each) => searched.includes(each)).sort();
    await coordinator.keyboard.press("Enter");
    await coordinator.locator("dialog.palette[open]").waitFor({ state: "detached" });
    return lists;
  };
  const first = await find(`приказ ${order.number}`, order.title);
  await coordinator.getByRole("heading", { level: 1, name: order.title }).waitFor();
  assert.deepEqual(first, ["campaigns"], "what the search finds comes from the search");
  assert.deepEqual(await find(practice.title.ru.slice(0, 12), practice.title.ru), []);
  // The address of a practice leads on to its newest version.
  await coordinator.waitForURL(new RegExp(`${practice.id}/versions/`));
  await coordinator.getByRole("heading", { level: 1, name: practice.title.ru }).waitFor();
  assert.deepEqual(await find(centre.code, centre.short_title), []);
  await coordinator.waitForURL(`**/organisations/${centre.id}`);
});

test("a director takes the practice up, confirms the plan and closes a line with a file", async () => {
  const { practice } = await free();
  await go(director, "/");
  await director.getByRole("heading", { level: 1, name: "Мой центр" }).waitFor();
  await axe(director);
  await director.getByRole("listitem").filter({ hasText: practice.title }).getByRole("button", { name: /Взяться за внедрение/ }).first().click();
  await director.getByRole("heading", { level: 1, name: practice.title }).waitFor();
  await director.getByRole("button", { name: "Утвердить план" }).waitFor();
  await axe(director);
  const owner = director.getByLabel("Кто отвечает").first();
  await owner.fill("Ответственная по приказу");
  await director.getByRole("button", { name: "Утвердить план" }).click();
  await director.getByText(/^Закрыто 0 из \d+/).waitFor();
  await director.getByText("Ответственная по приказу").first().waitFor();

  const { body: adoption } = await api(director, "GET", `/adoptions/${director.url().split("/").pop()}`);
  const line = adoption.lines.find((each) => each.closes_by === "proof" && each.proof_kind !== "none" && !each.closed_on);
  assert.ok(line, "some line closes by proof");
  await director.getByRole("button", { name: line.title, exact: true }).first().click();
  const sheet = director.locator("dialog.sheet[open]");
  await sheet.locator("input[type=file]").setInputFiles({ name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ") });
  await sheet.getByRole("button", { name: "Закрыть строку" }).click();
  await sheet.getByText(/^Подойдёт PDF/).waitFor();
  await sheet.locator("input[type=file]").setInputFiles({ name: "proof.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await sheet.getByRole("button", { name: "Закрыть строку" }).click();
  await director.getByText(/^Закрыто 1 из \d+/).waitFor();
  await director.getByRole("link", { name: "proof.pdf" }).waitFor();
});

test("what a centre stops in spite of its order stays asked for, and its plan stands still", async () => {
  const adoption = director.url().split("/").pop();
  await director.getByRole("button", { name: "Остановить внедрение" }).click();
  const asking = director.locator("dialog.dialog[open]");
  await asking.getByLabel("Причина").fill("Некому вести занятия");
  await asking.getByRole("button", { name: "Остановить внедрение" }).click();
  await director.getByText(/^Остановлено центром .*, поручено к 3\d\.0\d\.2027\. Причина: Некому вести занятия/).waitFor();
  assert.equal(await director.getByRole("heading", { name: "Готовность" }).count(), 0);
  assert.equal(await director.locator("#plan").getByText("просрочено").count(), 0);
  await director.locator("#plan .line-state.stopped").first().waitFor();
  await axe(director);

  const { body } = await api(coordinator, "GET", `/adoptions/${adoption}`);
  const { body: attention } = await api(coordinator, "GET", "/attention?limit=200");
  assert.ok(attention.items.some((each) => each.adoption === adoption && each.said.text.startsWith("Центр остановил порученное")));
  await go(coordinator, `/rollout?practices=${body.head.practice.id}`);
  await coordinator.getByRole("gridcell", { name: /остановлено центром/ }).first().waitFor();
  await go(coordinator, `/rollout/centres/${body.head.organisation.id}`);
  await coordinator.getByRole("listitem").filter({ hasText: body.head.practice.title }).getByText("остановлено центром").first().waitFor();
});

test("sentences of the server follow a change of language", async () => {
  await go(director, "/");
  const reason = director.locator(".asked-reason").first();
  await reason.waitFor();
  const russian = await reason.textContent();
  await chooseLanguage(director, "English");
  await director.getByRole("heading", { level: 1, name: "My centre" }).waitFor();
  await reason.waitFor();
  assert.notEqual(await reason.textContent(), russian);
  await chooseLanguage(director, "Русский");
  await director.getByRole("heading", { level: 1, name: "Мой центр" }).waitFor();
  await reason.waitFor();
  assert.equal(await reason.textContent(), russian);
});

test("days are Kazakh where the reader is, and the language is the reader's, not the computer's", async () => {
  await go(director, "/");
  await chooseLanguage(director, "Қазақша");
  const lead = director.getByText(/, \d{1,2} (қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан), \S+/).first();
  await lead.waitFor();
  await director.context().addCookies([{ name: "ryadom_language", value: "en", url: server.url }]);
  await director.reload();
  await lead.waitFor();
  assert.equal(await director.evaluate(() => document.documentElement.lang), "kk");
  assert.equal((await director.context().cookies()).find((each) => each.name === "ryadom_language").value, "kk");
  await chooseLanguage(director, "Русский");
  await director.getByRole("heading", { level: 1, name: "Мой центр" }).waitFor();
});

test("the matrix, an order and a plan print without what can only be clicked", async () => {
  await go(coordinator, "/rollout");
  await coordinator.getByRole("grid").waitFor();
  await coordinator.emulateMedia({ media: "print" });
  for (const name of ["Сохранить", "Печать", "Показать год по месяцам"]) assert.equal(await coordinator.getByRole("button", { name }).count(), 0);
  await coordinator.getByRole("heading", { name: /^Матрица внедрения, / }).waitFor();
  await coordinator.getByRole("list", { name: "Обозначения" }).waitFor();
  assert.equal(await coordinator.locator(".shell-side").isVisible(), false);
  await coordinator.emulateMedia({ media: "screen" });
});

test("an order that the screen shows in parts is printed whole", async () => {
  const { body: matrix } = await api(coordinator, "GET", "/matrix");
  const { body: order } = await api(coordinator, "POST", "/campaigns", { number: "303-пр", title: "Длинный приказ", text: "" });
  const { body: bank } = await api(coordinator, "GET", "/practices");
  const pairs = { practices: bank.items.map((each) => each.id), organisations: matrix.centres.map((each) => each.id), wave: 1, deadline: "2027-06-30" };
  const { body: assigned } = await api(coordinator, "POST", `/campaigns/${order.id}/assignments`, pairs);
  const rows = coordinator.getByRole("table", { name: "Кому что поручено" }).locator("tbody tr");
  await go(coordinator, `/rollout/campaigns/${order.id}`);
  assert.ok(assigned.items.length > 100, `${assigned.items.length} rows`);
  await rows.nth(99).waitFor();
  assert.equal(await rows.count(), 100);
  // The browser prints what stands when the event has been handled.
  const onPaper = await rows.first().evaluate((row) => {
    dispatchEvent(new Event("beforeprint"));
    return row.parentElement.rows.length;
  });
  assert.equal(onPaper, assigned.items.length);
  await coordinator.evaluate(() => dispatchEvent(new Event("afterprint")));
  await rows.nth(100).waitFor({ state: "detached" });
  await api(coordinator, "DELETE", `/campaigns/${order.id}`);
});

test("a table with a bad row is reported row by row and changes nothing", async () => {
  const before = (await api(coordinator, "GET", "/campaigns")).body.items.length;
  await go(coordinator, "/rollout/import");
  const table = "код учреждения;код практики;номер приказа;дата приказа;срок\r\nnowhere;org.ryadom.none;1-п;31.02.2026;01.06.2027\r\n";
  await coordinator.locator("input[type=file]").setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await coordinator.getByRole("button", { name: "Проверить" }).click();
  await coordinator.getByText("Ничего не загружено").waitFor();
  await coordinator.getByRole("cell", { name: "Строка 2" }).first().waitFor();
  assert.equal(await coordinator.getByRole("button", { name: "Загрузить", exact: true }).count(), 0);
  await axe(coordinator);
  assert.equal((await api(coordinator, "GET", "/campaigns")).body.items.length, before);
});

test("every rollout screen is accessible and fits a phone", async () => {
  const { body: matrix } = await api(coordinator, "GET", "/matrix");
  const { body: campaigns } = await api(coordinator, "GET", "/campaigns");
  const cell = matrix.cells.find((each) => each.adoption);
  const paths = [
    "/", "/rollout", "/rollout/campaigns", "/rollout/campaigns/new", "/rollout/import",
    `/rollout/campaigns/${campaigns.items.find((each) => each.state === "signed").id}`,
    `/rollout/adoptions/${cell.adoption}`, `/rollout/centres/${matrix.centres[cell.centre].id}`, `/rollout/practices/${matrix.practices[cell.practice].id}`,
    `/rollout?cell=${matrix.centres[cell.centre].id}.${matrix.practices[cell.practice].id}`, "/rollout/campaigns/00000000-0000-7000-8000-000000000000",
  ];
  for (const width of [360, 1366]) {
    await coordinator.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await go(coordinator, path);
      await axe(coordinator);
      await noSidewaysScroll(coordinator);
    }
  }
});

test("no page met an uncaught error or a refusal of the content security policy", () => {
  for (const { faults } of seen) assert.deepEqual(faults, []);
});
