// The network by tables and the map by a file: a check in words, the rows to mend, the loading; a department by hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, coordinator, centre, branch;

before(async () => {
  server = await startServer({ persons: 200, facts: 1000 });
  browser = await launch();
  coordinator = await openPage(browser);
  await signIn(coordinator.page, server.url, "coordinator");
  const all = (await api(coordinator.page, "GET", "/organisations")).body.items;
  centre = all.find((each) => each.short_title === "КЦСОН «Правобережный»");
  branch = all.find((each) => each.kind === "branch");
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const csv = (text) => ({ name: "rooms.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const geojson = (value) => ({ name: "map.geojson", mimeType: "application/geo+json", buffer: Buffer.from(JSON.stringify(value)) });

/** The figure under a label of the report. */
const figure = (page, label) => page.locator(".figures > div", { hasText: label }).locator("dd").innerText();

async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return readFileSync(await download.path(), "utf8");
}

test("a department is added, and somebody works in it", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/organisations/${branch.id}/departments`);
  await page.getByText("Отделения не внесены").waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Добавить отделение" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator("#field-title").fill("Отделение дневного пребывания");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Отделение дневного пребывания" }).waitFor();
  await axe(page);
  await page.getByRole("link", { name: "Персонал", exact: true }).click();
  await page.locator("td.main .link").first().click();
  await sheet.locator("#field-department").selectOption({ label: "Отделение дневного пребывания" });
  await sheet.locator("#field-personnel_number").fill("0157");
  await axe(page);
  await sheet.getByRole("button", { name: "Сохранить" }).click();
  await page.getByRole("cell", { name: "Отделение дневного пребывания" }).waitFor();
});

test("a table with a wrong row is checked, its right rows are written, the wrong one comes back to be mended", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/organisations/${centre.id}/rooms`);
  await page.getByRole("link", { name: "Загрузить таблицу" }).click();
  await page.getByRole("heading", { level: 1, name: "Загрузка сети из таблиц" }).waitFor();
  await page.getByRole("heading", { name: "Столбцы таблицы" }).waitFor();
  await axe(page);
  assert.match(await saved(page, "Скачать образец"), /^\ufeff"Учреждение";"Название";"Вид";"Мест"\r\n"centre-1";"Кабинет 12"/);

  // Without a file the form says what is missing.
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("alert").getByText("Сначала выберите файл").waitFor();
  await axe(page);

  await page.locator("#field-file-input").setInputFiles(csv("Название;Вид;Мест\nЗал занятий 1;Зал занятий;20\nТихая комната 2;Тихая;4\nКухня 3;Кухня;6\n"));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("heading", { name: "Файл проверен, ничего не записано" }).waitFor();
  assert.equal(await figure(page, "Будет добавлено"), "2");
  assert.equal(await figure(page, "Строк с ошибками"), "1");
  await page.getByRole("cell", { name: /Вид «Тихая» неизвестен/ }).waitFor();
  await axe(page);
  const rooms = async () => (await api(page, "GET", `/organisations/${centre.id}/rooms`)).body.items.map((each) => each.title);
  assert.ok(!(await rooms()).includes("Кухня 3"));

  await page.getByRole("button", { name: "Записать 2 строки" }).click();
  await page.getByRole("heading", { name: "Загрузка завершена" }).waitFor();
  assert.ok((await rooms()).includes("Кухня 3"));
  const wrong = await saved(page, "Скачать строки с ошибками");
  assert.match(wrong, /"Тихая комната 2";"Тихая";"4";"3";"Вид: /);

  await page.locator("#field-file-input").setInputFiles(csv(wrong.replace('"Тихая"', '"Тихая комната"')));
  await page.keyboard.press("Tab");
  await page.getByRole("button", { name: "Проверить файл" }).press("Enter");
  await page.getByRole("button", { name: "Записать 1 строку" }).press("Enter");
  await page.getByRole("heading", { name: "Загрузка завершена" }).waitFor();
  assert.ok((await rooms()).includes("Тихая комната 2"));
});

test("a table loaded again changes its records and says how", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/organisations/import/rooms?organisation=${centre.id}`);
  await page.locator("#field-file-input").setInputFiles(csv("Название;Мест\nЗал занятий 1;25\nКухня 3;6\n"));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("cell", { name: "Мест: 20 → 25" }).waitFor();
  assert.equal(await figure(page, "Без изменений"), "1");
  await axe(page);
  await page.getByRole("button", { name: "Записать 1 строку" }).click();
  await page.getByRole("heading", { name: "Загрузка завершена" }).waitFor();
  await page.locator("#field-file-input").setInputFiles(csv("Название;Количество\nЗал занятий 1;25\n"));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("alert").getByText("Столбца «Количество» в этой таблице нет").waitFor();
  await axe(page);
});

test("a map is checked, a feature is given its district by hand, and the outlines are written", async () => {
  const { page } = coordinator;
  const [first, second] = (await api(page, "GET", "/districts")).body.items;
  const square = (west, closed = true) => ({ type: "Polygon", coordinates: [[[west, 54], [west + 1, 54], [west + 1, 55], [west, 55], ...(closed ? [[west, 54]] : [])]] });
  const feature = (name, geometry) => ({ type: "Feature", properties: { name, admin_level: "6" }, geometry });
  const lacking = (await api(page, "GET", "/map")).body.features.length;
  assert.ok(lacking > 0);

  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Загрузить карту" }).click();
  await page.getByRole("heading", { level: 1, name: "Карта районов" }).waitFor();
  await page.locator("#field-file-input").setInputFiles(geojson({ type: "Polygon" }));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("alert").getByText(/Это не GeoJSON с районами/).waitFor();
  await axe(page);

  await page.locator("#field-file-input").setInputFiles(geojson({ type: "FeatureCollection", features: [feature(first.title, square(80)), feature(second.title, square(81, false)), feature("Заречье", square(82))] }));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("heading", { name: "Файл проверен, ничего не записано" }).waitFor();
  assert.equal(await figure(page, "Контуров запишется"), "1");
  await page.getByRole("cell", { name: /Контур не замкнут/ }).waitFor();
  await page.getByRole("img", { name: "Предварительный вид: 1 район" }).waitFor();
  await axe(page);
  await page.getByRole("button", { name: "Записать 1 контур" }).click();
  await page.getByRole("heading", { name: "Загрузка завершена" }).waitFor();
  const map = await page.evaluate(async () => (await fetch("/api/v1/map")).json());
  assert.deepEqual(map.features.find((each) => each.id === first.id).geometry, { type: "MultiPolygon", coordinates: [square(80).coordinates] });
});

test("a district without an outline takes a feature of another name, and is a tile until then", async () => {
  const { page } = coordinator;
  const made = await api(page, "POST", "/districts", { code: "zarechye", title: "Заречный район", population: 900, elders: 200, road_km: 40, tile_row: 0, tile_column: 0 });
  assert.equal(made.status, 201);
  await page.goto(server.url);
  await page.getByText("Без контура на карте:").waitFor();
  await axe(page);
  await page.goto(`${server.url}/reference/map`);
  await page.locator("#field-file-input").setInputFiles(geojson({ type: "FeatureCollection", features: [{ type: "Feature", properties: { name: "Заречье" }, geometry: { type: "Polygon", coordinates: [[[84, 54], [85, 54], [85, 55], [84, 54]]] } }] }));
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.getByRole("heading", { name: "Районы без контура" }).waitFor();
  await axe(page);
  await page.getByLabel("Заречный район").selectOption({ label: "Заречье" });
  await page.getByRole("button", { name: "Отменить выбор: Заречье" }).click();
  await page.getByLabel("Заречный район").selectOption({ label: "Заречье" });
  await page.getByRole("button", { name: "Записать 1 контур" }).click();
  await page.getByRole("heading", { name: "Загрузка завершена" }).waitFor();
  await page.getByRole("link", { name: "Посмотреть карту" }).click();
  await page.locator(".region-picture path title", { hasText: "Заречный район" }).first().waitFor({ state: "attached" });
  assert.equal(await page.getByText("Без контура на карте:").count(), 0);
});

test("a long table shows how far it is and stops when it is told to", async () => {
  const { page } = coordinator;
  const places = (await api(page, "GET", "/organisations")).body.items.filter((each) => each.kind === "centre" || each.kind === "branch");
  const rows = Array.from({ length: 4900 }, (_, i) => `${places[i % places.length].code};Помощник ${i};Волонтёр;0,1;10.01.2026`);
  await page.goto(`${server.url}/organisations/import/staff`);
  await page.locator("#field-file-input").setInputFiles(csv(["Учреждение;ФИО;Должность;Ставка;Принят", ...rows].join("\n")));
  // The answer is held back until the bar was looked at: the server is quicker than the eye.
  let answered;
  const looked = new Promise((done) => (answered = done));
  await page.route("**/api/v1/network/import/staff?dry_run=true", async (route) => {
    const response = await route.fetch();
    await looked;
    await route.fulfill({ response });
  });
  await page.getByRole("button", { name: "Проверить файл" }).click();
  await page.locator(".progress-value", { hasText: /[1-9]/ }).waitFor();
  await axe(page);
  answered();
  await page.getByRole("button", { name: "Записать 4 900 строк" }).click();
  await page.getByRole("button", { name: "Отмена" }).click();
  await page.getByRole("heading", { name: "Остановлено" }).waitFor();
  const written = Number((await figure(page, "Добавлено")).replace(/\D/g, ""));
  const left = Number((await page.getByText(/не просмотрен/).innerText()).replace(/\D/g, ""));
  assert.ok(left > 0 && written > 0);
  assert.equal(written + left, 4900);
  await axe(page);
});

test("a director loads the own register and no districts", async () => {
  const director = await openPage(browser);
  await signIn(director.page, server.url, "director");
  await director.page.goto(`${server.url}/organisations/import`);
  await director.page.getByRole("heading", { name: "Столбцы таблицы" }).waitFor();
  assert.deepEqual(await director.page.locator(".tabs a").allInnerTexts(), ["Отделения", "Помещения", "Оборудование", "Персонал"]);
  const own = (await api(director.page, "GET", "/session")).body.account.roles[0].organisation.id;
  const other = (await api(director.page, "GET", "/organisations")).body.items.find((each) => each.kind === "centre" && each.id !== own);
  await director.page.locator("#field-file-input").setInputFiles(csv(`Учреждение;Название\n${other.code};Чужое отделение\n;Своё отделение\n`));
  await director.page.getByRole("button", { name: "Проверить файл" }).click();
  await director.page.getByRole("heading", { name: "Файл проверен, ничего не записано" }).waitFor();
  assert.equal(await figure(director.page, "Будет добавлено"), "1");
  await director.page.getByRole("cell", { name: `Реестр учреждения ${other.short_title} ведёте не вы` }).waitFor();
  await axe(director.page);
  assert.deepEqual(director.faults, []);
  await director.close();
});

test("the outlines are removed, and the map shows tiles", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/reference/map`);
  await page.getByRole("button", { name: "Убрать контуры" }).click();
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Убрать контуры" }).click();
  await page.getByLabel("Сообщения").getByText("Контуры убраны").waitFor();
  assert.equal((await api(page, "GET", "/map")).body.features.length, 0);
  assert.equal(await page.getByRole("button", { name: "Убрать контуры" }).count(), 0);
  await page.goto(server.url);
  await page.locator(".region-figure.tiled .tiles").waitFor();
  await axe(page);
});

test("the pages of loading stand on a phone", async () => {
  const phone = await openPage(browser, { width: 360, height: 740 });
  await signIn(phone.page, server.url, "coordinator");
  for (const path of ["/organisations/import", "/organisations/import/staff", "/reference/map", `/organisations/${centre.id}/departments`]) {
    await phone.page.goto(server.url + path);
    await phone.page.getByRole("heading", { level: 1 }).waitFor();
    await phone.page.waitForTimeout(300);
    await noSidewaysScroll(phone.page);
    await axe(phone.page);
  }
  await phone.page.goto(`${server.url}/organisations/import/staff?organisation=${centre.id}`);
  await phone.page.locator("#field-file-input").setInputFiles(csv("ФИО;Должность;Ставка;Принят\nНовикова Ольга;Психолог;0,5;31.02.2026\nОрлова Нина;Психолог;0,5;10.01.2026\n"));
  await phone.page.getByRole("button", { name: "Проверить файл" }).click();
  await phone.page.getByText("«31.02.2026» — не дата", { exact: false }).first().waitFor();
  await noSidewaysScroll(phone.page);
  await axe(phone.page);
  assert.deepEqual(phone.faults, []);
  assert.deepEqual(coordinator.faults, []);
  await phone.close();
});
