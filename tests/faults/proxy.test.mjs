// The server as it stands behind a TLS proxy: this test speaks as the proxy does.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { folderFor, generate, password, serve } from "./server.mjs";

test("behind a proxy the cookie, the origin and the user's address are those of the outside", async (t) => {
  const location = join(folderFor(t), "data");
  generate(location);
  const origin = "https://ryadom.example";
  const server = await serve(t, location, { words: ["--origin", origin] });
  const ask = (method, headers, body) =>
    fetch(`${server.url}/api/v1/session`, { method, headers: { "Content-Type": "application/json", ...headers }, body: body && JSON.stringify(body) });
  const signIn = (from, word = password) => ask("POST", { Origin: origin, "X-Forwarded-For": from }, { login: "director", password: word });

  const answer = await signIn("198.51.100.7");
  assert.equal(answer.status, 200);
  // Debian's Node 18 joins the two, and neither has a comma of its own.
  const [cookie, device] = answer.headers.get("set-cookie").split(", ");
  assert.match(cookie, /^__Host-ryadom=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
  assert.match(device, /^__Host-ryadom-device=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Strict; Secure; Max-Age=31536000$/);
  const Cookie = cookie.split(";")[0];
  assert.equal((await ask("GET", { Cookie })).status, 200);
  assert.equal((await ask("GET", { Cookie: Cookie.replace("__Host-", "") })).status, 401, "a cookie that any neighbour could have set");
  for (const foreign of [{ Origin: "https://evil.example" }, { Origin: server.url }, { "Sec-Fetch-Site": "cross-site" }])
    assert.equal((await ask("DELETE", { Cookie, ...foreign })).status, 403, JSON.stringify(foreign));

  let tries = 0;
  while ((await signIn("203.0.113.9", "guessed wrong")).status === 401) assert.ok(++tries < 100, "guessing is never slowed down");
  assert.equal((await signIn("203.0.113.9")).status, 429, "whoever guesses waits");
  assert.equal((await signIn("198.51.100.7, 203.0.113.9")).status, 429, "also when he names another address before his own");
  assert.equal((await signIn("198.51.100.7")).status, 200, "nobody else does");
  assert.equal((await ask("DELETE", { Cookie, Origin: origin })).status, 204);
});
