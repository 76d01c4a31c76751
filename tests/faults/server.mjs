// Real server processes over a small invented region, that a test may end in any way.
import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const binary = process.env.RYADOM_BINARY;
if (!binary) throw new Error("RYADOM_BINARY is not set: it names the program under test");
export const password = "ryadom-demo-2026";

/** A command of the program; its output. Throws when it fails. */
export function ryadom(location, ...words) {
  const done = spawnSync(binary, ["--database", location, ...words], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`ryadom ${words.join(" ")}: ${done.stderr}`);
  return done.stdout;
}

export function generate(location) {
  ryadom(location, "generate", "--persons", "200", "--facts", "1500", "--password", password);
}

/** A folder that goes when the test ends. */
export function folderFor(test) {
  const folder = mkdtempSync(join(tmpdir(), "ryadom-fault-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Asks until the answer is true; says what was waited for when it never is. */
export async function until(what, ask, seconds = 30) {
  const end = Date.now() + seconds * 1000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Serves on a free port. `kill` is kill -9; both ends wait until the process is gone. */
export async function serve(test, location, { env = {}, words = [] } = {}) {
  const child = spawn(binary, ["--database", location, "serve", "--listen", "127.0.0.1:0", ...words], { stdio: ["ignore", "inherit", "pipe"], env: { ...process.env, ...env } });
  let log = "";
  child.stderr.on("data", (piece) => (log += piece));
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const end = (signal) => (child.exitCode === null && child.signalCode === null && child.kill(signal), gone);
  test.after(() => end("SIGKILL"));
  const port = () => log.match(/"event":"listening".*?"port":(\d+)/)?.[1];
  await until("the server to listen", () => {
    if (child.exitCode !== null) throw new Error(log);
    return port();
  });
  return { url: `http://127.0.0.1:${port()}`, pid: child.pid, log: () => log, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

/** A signed-in user. The session outlives the server, so `at` moves it to the next one. */
export class Client {
  constructor(url, cookie) {
    this.url = url;
    this.cookie = cookie;
  }
  static async signIn(url, login) {
    const answer = await fetch(`${url}/api/v1/session`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ login, password }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return new Client(url, answer.headers.get("set-cookie").split(";")[0]);
  }
  at(url) {
    return new Client(url, this.cookie);
  }
  async send(method, path, body, key = randomUUID()) {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { Cookie: this.cookie, ...(body && { "Content-Type": "application/json", "Idempotency-Key": key }) },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  }
  get(path) {
    return this.send("GET", path);
  }
  post(path, body, key) {
    return this.send("POST", path, body, key);
  }
}

/** What the desk of the demo region needs to record a fact that only it has. */
export async function desk(url) {
  const client = await Client.signIn(url, "desk");
  const organisation = (await client.get("my-centre")).body.organisation.id;
  const context = (await client.get(`facts/context?organisation=${organisation}`)).body;
  const service = context.services.find((each) => each.practices.length < 2);
  const fact = () => ({
    organisation,
    service: service.id,
    performed_on: context.today,
    minutes: 30,
    channel: "home",
    new_person: { family_name: "Проверкина", given_name: "Нина", birth: "1950-03-08", sex: "female" },
    namesake: "каждая проверка заводит свою",
  });
  return { client, organisation, fact };
}
