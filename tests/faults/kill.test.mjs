// Kills the server in the middle of its work, again and again: whatever it acknowledged is there, and once.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { test } from "node:test";
import { desk, folderFor, generate, ryadom, serve } from "./server.mjs";

const kills = 20;
const clients = 8;

test("no acknowledged fact is lost and none is doubled by kill -9", async (t) => {
  const location = join(folderFor(t), "data");
  generate(location);
  let server = await serve(t, location);
  const { client, fact } = await desk(server.url);
  const acknowledged = new Map(); // key → id of the fact
  let unsure = []; // sent, and never answered

  const record = async (url, key, body) => {
    const answer = await client.at(url).post("facts", body, key);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    acknowledged.set(key, answer.body.id);
  };
  const work = async (url, running) => {
    while (running()) {
      const [key, body] = [randomUUID(), fact()];
      try {
        await record(url, key, body);
      } catch (error) {
        if (error instanceof assert.AssertionError) throw error;
        unsure.push([key, body]);
        return;
      }
    }
  };

  for (let round = 0; round < kills; ++round) {
    const enough = acknowledged.size + 3 + ((round * 13) % 50);
    let killed;
    const running = () => {
      if (!killed && acknowledged.size >= enough) killed = server.kill();
      return !killed;
    };
    await Promise.all(Array.from({ length: clients }, () => work(server.url, running)));
    await killed;
    server = await serve(t, location);
    // As a browser does: the same request with the same key.
    for (const [key, body] of unsure.splice(0)) await record(server.url, key, body);
  }

  const here = client.at(server.url);
  for (const id of acknowledged.values()) assert.equal((await here.get(`facts/${id}`)).status, 200, `fact ${id} is lost`);
  let mine = 0;
  for (let cursor = ""; cursor !== null; ) {
    const page = await here.get(`facts?mine=true&limit=200${cursor && `&cursor=${cursor}`}`);
    assert.equal(page.status, 200, JSON.stringify(page.body));
    mine += page.body.items.length;
    cursor = page.body.next ?? null;
  }
  assert.equal(mine, acknowledged.size, "a fact was recorded twice");
  await server.stop();
  assert.match(ryadom(location, "verify", "--figures"), /Every figure is what SQL says/);
  t.diagnostic(`${kills} kills, ${acknowledged.size} facts`);
});
