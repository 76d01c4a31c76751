// Two server processes over one PostgreSQL: each sees what the other acknowledged, also when one of them is killed.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { test } from "node:test";
import { desk, generate, ryadom, serve, until } from "./server.mjs";

const postgres = process.env.RYADOM_TEST_POSTGRES;
if (!postgres) throw new Error("RYADOM_TEST_POSTGRES is not set: run under tools/test-postgres");

/** A database with a region in it. */
function regionFor(test) {
  const name = `ryadom_second_${process.pid}`;
  execFileSync("psql", ["-q", postgres, "-c", `create database ${name}`]);
  test.after(() => execFileSync("psql", ["-q", postgres, "-c", `drop database ${name} with (force)`]));
  const location = postgres.replace(/[^/]*$/, name);
  generate(location);
  return location;
}

const query = (location, sql) => execFileSync("psql", ["-XAtq", location, "-c", sql], { encoding: "utf8" }).trim();

/** Somebody with a transaction of his own. `run` ends when the statement has. */
function session(test, location) {
  const child = spawn("psql", ["-XAtq", "-v", "ON_ERROR_STOP=1", location], { stdio: ["pipe", "pipe", "inherit"] });
  test.after(() => child.kill());
  let output = "";
  child.stdout.on("data", (piece) => (output += piece));
  let turn = 0;
  return {
    run: async (sql) => {
      const mark = `done ${++turn}`;
      child.stdin.write(`${sql};\n\\echo ${mark}\n`);
      await until(`psql to run: ${sql}`, () => output.includes(mark));
    },
  };
}

const repeat_a_fact = `
  insert into ledger_fact (id, person, unnamed_count, service, performed_on, minutes, quantity, channel, home_provider, performer_provider, source, recorded_at, recorded_on, account)
  select gen_random_uuid(), person, unnamed_count, service, performed_on, minutes, quantity, channel, home_provider, performer_provider, 'test', recorded_at, recorded_on, account
  from ledger_fact where reverses is null and home_provider = (select home_provider from ledger_fact order by number desc limit 1) order by number desc limit 1`;

test("a second process follows the first, and takes its place", async (t) => {
  const location = regionFor(t);
  const servers = { one: await serve(t, `${location}?application_name=one`), two: await serve(t, `${location}?application_name=two`) };
  const { client, organisation, fact } = await desk(servers.one.url);
  const year = new Date().getFullYear();
  const facts = async (server) => {
    const figures = await client.at(server.url).get(`figures/services?from=${year - 2}-01-01&to=${year}-12-31&organisation=${organisation}`);
    assert.equal(figures.status, 200, JSON.stringify(figures.body));
    return figures.body.rows.reduce((sum, row) => sum + row.facts, 0);
  };
  let expected = await facts(servers.one);
  const record = async (server) => {
    const answer = await client.at(server.url).post("facts", fact());
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    ++expected;
  };
  const arrives = (server, what) => until(what, async () => (await facts(server)) === expected);

  await record(servers.one);
  const acknowledged = Date.now();
  await arrives(servers.two, "a fact of the first process in the figures of the second");
  t.diagnostic(`in the figures of the second process after ${Date.now() - acknowledged} ms`);
  await record(servers.two);
  await arrives(servers.one, "a fact of the second process in the figures of the first");

  // Numbered earlier, committed later.
  const late = session(t, location);
  await late.run("set ryadom.records = 2; begin");
  await late.run(repeat_a_fact);
  await record(servers.one);
  await arrives(servers.two, "the fact that committed first");
  await late.run("commit");
  ++expected;
  for (const server of Object.values(servers)) await arrives(server, "the fact that committed last");

  // Whoever numbers is stopped in the middle of it, and killed.
  const numbering = () => query(location, "select application_name from pg_stat_activity join pg_locks using (pid) where locktype = 'advisory' and granted and datname = current_database()");
  await late.run("begin; lock table ledger_fact_pending in exclusive mode");
  await until("one of them to number", numbering);
  const [numberer, survivor] = numbering() === "one" ? ["one", "two"] : ["two", "one"];
  await servers[numberer].kill();
  await late.run("rollback");
  await record(servers[survivor]);
  await arrives(servers[survivor], `a fact of ${survivor}, after ${numberer} was killed while it numbered`);

  // The place is taken again.
  servers[numberer] = await serve(t, location);
  await arrives(servers[numberer], "everything, after a new start");
  await record(servers[numberer]);
  for (const server of Object.values(servers)) await arrives(server, "a fact of the process that was started anew");
  for (const server of Object.values(servers)) await server.stop();
  assert.match(ryadom(location, "verify", "--figures"), /Every figure is what SQL says/);
});
