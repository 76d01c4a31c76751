// From the desk's first question to a signed contract: an application with its clock, the assessment, the director's decision, a
// programme that is approved and then followed by a version, and a contract by the assessed payment. At a desk and on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server, browser, desk, specialist, director, coordinator, person, home, services, today;

before(async () => {
  server = await startServer({ persons: 900 });
  browser = await launch();
  const roles = ["desk", "specialist", "director", "coordinator"];
  [desk, specialist, director, coordinator] = await Promise.all(roles.map(() => openPage(browser)));
  for (const [place, each] of [desk, specialist, director, coordinator].entries()) await signIn(each.page, server.url, roles[place]);
  const session = (await api(desk.page, "GET", "/session")).body;
  today = session.today;
  home = session.account.roles[0].organisation.id;
  person = (await api(desk.page, "POST", "/persons", { organisation: home, person: { family_name: "Журавская", given_name: "Нина", patronymic: "Петровна", birth: "1948-02-11", sex: "female" } })).body.id;
  services = (await api(desk.page, "GET", "/services")).body.items;
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const field = (page, name) => page.locator(`[id="field-${name}"]`);
const titled = (code) => services.find((each) => each.code === code);
const day = (iso) => iso.split("-").reverse().join(".");
const plus = (iso, days) => new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const of = async (page) => (await api(page, "GET", `/persons/${person}/programmes`)).body;
const open = async (page, path, heading) => {
  await page.goto(server.url + path);
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
};

test("the journal begins with what is overdue, and every list of the demo region has rows", async () => {
  const { page } = desk;
  await page.goto(server.url);
  await page.getByRole("link", { name: "Программы", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Заявления и программы" }).waitFor();
  await page.locator(".table tbody tr").first().waitFor();
  assert.match(await page.locator(".table tbody tr").first().innerText(), /просрочено|срок прошёл/);
  await axe(page);
  for (const tab of ["Программы", "Договоры", "Закрытые заявления"]) {
    await page.getByRole("navigation", { name: "Разделы" }).getByRole("link", { name: tab }).click();
    await page.locator(".table tbody tr").first().waitFor();
    await axe(page);
  }
});

test("the desk registers an application, which gets a number and a term", async () => {
  const { page } = desk;
  await page.goto(`${server.url}/recipients/${person}`);
  await page.getByText("Заявлений ещё не было").waitFor();
  await page.getByRole("link", { name: "Принять заявление" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Новое заявление" }).waitFor();
  await page.getByLabel("Некому обеспечить уход").check();
  await field(page, "wish/services").selectOption(titled("household.01").id);
  await field(page, "wish/services").selectOption(titled("household.07").id);
  await page.getByLabel("Заявление подаёт представитель").check();
  await field(page, "wish/applicant/name").fill("Журавская Анна Ильинична");
  await axe(page);
  await page.getByRole("button", { name: "Зарегистрировать" }).click();
  await page.locator(".error-summary").waitFor();
  await field(page, "wish/applicant/right").fill("дочь, доверенность № 4 от 02.11.2026");
  await page.getByRole("button", { name: "Зарегистрировать" }).click();
  await page.getByRole("heading", { level: 1, name: /Заявление: Журавская Н. П./ }).waitFor();
  const next = page.getByRole("region", { name: "Что дальше" });
  await next.getByText("Оценить нуждаемость").waitFor();
  await next.getByText("442-ФЗ, ст. 15").waitFor();
  await axe(page);
});

test("the clock stands while papers are missing", async () => {
  const { page } = desk;
  await page.getByRole("button", { name: "Вернуть за документами" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await page.locator("dialog .error-summary").waitFor();
  await field(page, "note").fill("Нет справки о составе семьи");
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await page.getByText(/срок стоит, останется/).waitFor();
  await page.getByRole("button", { name: "Документы принесены" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await page.getByRole("region", { name: "Что дальше" }).getByText("Оценить нуждаемость").waitFor();
  await page.getByRole("region", { name: "Ход заявления" }).getByText("Нет справки о составе семьи").waitFor();
});

test("a specialist takes the assessment of need, and the director decides", async () => {
  const [{ id }] = (await of(desk.page)).applications;
  const made = await api(specialist.page, "POST", `/persons/${person}/assessments`, { organisation: home, assessed_on: today, scales: [], conclusion: "Нужна помощь на дому" });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  await open(specialist.page, `/programmes/applications/${id}`, /Заявление/);
  await specialist.page.getByRole("button", { name: "Учесть оценку" }).click();
  await specialist.page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await specialist.page.getByText("Решение принимает директор.").waitFor();
  const { page } = director;
  await open(page, "/programmes", "Заявления и программы");
  await field(page, "shown").selectOption("decide");
  await page.getByRole("link", { name: "Журавская Н. П." }).click();
  await page.getByRole("button", { name: "Отказать" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Отказать" }).click();
  await page.locator("dialog .error-summary").waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Удовлетворить" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Удовлетворить" }).click();
  await page.getByRole("link", { name: "Составить программу" }).or(page.getByText("Составить программу", { exact: true })).first().waitFor();
  await axe(page);
});

test("a programme starts from what was wanted, and takes force once the director approves it", async () => {
  const { page } = specialist;
  await page.reload();
  await page.getByRole("link", { name: "Составить программу" }).click();
  await page.getByRole("heading", { level: 1, name: "Новая программа" }).waitFor();
  assert.equal(await field(page, "content/lines/1/service").inputValue(), titled("household.07").id);
  await field(page, "content/lines/0/times").fill("часто");
  await page.getByRole("button", { name: "Записать проект" }).click();
  await page.getByText("без них проект не записать").waitFor();
  await field(page, "content/lines/0/times").fill("2");
  await page.getByRole("button", { name: "Добавить услугу" }).click();
  await field(page, "content/lines/2/service").selectOption(titled("medical.26").id);
  await field(page, "content/lines/2/quantity").fill("1,5");
  // Under the bar at the top half a field is too small a target.
  await page.evaluate(() => window.scrollTo(0, 0));
  await axe(page);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { level: 1, name: /Программа: Журавская Н. П./ }).waitFor();
  await page.getByText("Утверждает директор").waitFor();
  await axe(page);
  await director.page.reload();
  await director.page.getByRole("link", { name: "Открыть проект программы" }).click();
  await director.page.getByRole("button", { name: "Утвердить" }).click();
  await director.page.getByRole("heading", { level: 2, name: /Версия 1/ }).getByText("действует").waitFor();
  await director.page.getByText("2 раза в неделю").waitFor();
  await axe(director.page);
});

test("a contract takes the payment of its first day", async () => {
  const { page } = desk;
  const [{ id }] = (await of(page)).programmes;
  await open(page, `/programmes/plans/${id}`, /Программа/);
  await page.getByRole("button", { name: "Заключить договор" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Заключить", exact: true }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Рассчитать оплату" }).waitFor();
  await axe(page);
  await page.keyboard.press("Escape");
  const input = { care_form: "home", area: "city", group: "pensioner", applied_on: today, effective_on: today, members: [{ who: "Журавская Нина", incomes: Array(12).fill(6_000_000) }], services: [{ service: titled("household.01").id, quantity: 800, care_package: false }] };
  const paid = await api(page, "POST", `/persons/${person}/payment`, { organisation: home, input });
  assert.equal(paid.status, 201, JSON.stringify(paid.body));
  await page.getByRole("button", { name: "Заключить договор" }).click();
  await field(page, "signer").fill("Журавская А. И., по доверенности");
  await page.getByRole("dialog").getByRole("button", { name: "Заключить", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: /Договор №/ }).waitFor();
  const [contract] = (await of(page)).contracts;
  assert.equal(contract.payment_kopecks, paid.body.calculation.payment_kopecks);
  assert.equal((await of(page)).applications[0].step, "none");
  await page.getByRole("button", { name: "Договор на подпись" }).click();
  const paper = page.getByRole("link", { name: /Договор на подпись: открыть № \d+\/\d+/ });
  await paper.waitFor();
  const file = await page.evaluate(async (href) => (await (await fetch(href)).text()).slice(0, 5), await paper.getAttribute("href"));
  assert.equal(file, "%PDF-");
  await axe(page);
});

test("a version in force is not edited: the next one says why and is shown beside it", async () => {
  const { page } = specialist;
  const [{ id }] = (await of(page)).programmes;
  await open(page, `/programmes/plans/${id}`, /Программа/);
  await page.getByRole("button", { name: "Отметить выполнение" }).click();
  await field(page, `outcome/${titled("household.01").id}`).selectOption("partly");
  await field(page, "marks/0/reason").selectOption("absent");
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await page.locator(".tag", { hasText: "Выполнена частично" }).waitFor();
  await page.getByRole("link", { name: "Новая версия" }).click();
  await page.getByRole("heading", { level: 1, name: "Новая версия" }).waitFor();
  await field(page, "content/since").fill(day(plus(today, 1)));
  await page.keyboard.press("Tab");
  await field(page, "content/lines/0/times").fill("3");
  await page.getByRole("button", { name: /^Убрать/ }).nth(1).click();
  await page.getByRole("button", { name: "Записать проект" }).click();
  await page.locator(".error-summary").waitFor();
  await field(page, "reason").fill("Ухудшилось состояние");
  await page.getByRole("button", { name: "Записать проект" }).click();
  const sides = page.getByRole("region", { name: "Что изменилось" });
  await sides.getByText("3 раза в неделю").waitFor();
  await sides.getByText("(исключена)").waitFor();
  await axe(page);
  await open(director.page, `/programmes/plans/${id}`, /Программа/);
  await director.page.getByRole("button", { name: "Утвердить" }).click();
  await director.page.getByRole("heading", { level: 2, name: /Версия 2/ }).getByText("вступит в силу").waitFor();
  const planned = (await api(page, "GET", `/programmes/${id}`)).body.versions;
  assert.equal(planned[1].last_on, today);
});

test("the coordinator sets a term and a year of the calendar", async () => {
  const { page } = coordinator;
  await page.goto(`${server.url}/reference`);
  await page.getByRole("link", { name: "Сроки и нормы программ" }).click();
  await page.getByRole("button", { name: /^Установить: Договор/ }).click();
  await field(page, "norms/0/amount").fill("3");
  await field(page, "ground").fill("Закон области № 5");
  await axe(page);
  await page.getByRole("dialog").getByRole("button", { name: "Установить" }).click();
  await page.getByText("Закон области № 5").waitFor();
  const years = (await api(page, "GET", "/working-calendar")).body.items;
  await page.getByRole("button", { name: `Добавить ${years.at(-1).year + 1} год` }).click();
  await field(page, "days").fill("01.01–08.01, 31.02");
  await page.getByText("Пишите так: 01.01–09.01").waitFor();
  await field(page, "days").fill("01.01–08.01");
  await field(page, "ground").fill("ТК РФ, ст. 112");
  await page.getByRole("dialog").getByRole("button", { name: "Записать" }).click();
  await page.getByRole("button", { name: String(years.at(-1).year + 1), exact: true }).waitFor();
  await axe(page);
});

test("on a phone the pages fit", async () => {
  const found = await of(desk.page);
  const paths = ["/programmes", "/programmes/plans", "/programmes/contracts", `/programmes/applications/${found.applications[0].id}`, `/programmes/plans/${found.programmes[0].id}`,
    `/programmes/contracts/${found.contracts[0].id}`, `/recipients/${person}/applications/new`];
  for (const [{ page }, all] of [[desk, paths], [specialist, [`/programmes/plans/${found.programmes[0].id}/draft`]], [coordinator, ["/reference/programmes"]]]) {
    await page.setViewportSize({ width: 360, height: 740 });
    for (const path of all) {
      await page.goto(server.url + path);
      await page.locator("main .card, main .table tbody tr").first().waitFor();
      await noSidewaysScroll(page);
      await axe(page);
    }
  }
});

test("no page failed underneath", () => assert.deepEqual([desk, specialist, director, coordinator].flatMap(({ faults }) => [...faults]), []));
