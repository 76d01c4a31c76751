// A real server over a small invented region, for one test file.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const password = "ryadom-demo-2026";

/** Makes the region and serves it on a free port; `stop` ends the server and removes the folder. */
export async function startServer({ persons = 600, facts = 6000 } = {}) {
  const binary = process.env.RYADOM_BINARY;
  if (!binary) throw new Error("RYADOM_BINARY is not set: it names the program under test");
  const folder = mkdtempSync(join(tmpdir(), "ryadom-journey-"));
  const data = join(folder, "data");
  const made = spawnSync(binary, ["--data", data, "generate", "--persons", String(persons), "--facts", String(facts), "--password", password], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(made.stderr);
  const child = spawn(binary, ["--data", data, "serve", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "inherit", "pipe"] });
  let log = "";
  const port = await new Promise((resolve, reject) => {
    child.on("exit", () => reject(new Error(log)));
    child.stderr.on("data", (piece) => {
      log += piece;
      const line = log.match(/"event":"listening".*?"port":(\d+)/);
      if (line) resolve(Number(line[1]));
    });
  });
  const stop = () =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.on("exit", () => {
        rmSync(folder, { recursive: true, force: true });
        resolve();
      });
      child.kill("SIGTERM");
    });
  return { url: `http://127.0.0.1:${port}`, binary, data, stop, log: () => log };
}

/** Signs in through the page, as a person does. */
export async function signIn(page, url, login) {
  await page.goto(url);
  await page.getByRole("textbox").first().fill(login);
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => !document.querySelector("input[type=password]"));
}

/** Asks the API as the signed-in user of the page. */
export function api(page, method, path, body) {
  return page.evaluate(
    async ([verb, target, sent]) => {
      const answer = await fetch(`/api/v1${target}`, {
        method: verb,
        headers: sent ? { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() } : {},
        body: sent ? JSON.stringify(sent) : undefined,
      });
      return { status: answer.status, body: answer.status === 204 ? null : await answer.json() };
    },
    [method, path, body],
  );
}
