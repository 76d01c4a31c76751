// Whatever is sent: an answer that says what is wrong and where, no half of a change, and a server that goes on.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { desk, folderFor, generate, ryadom, serve, until } from "./server.mjs";

let location, server, client, organisation, fact, stranger;
const ends = [];

before(async () => {
  const suite = { after: (end) => ends.unshift(end) };
  location = join(folderFor(suite), "data");
  generate(location);
  server = await serve(suite, location);
  ({ client, organisation, fact } = await desk(server.url));
  stranger = (await client.get("organisations?limit=200")).body.items.find((each) => each.kind === "centre" && each.id !== organisation).id;
});

after(async () => {
  for (const end of ends) await end();
});

/** Sends bytes as they are; what came back when the server has closed the connection, or `enough` has been seen. */
function raw(bytes, enough) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    let answer = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on("data", (piece) => {
      answer += piece;
      if (enough?.(answer)) socket.destroy();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const head = (length, more = "") => `POST /api/v1/facts HTTP/1.1\r\nHost: localhost\r\nCookie: ${client.cookie}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${more}\r\n`;

async function post(text, type = "application/json") {
  const answer = await fetch(`${server.url}/api/v1/facts`, { method: "POST", headers: { Cookie: client.cookie, "Content-Type": type }, body: text });
  return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json() };
}

const person = (changes) => ({ new_person: { family_name: "Проверкина", given_name: "Нина", birth: "1950-03-08", sex: "female", ...changes } });
const nowhere = "0190d7a5-0000-7000-8000-00000000dead";
const year = new Date().getFullYear();
const fields = [
  ["an absent date", { performed_on: `${year - 1}-02-31` }, "/performed_on core.not_a_date"],
  ["a date in another form", { performed_on: "08.03.2026" }, "/performed_on core.not_a_date"],
  ["the future", { performed_on: `${year + 1}-01-01` }, "/performed_on ledger.in_future"],
  ["a day before the birth", { performed_on: "1999-01-01", ...person({ birth: "2000-01-01" }) }, "/performed_on ledger.before_birth"],
  ["a day after the death", person({ death: "2020-01-01" }), "/performed_on ledger.after_death"],
  ["no minutes", { minutes: 0 }, "/minutes core.too_small"],
  ["negative minutes", { minutes: -30 }, "/minutes core.too_small"],
  ["more minutes than a day has", { minutes: 1441 }, "/minutes core.too_large"],
  ["minutes that a small integer would wrap", { minutes: 4294967326 }, "/minutes core.too_large"],
  ["minutes in words", { minutes: "полчаса" }, "/minutes core.type"],
  ["half a minute", { minutes: 0.5 }, "/minutes core.type"],
  ["an unknown service", { service: nowhere }, "/service core.absent"],
  ["an unknown channel", { channel: "telepathy" }, "/channel core.unknown_value"],
  ["no id", { service: "household.01" }, "/service core.not_an_id"],
  ["an unknown person", { person: nowhere, new_person: undefined }, "/person core.absent"],
  ["an unknown field", { colour: "red" }, "/colour core.unknown_field"],
  ["a missing field", { minutes: undefined }, "/minutes core.required"],
  ["a name that is too long", person({ family_name: "Я".repeat(2000) }), "/new_person/family_name core.too_long"],
  ["a name with a line of control characters", person({ family_name: "Ива\u0000нова\u0007" }), "/new_person/family_name core.control_character"],
  ["a СНИЛС with a wrong check digit", person({ snils: "11223344500" }), "/new_person/snils people.wrong_snils"],
  ["nobody", { new_person: undefined }, "/person ledger.one_recipient"],
];

for (const [what, changes, expected] of fields)
  test(`a fact with ${what} is refused by field`, async () => {
    const answer = await post(JSON.stringify({ ...fact(), ...changes }));
    assert.equal(answer.status, 422, JSON.stringify(answer.body));
    assert.match(answer.type, /^application\/problem\+json/);
    const errors = answer.body.errors.map((error) => `${error.pointer} ${error.code}`);
    assert.ok(errors.includes(expected), errors.join("; "));
    assert.ok(answer.body.errors.every((error) => /[А-Яа-я]/.test(error.detail)), "in words");
  });

const cp1251 = Buffer.concat([Buffer.from('{"organisation":"'), Buffer.from([0xcf, 0xf0, 0xe8]), Buffer.from('"}')]);
const bodies = [
  ["another centre", () => JSON.stringify({ ...fact(), organisation: stranger }), 404, "core.absent"],
  ["a centre of no region of ours", () => JSON.stringify({ ...fact(), organisation: nowhere }), 404, "core.absent"],
  ["text that is no JSON", () => "{", 400, "json.syntax"],
  ["nothing", () => "", 400, "json.syntax"],
  ["text in cp1251", () => cp1251, 400, "json.syntax"],
  ["a lone surrogate", () => '{"organisation":"\\ud800"}', 400, "json.syntax"],
  ["a key twice", () => '{"minutes":1,"minutes":2}', 400, "json.duplicate_key"],
  ["a number without end", () => `{"minutes":${"9".repeat(400)}}`, 400, "json.syntax"],
  ["depth without end", () => "[".repeat(100_000), 400, "json.too_deep"],
  ["two megabytes", () => `"${"x".repeat(2_000_000)}"`, 413, "http.too-large"],
];

for (const [what, body, status, code] of bodies)
  test(`a body of ${what} is refused`, async () => {
    const answer = await post(body());
    assert.deepEqual([answer.status, answer.body.status, answer.body.code], [status, status, code], JSON.stringify(answer.body));
    assert.match(answer.body.detail, code === "json.syntax" ? /JSON: ошибка у байта \d+/ : /[А-Яа-я]/);
  });

test("a body that is not said to be JSON is refused", async () => {
  const answer = await post("minutes=30", "application/x-www-form-urlencoded");
  assert.deepEqual([answer.status, answer.body.code], [400, "http.wants_json"]);
});

test("who is not signed in, or has no right, is not waited for to send a file", async () => {
  const upload = (path, cookie = "") => `POST /api/v1/${path} HTTP/1.1\r\nHost: localhost\r\n${cookie}Content-Type: text/csv\r\nContent-Length: 40000000\r\n\r\n`;
  const answered = (answer) => answer.includes('"code"');
  const mine = `Cookie: ${client.cookie}\r\n`;
  const stranger = await raw(upload(`facts/import?organisation=${organisation}&source=journal`), answered);
  assert.match(stranger, /^HTTP\/1\.1 401 [^]*"code":"auth\.sign_in"/);
  assert.match(await raw(upload("practices/import", mine), answered), /^HTTP\/1\.1 403 [^]*"code":"auth\.forbidden"/);
  // Who may is waited for: the body is what is missing.
  const slow = await raw(upload(`facts/import?organisation=${organisation}&source=journal`, mine), answered);
  assert.match(slow, /^HTTP\/1\.1 408 /);
});

test("a slow client is told so, and costs the others nothing", async () => {
  const slow = raw(head(1000) + "{");
  const slow_head = raw("POST /api/v1/facts HTTP/1.1\r\nHost: loc");
  assert.equal((await client.post("facts", fact())).status, 201);
  for (const answer of await Promise.all([slow, slow_head])) {
    assert.match(answer, /^HTTP\/1\.1 408 /);
    assert.match(answer, /"code":"http\.too-slow"/);
  }
});

test("a connection that is cut leaves nothing behind", async () => {
  const mine = async () => (await client.get("facts?mine=true&limit=200")).body.items.length;
  const facts = await mine();
  const text = JSON.stringify(fact());
  await new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(head(Buffer.byteLength(text)) + text.slice(0, 100), () => socket.resetAndDestroy()));
    socket.on("close", resolve);
    socket.on("error", () => {});
  });
  assert.equal(await mine(), facts, "half a request");
  // Whole, but nobody waits for the answer: it may be recorded, and then is whole.
  const key = "Idempotency-Key: cut-connection\r\n";
  await new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.end(head(Buffer.byteLength(text), key) + text, () => socket.destroy()));
    socket.on("close", resolve);
    socket.on("error", () => {});
  });
  assert.equal((await client.post("facts", JSON.parse(text), "cut-connection")).status, 201);
  await until("one fact more", async () => (await mine()) === facts + 1);
});

test("after all of this the server is well and its books are sound", async () => {
  assert.equal(await (await fetch(`${server.url}/healthz`)).text(), "ok\n");
  assert.doesNotMatch(server.log(), /"status":5\d\d/);
  await server.stop();
  assert.match(ryadom(location, "verify", "--figures"), /Every figure is what SQL says/);
});
