// A disk that fails to flush: the server stops promising, says so, and has lost nothing once it is started anew.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { desk, folderFor, generate, ryadom, serve } from "./server.mjs";

test("after a failed flush nothing more is acknowledged, and health and log say why", async (t) => {
  const folder = folderFor(t);
  const location = join(folder, "data");
  const shim = join(folder, "fail_sync.so");
  const broken = join(folder, "broken");
  execFileSync("cc", ["-shared", "-fPIC", "-o", shim, join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "fail_sync.c"), "-ldl"]);
  generate(location);
  const server = await serve(t, location, { env: { LD_PRELOAD: shim, RYADOM_FAIL_SYNC: broken } });
  const { client, fact } = await desk(server.url);
  const health = async (at) => {
    const answer = await fetch(`${at.url}/healthz`);
    return [answer.status, await answer.text()];
  };
  const before = await client.post("facts", fact());
  assert.equal(before.status, 201);
  assert.deepEqual(await health(server), [200, "ok\n"]);

  writeFileSync(broken, "");
  const [key, body] = [randomUUID(), fact()];
  const refused = await client.post("facts", body, key);
  assert.deepEqual([refused.status, refused.body.status, refused.body.code], [503, 503, "core.storage"]);
  assert.deepEqual(await health(server), [503, "fault: database\n"]);
  assert.match(server.log(), /"event":"fault","part":"database","error":"SQLite \d+: disk I\/O error"/);
  assert.match(await (await fetch(`${server.url}/metrics`)).text(), /^ryadom_healthy 0$/m);

  rmSync(broken); // What the kernel has dropped does not come back because the next flush succeeds.
  assert.equal((await client.post("facts", fact())).status, 503);
  assert.equal((await client.get("matrix")).status, 200, "reading goes on");
  assert.equal((await client.get(`facts/${before.body.id}`)).status, 503, "but no name is shown without a trace in the log");
  await server.kill();

  const anew = await serve(t, location);
  assert.deepEqual(await health(anew), [200, "ok\n"]);
  const here = client.at(anew.url);
  assert.equal((await here.get(`facts/${before.body.id}`)).status, 200);
  assert.equal((await here.post("facts", body, key)).status, 201);
  const mine = (await here.get("facts?mine=true")).body.items;
  assert.equal(mine.length, 2, "the refused fact is there once");
  await anew.stop();
  assert.match(ryadom(location, "verify", "--figures"), /Every figure is what SQL says/);
});
