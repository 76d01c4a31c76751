// Takes the pictures in docs/images anew: RYADOM_BINARY=$(tools/build) node tools/screenshots.mjs
// An invented region of the size of the demo, its last facts of yesterday.
import { signIn, startServer } from "../tests/journeys/server.mjs";
import { launch, openPage } from "../web/tests/harness.mjs";

const pictures = [
  { name: "region", login: "coordinator", path: "/" },
  { name: "matrix", login: "coordinator", path: "/rollout" },
  { name: "bank", login: "director", path: "/practices" },
  { name: "centre", login: "director", path: "/" },
  { name: "entry", login: "desk", path: "/" },
  { name: "phone", login: "specialist", path: "/", width: 360, height: 740 },
];

const server = await startServer({ persons: 20_000, facts: 500_000 });
const browser = await launch();
for (const { name, login, path, width = 1366, height = 900 } of pictures) {
  const { page, close } = await openPage(browser, { width, height });
  await signIn(page, server.url, login);
  await page.goto(server.url + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: new URL(`../docs/images/${name}.png`, import.meta.url).pathname });
  await close();
}
await browser.close();
await server.stop();
