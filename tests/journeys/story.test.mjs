// The main job, end to end: the coordinator sees a region, a director adopts a practice, a specialist enters a service,
// and the coordinator's matrix changes because of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, noSidewaysScroll, openPage } from "../../web/tests/harness.mjs";
import { api, signIn, startServer } from "./server.mjs";

let server;
let browser;
const people = {};

before(async () => {
  server = await startServer();
  browser = await launch();
  for (const login of ["coordinator", "director", "specialist"]) {
    people[login] = await openPage(browser);
    await signIn(people[login].page, server.url, login);
  }
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const cellOf = async (organisation, practice) =>
  (await api(people.coordinator.page, "GET", `/matrix/cell?organisation=${organisation}&practice=${practice}`)).body;

test("the coordinator sees the matrix of the region", async () => {
  const { page } = people.coordinator;
  await page.goto(`${server.url}/rollout`);
  await page.getByRole("grid").first().waitFor();
  const { body } = await api(page, "GET", "/matrix");
  assert.ok(body.practices.length >= 13);
  assert.ok(body.centres.length >= 10);
});

test("a director adopts a practice, a specialist enters a service, the matrix follows within a second", async () => {
  const director = people.director.page;
  const { body: session } = await api(director, "GET", "/session");
  const organisation = session.account.roles[0].organisation.id;
  const { body: matrix } = await api(people.coordinator.page, "GET", "/matrix");
  const { body: adoptions } = await api(director, "GET", `/adoptions?organisation=${organisation}`);
  const taken = new Set(adoptions.items.map((each) => each.practice.id));
  const free = matrix.practices.find((each) => !taken.has(each.id));
  assert.ok(free, "the demo centre runs every practice already");
  const adopted = await api(director, "POST", "/adoptions", { organisation, practice: free.id });
  assert.equal(adopted.status, 201, JSON.stringify(adopted.body));

  const before = await cellOf(organisation, free.id);
  const specialist = people.specialist.page;
  const { body: context } = await api(specialist, "GET", `/facts/context?organisation=${organisation}`);
  const use = (service) => service.practices?.find((each) => each.id === free.id);
  const service = context.services.find(use);
  assert.ok(service, "the practice's service is offered for entry");
  const { body: found } = await api(specialist, "GET", "/persons?limit=1");
  const fact = {
    organisation, person: found.items[0].id, service: service.id, performed_on: session.today, minutes: service.norm_minutes ?? 30,
    channel: use(service).channels[0], practice: free.id,
  };
  const recorded = await api(specialist, "POST", "/facts", fact);
  assert.equal(recorded.status, 201, JSON.stringify(recorded.body));

  const deadline = Date.now() + 1000;
  let now;
  do now = await cellOf(organisation, free.id);
  while (JSON.stringify(now) === JSON.stringify(before) && Date.now() < deadline);
  assert.notDeepEqual(now, before);
});

const screens = {
  coordinator: ["/", "/rollout", "/practices", "/organisations"],
  director: ["/", "/practices"],
  specialist: ["/"],
};

for (const [login, paths] of Object.entries(screens))
  for (const path of paths)
    for (const width of [1366, 360])
      test(`${login} at ${path}, ${width} px: accessible and not too wide`, async () => {
        const { page } = people[login];
        await page.setViewportSize({ width, height: 800 });
        await page.goto(server.url + path);
        await page.waitForLoadState("networkidle");
        await axe(page);
        await noSidewaysScroll(page);
      });

test("no page met an uncaught error or a refusal of the content security policy", () => {
  for (const { faults } of Object.values(people)) assert.deepEqual(faults, []);
});
