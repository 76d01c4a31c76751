// The reports against a real server: a coordinator asks a cut, sends its address, opens the facts behind a number and takes
// the file; a director sees the own records exactly and the region in round numbers.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
let coordinator;
let director;
const seen = [];

before(async () => {
  server = await startServer({ persons: 400, facts: 4000 });
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

const rowsOf = (page) => page.locator(".cut-table tbody tr");

test("a question is asked by its axes, and its address gives a colleague the same table", async () => {
  await go(coordinator, "/reports");
  await coordinator.locator("select[name=rows]").selectOption("age");
  await coordinator.locator("select[name=columns]").selectOption("sex");
  await coordinator.locator("select[name=measure]").selectOption("services");
  await rowsOf(coordinator).first().waitFor();
  await coordinator.waitForURL(/rows=age&columns=sex&measure=services/);
  await coordinator.waitForLoadState("networkidle");
  const table = await coordinator.locator(".cut-table table").innerText();
  const colleague = await openPage(browser);
  seen.push(colleague);
  await signIn(colleague.page, server.url, "coordinator");
  await go(colleague.page, new URL(coordinator.url()).pathname + new URL(coordinator.url()).search);
  await rowsOf(colleague.page).first().waitFor();
  assert.equal(await colleague.page.locator(".cut-table table").innerText(), table);
  await colleague.page.close();
});

test("districts come with a map and a chart that is said in words", async () => {
  await go(coordinator, "/reports");
  await coordinator.getByRole("link", { name: "Охват по районам" }).click();
  await coordinator.waitForURL(/measure=per_thousand/);
  await coordinator.locator(".cut-map path").first().waitFor();
  assert.match(await coordinator.locator(".cut-chart figcaption").innerText(), /Больше всего/);
  await coordinator.getByRole("link", { name: "Услуги по месяцам" }).click();
  await coordinator.locator(".cut-line svg").waitFor();
});

test("a number opens as many facts as it says", async () => {
  await go(coordinator, "/reports?rows=channel&columns=age&measure=services&from=2026-10-01&to=2026-10-07");
  const number = coordinator.locator(".cut-table tbody td a").first();
  await number.waitFor();
  const says = Number((await number.innerText()).replace(/\D/g, ""));
  assert.ok(says > 0);
  const query = new URL(await number.getAttribute("href"), server.url).search;
  await number.click();
  await coordinator.getByRole("heading", { level: 1, name: "Факты за числом" }).waitFor();
  await coordinator.locator("tbody tr").first().waitFor();
  const { body } = await api(coordinator, "GET", `/figures/cuts/facts${query}&limit=200`);
  assert.equal(body.items.length, Math.min(says, 200));
  assert.equal(await coordinator.locator("tbody tr").count(), Math.min(says, 50));
});

test("the file leaves as a table", async () => {
  await go(coordinator, "/reports?rows=centre&columns=month&measure=people");
  await rowsOf(coordinator).first().waitFor();
  const file = coordinator.waitForEvent("download");
  await coordinator.getByRole("link", { name: /CSV/ }).click();
  assert.match((await file).suggestedFilename(), /^cut-.*\.csv$/);
});

test("a director counts the own people exactly, and the region's in round numbers without facts", async () => {
  await go(director, "/reports?rows=centre&measure=people");
  await rowsOf(director).first().waitFor();
  assert.ok((await director.locator(".cut-table tbody a").count()) > 0);
  await director.locator("select[name=reach]").selectOption("region");
  await director.getByText("Числа округлены вниз до пяти").waitFor();
  assert.equal(await director.locator(".cut-table tbody a").count(), 0);
});

test("every page holds its words and its width", async () => {
  for (const width of [1366, 360]) {
    await coordinator.setViewportSize({ width, height: 800 });
    for (const path of ["/reports", "/reports?rows=month&measure=services", "/reports?rows=age&columns=sex", "/reports/facts?rows=age&measure=people&row=75plus"]) {
      await go(coordinator, path);
      await coordinator.locator("tbody tr").first().waitFor();
      await axe(coordinator);
      await noSidewaysScroll(coordinator);
    }
  }
  for (const { faults } of seen) assert.deepEqual(faults, []);
});
