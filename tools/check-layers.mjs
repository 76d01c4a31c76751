// Holds the house together: who includes what, whose tables a statement names, who sees which library. Prints each
// breach with its line; the list of exceptions below may only shrink.
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";

const root = resolve(new URL(".", import.meta.url).pathname, "..");
const breaches = [];

function files(folder, ends) {
  const out = [];
  for (const name of readdirSync(join(root, folder))) {
    if (["node_modules", "dist"].includes(name)) continue;
    const path = join(folder, name);
    if (statSync(join(root, path)).isDirectory()) out.push(...files(path, ends));
    else if (ends.some((end) => name.endsWith(end))) out.push(path);
  }
  return out;
}

const list = (folder) => readdirSync(join(root, folder)).filter((name) => statSync(join(root, folder, name)).isDirectory());
const text = (path) => readFileSync(join(root, path), "utf8");
const breach = (path, line, words) => breaches.push(`${path}:${line}: ${words}`);

// Platform folders in their order: a folder includes earlier ones only.
const order = text("CMakeLists.txt").match(/foreach\(folder ([a-z0-9 ]+)\)/)[1].split(" ");
const modules = list("modules").filter((name) => existsSync(join(root, "modules", name, "CMakeLists.txt")));
const uses = Object.fromEntries(modules.map((name) => {
  const cmake = text(`modules/${name}/CMakeLists.txt`);
  const words = cmake.match(/module\(\s*(\w+)([^)]*)\)/)[2].split(/\s+/);
  const from = words.indexOf("USES");
  const to = words.indexOf("LIBRARIES");
  return [name, from < 0 ? [] : words.slice(from + 1, to < 0 ? undefined : to).filter(Boolean)];
}));

// Among modules the graph has no circle.
function circle(name, path) {
  if (path.includes(name)) return breach(`modules/${name}/CMakeLists.txt`, 1, `USES go in a circle: ${[...path, name].join(" → ")}`);
  for (const next of uses[name] ?? []) circle(next, [...path, name]);
}
for (const name of modules) circle(name, []);

