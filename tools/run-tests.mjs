// Runs every check of the project and adds up what passed. Each step prints its own report; the last line is the sum.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "..");
const work = join(root, ".run", "tests");
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
const exchanges = join(work, "exchanges.jsonl");
const only = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };

function add(name, passed, failed) {
  sum.passed += passed;
  sum.failed += failed;
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${passed} passed, ${failed} failed`);
}

/** Ends with {status, output}; a step that hangs is ended by its own time limit. */
function command(file, args, { env = {}, minutes = 15, cwd = root } = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const timer = setTimeout(() => child.kill("SIGKILL"), minutes * 60_000);
    child.stdout.on("data", (piece) => (output += piece));
    child.stderr.on("data", (piece) => (output += piece));
    child.on("error", (error) => (output += error.message));
    child.on("close", (status) => {
      clearTimeout(timer);
      done({ status: status ?? 1, output });
    });
  });
}

async function googleTests() {
  const programs = readFileSync(join(root, "build-test/tests.txt"), "utf8").trim().split("\n");
  const engines = { sqlite: 0, postgresql: 0 };
  const queue = [...programs];
  const runner = async () => {
    for (let program = queue.shift(); program; program = queue.shift()) {
      const name = basename(program);
      const report = join(work, `${name}.json`);
      const { status, output } = await command(program, [`--gtest_output=json:${report}`], { env: { RYADOM_EXCHANGES: exchanges } });
      if (!existsSync(report)) {
        console.log(output);
        add(name, 0, 1);
        continue;
      }
      const result = JSON.parse(readFileSync(report, "utf8"));
      for (const suite of result.testsuites)
        for (const test of suite.testsuite)
          for (const engine of Object.keys(engines)) if (test.value_param && test.name.endsWith(`/${engine}`) && name.startsWith("module_") && !test.failures) engines[engine]++;
      const failed = result.failures + (result.errors ?? 0) || (status === 0 ? 0 : 1);
      if (failed > 0) console.log(output);
      add(name, result.tests - failed, failed);
    }
  };
  await Promise.all([runner(), runner()]);
  console.log(`module tests on SQLite ${engines.sqlite}, on PostgreSQL ${engines.postgresql}`);
  add("both engines run the same module tests", engines.sqlite === engines.postgresql ? 1 : 0, engines.sqlite === engines.postgresql ? 0 : 1);
}

/** A step that says how it went by its exit status alone. */
async function step(name, file, args, options) {
  const { status, output } = await command(file, args, options);
  if (status !== 0) console.log(output);
  add(name, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
}

/** A step whose output ends with the counts of vitest or of node's test runner. */
async function counted(name, file, args, options) {
  const { status, output } = await command(file, args, options);
  const plain = output.replace(/\u001b\[[0-9;]*m/g, "");
  const vitest = plain.match(/Tests\s+(?:(\d+) failed \| )?(\d+) passed/);
  const node = { passed: plain.match(/^(?:# |ℹ )pass (\d+)/m), failed: plain.match(/^(?:# |ℹ )fail (\d+)/m) };
  const passed = Number(vitest?.[2] ?? node.passed?.[1] ?? 0);
  const failed = Number(vitest?.[1] ?? node.failed?.[1] ?? 0) || (status === 0 && passed > 0 ? 0 : 1);
  if (failed > 0) console.log(output);
  add(name, passed, failed);
}

const steps = {
  layers: () => step("layers", "node", ["tools/check-layers.mjs"]),
  cpp: googleTests,
  openapi: () => step("api/openapi.json is what the binary says", "bash", ["-c", "build-test/app/ryadom openapi | diff -q - api/openapi.json"]),
  exchanges: () => counted("exchanges hold the document", "node", ["--test", "tools/check-exchanges.test.mjs"], { env: { RYADOM_EXCHANGES: exchanges } }),
  web: async () => {
    await step("web types", "npm", ["run", "--silent", "check"], { cwd: join(root, "web") });
    await step("web budgets", "npm", ["run", "--silent", "budgets"], { cwd: join(root, "web") });
    await counted("web units", "npm", ["test", "--silent"], { cwd: join(root, "web") });
  },
  // Servers that are killed, starved of their disk, doubled, fed with rubbish.
  faults: async () => {
    const tests = readdirSync(join(root, "tests/faults")).filter((file) => file.endsWith(".test.mjs")).sort();
    for (const file of tests)
      await counted(`faults ${file}`, "node", ["--test", `tests/faults/${file}`], { minutes: 10, env: { RYADOM_BINARY: join(root, "build-test/app/ryadom") } });
  },
  browser: async () => {
    const env = { RYADOM_BINARY: join(root, "build-test/app/ryadom"), RYADOM_EXCHANGES: exchanges };
    for (const file of readdirSync(join(root, "tests/journeys")).filter((name) => name.endsWith(".test.mjs")).sort())
      await counted(`browser ${file}`, "node", ["--test", `tests/journeys/${file}`], { minutes: 20, env });
    await counted("browser kit", "npm", ["run", "--silent", "test:kit"], { cwd: join(root, "web"), minutes: 15 });
  },
  fuzz: () => step("fuzz", "bash", ["tools/fuzz", "60", "1"], { minutes: 30 }),
};

const order = ["layers", "cpp", "openapi", "web", "faults", "browser", "exchanges", "fuzz"];
for (const name of only.length > 0 ? only : order) {
  console.log(`== ${name}`);
  await steps[name]();
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed === 0 ? 0 : 1);
