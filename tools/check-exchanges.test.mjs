// Holds every exchange that the tests recorded against api/openapi.json, and asks that each operation was called.
import assert from "node:assert/strict";
import { createReadStream, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { test } from "node:test";

const require = createRequire(new URL("../web/package.json", import.meta.url));
const Ajv = require("ajv/dist/2020").default;
const document = JSON.parse(readFileSync(new URL("../api/openapi.json", import.meta.url), "utf8"));

const forms = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/,
};

/** OpenAPI: what is readOnly is required of answers only. */
function forRequests(schema) {
  if (Array.isArray(schema)) return schema.map(forRequests);
  if (schema === null || typeof schema !== "object") return schema;
  const out = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, forRequests(value)]));
  if (Array.isArray(out.required) && out.properties) out.required = out.required.filter((name) => !out.properties[name]?.readOnly);
  return out;
}

function validators(of) {
  const ajv = new Ajv({ strict: false, formats: forms });
  ajv.addSchema(of, "api");
  const made = new Map();
  return (pointer) => {
    if (!made.has(pointer)) made.set(pointer, ajv.compile({ $ref: `api#${pointer}` }));
    return made.get(pointer);
  };
}

const answerAt = validators(document);
const requestAt = validators(forRequests(document));
const escape = (text) => text.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");

const called = new Set();
const faults = new Map();
const note = (text, detail) => faults.set(text, [...(faults.get(text) ?? []), detail].slice(0, 2));

for await (const line of createInterface({ input: createReadStream(process.env.RYADOM_EXCHANGES) })) {
  const { method, route, status, type, request, response } = JSON.parse(line);
  const verb = method.toLowerCase() === "head" ? "get" : method.toLowerCase();
  const operation = document.paths[route]?.[verb];
  if (!operation) continue; // routes of the test benches themselves, not of the product
  // A refusal at the door says nothing of the operation.
  if (status < 400) called.add(`${verb} ${route}`);
  const base = `/paths/${escape(route)}/${verb}`;
  if (status < 300 && request && operation.requestBody?.content["application/json"]) {
    const validate = requestAt(`${base}/requestBody/content/application~1json/schema`);
    if (!validate(JSON.parse(request))) note(`request of ${verb} ${route}`, JSON.stringify(validate.errors));
  }
  if (status >= 400) {
    const validate = answerAt("/components/schemas/Problem");
    if (!type.startsWith("application/problem+json") || !validate(JSON.parse(response))) note(`problem of ${verb} ${route}`, response);
  } else if (operation.responses[status]?.content?.["application/json"]) {
    const validate = answerAt(`${base}/responses/${status}/content/application~1json/schema`);
    if (!validate(JSON.parse(response))) note(`answer of ${verb} ${route}`, JSON.stringify(validate.errors).slice(0, 500));
  } else if (!operation.responses[status] && status !== 304) {
    // Whoever has the answer already may be told so wherever it has a tag (RFC 9110, 15.4.5).
    note(`status of ${verb} ${route}`, String(status));
  }
}

test("every recorded exchange holds the document", () => assert.deepEqual(Object.fromEntries(faults), {}));

test("every operation was called and answered", () => {
  const never = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).filter((verb) => !called.has(`${verb} ${path}`)).map((verb) => `${verb} ${path}`));
  assert.deepEqual(never, []);
});
