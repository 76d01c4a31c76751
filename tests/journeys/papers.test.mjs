// A coordinator rewrites the consent sheet, a desk issues it with a number, and the printed file is known again by its hash.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, coordinator, person, home, file;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  coordinator = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  await signIn(coordinator.page, server.url, "coordinator");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
  const body = { organisation: home, person: { family_name: "Бумагина", given_name: "Любовь", patronymic: "Ильинична", birth: "1945-04-12", sex: "female" } };
  person = (await api(desk.page, "POST", "/persons", body)).body.id;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const text = (page) => page.locator('[id="field-text"]');
const preview = (page) => page.getByRole("region", { name: "Предпросмотр" });

test("the coordinator finds the template with its fields, its preview and its help", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Шаблоны документов" }).click();
  await page.getByRole("link", { name: "Согласие", exact: true }).waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Согласие", exact: true }).click();
  await preview(page).getByText("Разрешаю снимать меня").waitFor();
  await axe(page);
});

test("an error is told at its line, and nothing is saved with it", async () => {
  const { page } = coordinator;
  const good = await text(page).inputValue();
  await text(page).fill(`${good}\nЯ, {{persn|genitive}}`);
  const lines = good.split("\n").length + 1;
  await page.getByRole("button", { name: new RegExp(`^Строка ${lines}: Поля «persn»`) }).click();
  assert.match(await text(page).evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd)), /persn/);
  await axe(page);
  await page.getByRole("button", { name: "Сохранить версию" }).click();
  await page.locator(".error-summary").getByText("Ничего не изменилось").waitFor();
  await text(page).fill(good);
});

test("a field and its case are put in by a press, and the preview declines the name", async () => {
  const { page } = coordinator;
  const good = await text(page).inputValue();
  await text(page).fill(good.replace("...", "Я удостоверяю личность \n..."));
  await text(page).evaluate((area) => {
    const at = area.value.indexOf("личность ") + "личность ".length;
    area.focus();
    area.setSelectionRange(at, at);
  });
  await page.getByRole("button", { name: "За кого или кто даёт согласие" }).click();
  await page.getByText("Падежи, суммы и даты словами").click();
  await page.getByRole("button", { name: "Родительный падеж (кого?)" }).click();
  assert.match(await text(page).inputValue(), /личность \{\{person\|genitive\}\}/);
  await preview(page).getByText("Я удостоверяю личность Петровой Любови Ильиничны").waitFor();
  await page.getByRole("button", { name: "Сохранить версию" }).click();
  await page.getByRole("region", { name: "Версии" }).getByText("Версия 1, с").waitFor();
  await axe(page);
});

test("the desk issues a consent: it has a number, and its words are the new ones", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}`);
  const consents = page.getByRole("region", { name: "Согласия" });
  await consents.getByRole("button", { name: /Выдать на подпись: Согласие на фотографии/ }).click();
  const link = consents.getByRole("link", { name: /^Напечатать № 1\// });
  await link.waitFor();
  assert.equal(await link.evaluate((each) => each === document.activeElement), true, "Enter prints it");
  await axe(page);
  const href = await link.getAttribute("href");
  const bytes = await page.evaluate(async (path) => {
    const twice = await Promise.all([fetch(path), fetch(path)].map(async (each) => new Uint8Array(await (await each).arrayBuffer())));
    return twice.map((each) => Array.from(each));
  }, href);
  assert.deepEqual(bytes[0], bytes[1], "the same bytes each time");
  file = Buffer.from(bytes[0]);
  assert.match(file.subarray(0, 5).toString(), /%PDF-/);
});

test("the register shows number, day and hash, and a file is known by its bytes", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients`);
  await page.getByRole("link", { name: "Реестр документов" }).click();
  const hash = createHash("sha256").update(file).digest("hex");
  await page.getByText(hash.slice(0, 12)).waitFor();
  await page.getByRole("cell", { name: "Бумагина Любовь Ильинична" }).waitFor();
  await page.locator("#field-file-input").setInputFiles({ name: "consent.pdf", mimeType: "application/pdf", buffer: file });
  await page.getByText(/Файл тот самый/).waitFor();
  await page.locator("#field-file-input").setInputFiles({ name: "consent.pdf", mimeType: "application/pdf", buffer: Buffer.concat([file, Buffer.from(" ")]) });
  await page.getByText(/Такого файла программа не печатала/).waitFor();
  await axe(page);
});

test("the region sees the number of a paper and no name on it", async () => {
  const { page } = coordinator;
  const listed = (await api(page, "GET", `/papers?organisation=${home}`)).body.items;
  assert.match(listed[0].label, /^1\//);
  assert.equal(listed[0].name, undefined);
  await page.getByRole("button", { name: "Вернуть исходный" }).click();
  await page.getByRole("region", { name: "Версии" }).getByText("Версия 2, с").waitFor();
  assert.doesNotMatch(await text(page).inputValue(), /genitive/);
});

test("on a phone the editor and the register need no sideways scroll", async () => {
  for (const [{ page }, path] of [[coordinator, "/reference/papers/people.consent"], [coordinator, "/reference/papers"], [desk, "/papers"]]) {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${server.url}${path}`);
    await page.locator("h1").waitFor();
    if (path.endsWith("consent")) await preview(page).getByText("Разрешаю снимать меня").waitFor();
    await noSidewaysScroll(page);
    await axe(page);
  }
});