// Headers of libraries are seen in few places: they cost compile time and tie the house to a maker.
const libraries = [
  { header: /^sqlite3\.h/, only: /^platform\/(db\/sqlite[^/]*|db\/test\/sqlite[^/]*|audit\/test\/.*)$/ },
  { header: /^libpq-fe\.h/, only: /^platform\/(db\/postgres[^/]*|testing\/place\.cpp)$/ },
  { header: /^boost\//, only: /^platform\/http\/(server|connection)[^/]*$/ },
  { header: /^nlohmann\//, only: /^platform\/json\/parse\.cpp$/ },
  { header: /^yaml-cpp\//, only: /^(platform\/json\/yaml|modules\/practices\/package_yaml)\.cpp$/ },
  { header: /^unicode\//, only: /^platform\/i18n\/[^/]*\.cpp$/ },
  { header: /^libstemmer/, only: /^platform\/search\/stem\.cpp$/ },
  { header: /^date\//, only: /^platform\/time\/[^/]*\.cpp$/ },
  { header: /^archive/, only: /^(modules\/practices\/(archive[^/]*|test\/.*)|platform\/documents\/test\/.*)$/ },
  { header: /^xlsxwriter/, only: /^platform\/documents\/xlsx\.cpp$/ },
  { header: /^(pango\/|cairo)/, only: /^platform\/documents\/canvas\.cpp$/ },
  { header: /^qpdf\//, only: /^platform\/documents\/pdf_finish\.cpp$/ },
  { header: /^libical\//, only: /^platform\/calendar\/calendar\.cpp$/ },
  { header: /^curl\//, only: /^platform\/fetch\/fetch\.cpp$/ },
  { header: /^CLI\//, only: /^app\/main\.cpp$/ },
];

function checkInclude(path, line, included) {
  const [top, folder] = path.split("/");
  const test = path.includes("/test/") || path.includes("/fuzz/");
  const [to, target] = included.split("/");
  if (top === "platform") {
    if (to === "modules" || to === "app") breach(path, line, `the platform knows no domain: ${included}`);
    if (to === "platform" && !test && order.indexOf(target) > order.indexOf(folder)) breach(path, line, `${folder} stands before ${target}`);
  }
  if (top === "modules" && to === "modules" && target !== folder) {
    const application = included === `modules/${target}/module.hpp` && test;
    if (!uses[folder].includes(target) && !application) breach(path, line, `${folder} does not say USES ${target}`);
    const published = included === `modules/${target}/${target}.hpp` || application;
    if (!published && !exceptions.has(`${path} ${included}`)) breach(path, line, `reaches past the public header of ${target}: ${included}`);
  }
  if (top === "modules" && to === "app") breach(path, line, `a module does not know the application: ${included}`);
  if (/\/rules[^/]*\.(cpp|hpp)$/.test(path) && !test && !/^(platform\/(core|time|json|i18n)|modules\/[a-z]+\/)/.test(included)) breach(path, line, `rules are pure: ${included}`);
}

// "file header" pairs that are let through; each has a reason.
const exceptions = new Set([
  // What matching.hpp, practices.hpp, network.hpp and ledger.hpp publish as types lives in headers of its own; so does what is asked of consents.
]);
const publishedTypes = new Set(["ledger/corrections.hpp", "ledger/image.hpp", "ledger/image_cut.hpp", "ledger/merges.hpp", "matching/linkage.hpp", "network/model.hpp", "people/consents.hpp", "people/merges.hpp", "people/scope.hpp", "practices/package.hpp", "practices/parcel.hpp"]);
for (const name of modules) for (const path of files(`modules/${name}`, [".cpp", ".hpp"])) for (const type of publishedTypes) exceptions.add(`${path} modules/${type}`);

const tableOwner = (table) => modules.find((name) => table.startsWith(`${name}_`));

function checkSql(path, source) {
  const [top, folder] = path.split("/");
  if (top !== "modules" || path.includes("/test/")) return;
  const literal = /"((?:[^"\\]|\\.)*)"/g;
  for (const match of source.matchAll(literal)) {
    const line = source.slice(0, match.index).split("\n").length;
    for (const use of match[1].matchAll(/\b(from|join|into|update)\s+(v_)?([a-z]+_[a-z_]+)\b/g)) {
      const [, verb, view, table] = use;
      const owner = tableOwner(table);
      if (!owner) continue;
      if (owner !== folder && !view) breach(path, line, `names a table of ${owner}: ${table}`);
      if (owner !== folder && !uses[folder].includes(owner)) breach(path, line, `names a view of ${owner}, which it does not use`);
      if ((verb === "from" || verb === "join") && !view && !/\bdelete\s+from\s*$/.test(match[1].slice(0, use.index + 5).trimEnd()) && !/(module\.cpp|scope\.hpp)$/.test(path))
        breach(path, line, `reads ${table} past its view`);
    }
    if (/\bwith\s+(recursive\s+)?v_/.test(match[1])) breach(path, line, "a CTE named v_… would pass for a scoped view");
  }
}

const sources = [files("platform", [".cpp", ".hpp"]), ...modules.map((name) => files(`modules/${name}`, [".cpp", ".hpp"])), files("app", [".cpp", ".hpp"])].flat();
const longest = 400;
for (const path of [...sources, ...files("web/src/features", [".ts", ".tsx"]), ...files("web/src/ui", [".ts", ".tsx"])]) {
  const lines = text(path).split("\n").length - 1;
  if (lines > longest) breach(path, lines, `a file of ${lines} lines is about more than one subject`);
}
for (const path of sources) {
  const source = text(path);
  source.split("\n").forEach((words, index) => {
    const quoted = words.match(/^#include "([^"]+)"/);
    if (quoted) checkInclude(path, index + 1, quoted[1]);
    const angled = words.match(/^#include <([^>]+)>/);
    if (angled) for (const { header, only } of libraries) if (header.test(angled[1]) && !only.test(path)) breach(path, index + 1, `${angled[1]} is not seen here`);
  });
  checkSql(path, source);
}

// Features of the front end do not import each other; pages in app compose.
for (const path of files("web/src/features", [".ts", ".tsx"])) {
  const feature = path.split("/")[3];
  if (feature === "kit") continue;
  for (const match of text(path).matchAll(/(?:from|import\() ?["']([^"']+)["']/g)) {
    const target = match[1].startsWith(".") ? relative(root, resolve(root, dirname(path), match[1])) : match[1];
    const other = target.match(/features\/([^/]+)/)?.[1];
    if (other && other !== feature) breach(path, 1, `feature ${feature} imports feature ${other}`);
  }
}

for (const words of breaches) console.error(words);
console.log(`${basename(import.meta.url)}: ${breaches.length} breaches`);
process.exit(breaches.length === 0 ? 0 : 1);
