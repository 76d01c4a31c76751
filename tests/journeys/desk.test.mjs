// A day at the desk, by keyboard: services one by one, what is asked before they are recorded, a group, a correction.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, password, signIn, startServer } from "./server.mjs";

let server, browser, desk, home;

before(async () => {
  server = await startServer();
  browser = await launch();
  desk = await openPage(browser);
  await signIn(desk.page, server.url, "desk");
  home = (await api(desk.page, "GET", "/session")).body.account.roles[0].organisation.id;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const focused = (page) => page.evaluate(() => document.activeElement?.id);
const waitForFocus = (page, id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
const mine = async (page) => (await api(page, "GET", "/facts?mine=true&limit=50")).body.items;

/** Types into a field with a list and takes the first that is found. */
async function take(page, field, text) {
  await page.locator(`[id="${field}"]`).focus();
  await page.keyboard.type(text);
  // What was found for the beginning of the text still stands there until the search for all of it has begun.
  await page.waitForTimeout(300);
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.getByRole("status").filter({ hasText: /Найден/ }).first().waitFor();
  await page.keyboard.press("Enter");
}

/** A service that no practice of the centre claims, so that none is asked for. */
async function plainService(page) {
  const { body } = await api(page, "GET", `/facts/context?organisation=${home}`);
  return body.services.find((each) => each.norm_minutes && each.practices.length === 0);
}

/** What the desk is told where the eye is. */
const toast = (page, text) => page.getByLabel("Сообщения").getByText(text).waitFor();
const dialog = (page) => page.getByRole("dialog");
const selected = (page) => page.evaluate(() => { const { value, selectionStart, selectionEnd } = document.activeElement; return value.slice(selectionStart, selectionEnd); });
/** What finds one person only. */
const whole = ({ name, birth }) => `${name} ${birth.split("-").reverse().join(".")}`;
const inField = (page, field) => page.locator(`[id="${field}"]`).inputValue();

async function someone(page, from = 0) {
  return (await api(page, "GET", `/persons?limit=${from + 1}`)).body.items[from];
}

test("the day begins at the field of the recipient", async () => {
  await desk.page.getByRole("heading", { level: 1, name: "Сегодня" }).waitFor();
  await waitForFocus(desk.page, "field-person");
  await axe(desk.page);
});

test("a service is recorded without a mouse, and the next keeps it", async () => {
  const { page } = desk;
  const person = await someone(page);
  await take(page, "field-person", person.name.toLowerCase());
  await waitForFocus(page, "field-service");
  const service = await plainService(page);
  await page.keyboard.type(service.titles.ru);
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("field-minutes").value !== "");
  await page.keyboard.press("Control+Enter");
  await toast(page, `Записано: ${person.name}`);
  await waitForFocus(page, "field-person");
  assert.equal(await page.locator("#field-person").inputValue(), "");
  assert.equal(await page.locator("#field-service").inputValue(), service.titles.ru);

  await take(page, "field-person", (await someone(page, 1)).name);
  await waitForFocus(page, "field-service");
  await page.keyboard.press("Control+Enter");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 2);
  const facts = await mine(page);
  assert.equal(facts.length, 2);
  assert.equal(facts[0].service, facts[1].service);
  assert.equal(facts[1].person.id, person.id);
});

test("somebody new is registered in the same form", async () => {
  const { page } = desk;
  await page.locator("#field-person").focus();
  await page.keyboard.type("Новикова-Тест Анна Ивановна 07.03.1948");
  await page.getByRole("option", { name: /Новый получатель/ }).waitFor();
  await page.waitForFunction(() => document.querySelector("[role=option][data-highlighted]")?.textContent.includes("Новый"));
  await page.keyboard.press("Enter");
  await page.locator('[id="field-new_person/birth"]').waitFor();
  assert.equal(await page.locator('[id="field-new_person/family_name"]').inputValue(), "Новикова-Тест");
  assert.equal(await page.getByLabel("Женский").isChecked(), true);
  await axe(page);
  await page.locator('[id="field-new_person/snils"]').fill("112-233-445 96");
  await page.keyboard.press("Control+Enter");
  // A wrong check digit is said at the field, and what was typed stays.
  await page.locator('[id="field-new_person/snils"][aria-invalid]').waitFor();
  assert.equal(await page.locator('[id="field-new_person/given_name"]').inputValue(), "Анна");
  await page.locator('[id="field-new_person/snils"]').fill("112-233-445 95");
  await page.keyboard.press("Control+Enter");
  await toast(page, "Записано: Новикова-Тест Анна");
  const [fact] = await mine(page);
  assert.equal(fact.person.age, new Date(fact.performed_on).getFullYear() - 1948 - (fact.performed_on.slice(5) < "03-07" ? 1 : 0));
});

test("typed minutes end with their service and their recipient", async () => {
  const { page } = desk;
  const { body } = await api(page, "GET", `/facts/context?organisation=${home}`);
  const [one, two] = body.services.filter((each) => each.norm_minutes && each.practices.length === 0);
  await take(page, "field-service", one.titles.ru);
  await page.locator("#field-minutes").fill("111");
  await take(page, "field-service", two.titles.ru);
  assert.equal(await inField(page, "field-minutes"), String(two.norm_minutes));
  await page.locator("#field-minutes").fill("112");
  await take(page, "field-person", (await someone(page, 4)).name);
  await page.keyboard.press("Control+Enter");
  await toast(page, "Записано:");
  await waitForFocus(page, "field-person");
  assert.equal((await mine(page))[0].minutes, 112);
  assert.equal(await inField(page, "field-minutes"), String(two.norm_minutes));
});

test("after a choice the next field is the service with its text selected, and a text that is no choice is refused", async () => {
  const { page } = desk;
  const person = await someone(page, 5);
  await take(page, "field-person", person.name);
  await waitForFocus(page, "field-service");
  assert.equal(await selected(page), await inField(page, "field-service"));
  await page.locator("#field-person").click();
  assert.equal(await selected(page), person.name);
  const before = await mine(page);
  await page.keyboard.type("Ыыы");
  assert.equal(await inField(page, "field-person"), "Ыыы");
  await page.locator("#field-minutes").focus();
  await page.keyboard.press("Control+Enter");
  await page.getByRole("alert").getByText("«Ыыы» не выбрано из списка").waitFor();
  assert.equal(await inField(page, "field-person"), "Ыыы");
  assert.equal((await mine(page)).length, before.length);
  await axe(page);
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();
});

test("keys that are quicker than the list lose nothing and take nothing unseen", async () => {
  const { page } = desk;
  await take(page, "field-service", (await plainService(page)).titles.ru);
  // Letters with which several names begin.
  const beginnings = (await api(page, "GET", "/persons?limit=100")).body.items.map(({ name }) => name.slice(0, 2));
  const several = beginnings.find((each, at) => beginnings.indexOf(each) !== at);
  let hold = true;
  let release;
  const held = new Promise((done) => (release = done));
  await page.route("**/api/v1/persons/search", async (route) => {
    if (hold) await held;
    await route.continue();
  });
  const before = await mine(page);
  await page.locator("#field-person").focus();
  await page.keyboard.type(several);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  assert.equal(await inField(page, "field-person"), several);
  hold = false;
  release();
  await page.locator("[role=option][data-highlighted]").waitFor();
  await page.getByRole("status").filter({ hasText: /Найден/ }).first().waitFor();
  assert.equal(await inField(page, "field-person"), several);
  assert.equal(await focused(page), "field-person");
  assert.equal((await mine(page)).length, before.length);

  // The only one who is found needs no look: the two keys choose and record.
  const only = await someone(page, 7);
  await page.locator("#field-person").fill("");
  await page.keyboard.type(whole(only));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Enter");
  await toast(page, `Записано: ${only.name}`);
  await page.unroute("**/api/v1/persons/search");
});

test("the same service on the same day is asked about, and recorded again only by a yes", async () => {
  const { page } = desk;
  const only = await someone(page, 7);
  const before = await mine(page);
  await take(page, "field-person", whole(only));
  await page.keyboard.press("Control+Enter");
  await dialog(page).getByText("Такая услуга за этот день уже записана. Записать ещё раз?").waitFor();
  await dialog(page).getByText(/записано \d\d\.\d\d\.\d{4}, \d\d:\d\d/).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Не записывать");
  await axe(page);
  await page.keyboard.press("Enter");
  assert.equal((await mine(page)).length, before.length);
  await page.keyboard.press("Control+Enter");
  await dialog(page).getByRole("button", { name: "Записать ещё раз" }).click();
  await toast(page, `Записано: ${only.name}`);
  assert.equal((await mine(page)).length, before.length + 1);
  // A refusal stands alone: what was said of the fact before it is gone.
  await page.keyboard.press("Control+Enter");
  await page.getByRole("alert").getByText("Выберите получателя").waitFor();
  assert.equal(await page.getByLabel("Сообщения").getByText("Записано").count(), 0);
  assert.equal(await page.getByText("Номер обращения").count(), 0);
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();
});

test("somebody typed anew who is known is offered, by name and by number", async () => {
  const { page } = desk;
  await page.locator("#field-person").focus();
  await page.keyboard.type("новикова-тест анна ивановна 07.03.1948 ");
  await page.getByRole("option", { name: /Новый получатель/ }).click();
  await page.locator('[id="field-new_person/family_name"]').waitFor();
  await take(page, "field-service", (await plainService(page)).titles.ru);
  await page.keyboard.press("Control+Enter");
  await dialog(page).getByText("Похоже, этот человек уже есть. Это он?").waitFor();
  await dialog(page).getByText(/Вероятность \d+\s%: .*та же фамилия/).waitFor();
  await axe(page);
  await dialog(page).getByRole("button", { name: "Это он", exact: true }).click();
  await page.waitForFunction(() => document.getElementById("field-person")?.value === "Новикова-Тест Анна Ивановна");
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();

  await page.goto(`${server.url}/recipients/new`);
  await page.locator('[id="field-person/family_name"]').fill("Другая");
  await page.locator('[id="field-person/given_name"]').fill("Анна");
  await page.locator('[id="field-person/birth"]').fill("31.02.1950");
  await page.getByLabel("Женский").check();
  await page.locator('[id="field-person/snils"]').fill("112-233-445 95");
  await page.getByRole("button", { name: "Сохранить" }).or(page.locator(".page-actions .primary")).first().click();
  await page.getByRole("alert").getByText("Дата рождения: Такой даты нет").waitFor();
  await page.locator('[id="field-person/birth"]').fill("01.02.1950");
  // One click: the words of the wrong day go, and the button does not run away from under the pointer.
  await page.locator(".page-actions .primary").click();
  await dialog(page).getByText("Этот номер стоит в его карточке.").waitFor();
  assert.equal(await dialog(page).getByRole("button", { name: "Это другой человек" }).count(), 0);
  await dialog(page).getByRole("button", { name: "Это он", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Новикова-Тест Анна Ивановна" }).waitFor();
  await page.goto(server.url);
});

test("somebody else of the same name is registered for a reason", async () => {
  const { page } = desk;
  const known = (await api(page, "GET", `/persons/${(await someone(page, 9)).id}`)).body.person;
  await page.goto(`${server.url}/recipients/new`);
  for (const name of ["family_name", "given_name", "patronymic"]) await page.locator(`[id="field-person/${name}"]`).fill(known[name] ?? "");
  await page.locator('[id="field-person/birth"]').fill(known.birth.split("-").reverse().join("."));
  await page.getByLabel(known.sex === "female" ? "Женский" : "Мужской").check();
  await page.locator(".page-actions .primary").click();
  await dialog(page).getByText(/Вероятность \d+\s%: .*та же дата рождения/).waitFor();
  await dialog(page).getByRole("button", { name: "Это другой человек" }).click();
  await dialog(page).locator("#field-namesake[aria-invalid=true]").waitFor();
  await dialog(page).locator("#field-namesake").fill("Живёт в другом селе, паспорт другой");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Это другой человек" }).click();
  await page.getByRole("heading", { level: 1, name: known.family_name }).waitFor();
  assert.notEqual(new URL(page.url()).pathname, `/recipients/${known.id}`);
  await page.goto(server.url);
});

test("whoever is not found here is looked for in other centres", async () => {
  const { page } = desk;
  await page.locator("#field-person").focus();
  await page.keyboard.type("Несуществующий");
  await page.getByRole("option", { name: "Найти в других центрах" }).click();
  await page.getByRole("heading", { level: 1, name: "Найти в других центрах" }).or(page.getByRole("heading", { level: 1 })).first().waitFor();
  await waitForFocus(page, "field-number");
  await page.goto(server.url);
});

test("what the server refuses is said at its field", async () => {
  const { page } = desk;
  await take(page, "field-person", "Новикова-Тест");
  await take(page, "field-service", (await plainService(page)).titles.ru);
  await page.locator("#field-performed_on").fill("31.12.2099");
  await page.keyboard.press("Control+Enter");
  await page.locator("#field-performed_on[aria-invalid]").waitFor();
  const today = (await api(page, "GET", "/session")).body.today.split("-").reverse().join(".");
  await page.getByRole("alert").getByRole("link", { name: `Дата услуги: Услуга ещё не оказана: в учреждении сегодня ${today}` }).waitFor();
  assert.equal(await page.getByText("Номер обращения").count(), 0);
  await axe(page);
  await page.reload();
  // The draft lives in the session: a reload loses nothing.
  await page.waitForFunction(() => document.getElementById("field-person")?.value.startsWith("Новикова-Тест"));
  await page.locator(".entry .page-actions").getByRole("button", { name: "Очистить" }).click();
});

test("a group is recorded in one go", async () => {
  const { page } = desk;
  await page.keyboard.press("Alt+Digit2");
  await take(page, "field-service", (await plainService(page)).titles.ru);
  for (const at of [0, 1]) {
    await take(page, "field-participants", (await someone(page, at)).name);
    await page.getByText(at === 0 ? "1 участник" : "2 участника", { exact: true }).waitFor();
  }
  await page.locator("#field-minutes").fill("60");
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await dialog(page).getByRole("button", { name: "Записать ещё раз" }).click();
  await toast(page, "Записаны 2 услуги");
  const [one, two] = await mine(page);
  assert.equal(one.group, two.group);
  assert.notEqual(one.person.id, two.person.id);
  await page.keyboard.press("Alt+Digit1");
});

test("a fact is corrected and reversed with a reason, and nothing is lost", async () => {
  const { page } = desk;
  const before = await mine(page);
  await page.getByRole("button", { name: /^Исправить/ }).first().click();
  await page.locator("#field-reason").fill("не те минуты");
  await page.locator("#field-minutes").fill("25");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Запись исправлена").first().waitFor();
  await page.getByRole("button", { name: /^Сторнировать/ }).nth(1).click();
  await page.getByRole("dialog").getByRole("textbox").fill("записано дважды");
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Сторнировать" }).click();
  await page.getByText("Запись сторнирована").first().waitFor();
  const facts = await mine(page);
  assert.equal(facts.length, before.length + 3);
  assert.deepEqual(facts.filter((each) => each.reason).map((each) => each.reason).sort(), ["записано дважды", "не те минуты"]);
  assert.equal(facts.find((each) => !each.reverses && !each.reversed_by).minutes, 25);
});

test("the journal is narrowed by person and service, adds up the whole selection, and corrects any row of it", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/journal`);
  await page.locator("tbody tr").nth(49).waitFor();
  const { body: all } = await api(page, "GET", "/facts/totals");
  assert.ok(all.facts > 100, "the selection is longer than a page");
  const number = new Intl.NumberFormat("ru");
  await page.getByRole("status").filter({ hasText: "Итого:" }).filter({ hasText: new RegExp(`${number.format(all.facts).replace(/\s/g, "\\s")}\\s+услуг`) }).waitFor();
  await page.getByRole("button", { name: "Показать ещё" }).click();
  await page.locator("tbody tr").nth(60).waitFor();
  const row = page.locator("tbody tr").filter({ has: page.getByRole("button", { name: /^Исправить/ }) }).filter({ has: page.locator("td a[href^='/recipients/']") }).last();
  const person = (await row.locator("td a[href^='/recipients/']").getAttribute("href")).split("/").pop();
  const name = (await row.locator("td a[href^='/recipients/']").textContent()).trim();

  await take(page, "field-person", name);
  await page.waitForURL(`**/journal?person=${person}`);
  const { body: theirs } = await api(page, "GET", `/facts?person=${person}&limit=200`);
  const fact = theirs.items.find((each) => !each.reverses && !each.reversed_by);
  const { body: services } = await api(page, "GET", "/services");
  await take(page, "field-service", services.items.find((each) => each.id === fact.service).titles.ru);
  await page.waitForURL(`**/journal?service=${fact.service}&person=${person}`);
  const { body: narrow } = await api(page, "GET", `/facts/totals?person=${person}&service=${fact.service}`);
  await page.getByRole("status").filter({ hasText: new RegExp(`Итого: ${narrow.facts} услуг.*1 получатель.*Сторнированные не считаются`) }).waitFor();
  const [surname] = name.split(" ");
  assert.match(await inField(page, "field-person"), new RegExp(`^${surname} `));
  await axe(page);

  await page.getByRole("button", { name: /^Исправить/ }).last().click();
  await waitForFocus(page, "field-reason");
  await page.keyboard.type("описка в минутах");
  await page.locator("#field-minutes").fill("17");
  await page.keyboard.press("Control+Enter");
  await toast(page, "Запись исправлена");
  await page.waitForURL(`**/journal?service=${fact.service}&person=${person}`);
  await page.getByRole("cell", { name: "17", exact: true }).waitFor();
  const { body: after } = await api(page, "GET", `/facts/totals?person=${person}&service=${fact.service}`);
  assert.equal(after.facts, narrow.facts);
  await page.goto(server.url);
});

test("a lost session says that nothing was recorded and keeps what was typed", async () => {
  const lonely = await openPage(browser);
  await signIn(lonely.page, server.url, "desk");
  const { page } = lonely;
  await take(page, "field-person", (await someone(page, 9)).name);
  await take(page, "field-service", (await plainService(page)).titles.ru);
  const name = await inField(page, "field-person");
  await page.context().clearCookies();
  await page.keyboard.press("Control+Enter");
  await page.getByText("Сеанс завершён, войдите снова. Запись не сделана").waitFor();
  await waitForFocus(page, "field-login");
  await axe(page);
  await page.getByRole("textbox").first().fill("desk");
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForFunction((wanted) => document.getElementById("field-person")?.value === wanted, name);
  await lonely.close();
});

test("a group at 360 px: everybody is on the page, and no line stands on another", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  const { page } = phone;
  await signIn(page, server.url, "desk");
  const service = await plainService(page);
  const persons = (await api(page, "GET", "/persons?limit=12")).body.items.map(({ id }) => ({ person: id }));
  const { today } = (await api(page, "GET", "/session")).body;
  const recorded = await api(page, "POST", "/facts/group", { organisation: home, service: service.id, performed_on: today, minutes: 30, channel: "centre", participants: persons });
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));
  await page.getByRole("radio", { name: "Группе" }).check();
  await take(page, "field-service", service.titles.ru);
  const all = page.getByRole("button", { name: /^Отметить всех \d+$/ });
  await all.waitFor();
  const boxes = await page.locator(".group-ticks .choice").evaluateAll((rows) => rows.map((row) => { const { top, bottom } = row.querySelector("span").getBoundingClientRect(); return { top, bottom }; }));
  assert.ok(boxes.length >= 12);
  assert.equal(await all.innerText(), `Отметить всех ${boxes.length}`);
  boxes.slice(1).forEach(({ top }, at) => assert.ok(top >= boxes[at].bottom - 1, `line ${at + 1} begins at ${top}, above ${boxes[at].bottom}`));
  assert.ok(await page.locator(".group-ticks").evaluate((list) => list.scrollHeight <= list.clientHeight + 1));
  await all.click();
  await page.getByText(/\d+ участник/).waitFor();
  await noSidewaysScroll(page);
  await axe(page);
  await phone.close();
});

test("no page failed underneath", async () => {
  assert.deepEqual(desk.faults, []);
  assert.ok(await focused(desk.page) !== undefined);
});
