// How well questions find their passage: node bench/search_quality.mjs RYADOM D.jsonl Q.jsonl R.jsonl
// D and Q are lines {"id","text"}, R lines {"id","right":[ids]} by question. Prints nDCG@10 as the questions are, and with one
// seeded typo in each. `--xquad FILE FOLDER` makes the three files of an XQuAD file (question → its paragraph), `--docbook FOLDER
// BOOK…` of books as HTML (heading → what stands under it), such as Debian's debian-faq-ru and gimp-help-ru. With
// build/bench/bench_search in place of RYADOM it is Xapian that answers.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const read = (path) => readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const write = (path, rows) => writeFileSync(path, rows.map((row) => JSON.stringify(row) + "\n").join(""));

function fromXquad(file, folder) {
  const paragraphs = JSON.parse(readFileSync(file, "utf8")).data.flatMap((article) => article.paragraphs);
  const questions = paragraphs.flatMap(({ qas }, index) => qas.map(({ id, question }) => ({ id, text: question, right: [String(index)] })));
  mkdirSync(folder, { recursive: true });
  write(join(folder, "D.jsonl"), paragraphs.map(({ context }, index) => ({ id: String(index), text: context })));
  write(join(folder, "Q.jsonl"), questions.map(({ id, text }) => ({ id, text })));
  write(join(folder, "R.jsonl"), questions.map(({ id, right }) => ({ id, right })));
}

const plain = (html) =>
  html
    .replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(#?\w+);/g, (all, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " " })[name] ?? (name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : all))
    .replace(/\s+/g, " ")
    .trim();
const isRussian = (text) => (text.match(/[а-яё]/gi) ?? []).length > 0.6 * (text.match(/\p{L}/gu) ?? []).length && /[а-яё]/i.test(text);

/** The sections of a book in HTML as DocBook makes it: what a heading asks is answered by the text under it. */
function fromDocbook(folder, ...books) {
  const sections = new Map();
  for (const book of books)
    for (const name of readdirSync(book, { recursive: true }).filter((each) => each.endsWith(".html")).sort()) {
      const parts = readFileSync(join(book, name), "utf8").split(/<h[1-5] class="title"[^>]*>([^]*?)<\/h[1-5]>/);
      for (let at = 1; at + 1 < parts.length; at += 2) {
        const title = plain(parts[at]).replace(/^(Глава\s+)?[\dA-Z.]+\s*/, "");
        const text = plain(parts[at + 1].replace(/<div class="toc">[^]*?<\/div>/g, " ").replace(/<div class="navfooter">[^]*/, "")).slice(0, 4000);
        if (title.split(" ").length > 1 && text.length > 120 && isRussian(title) && isRussian(text) && !sections.has(title)) sections.set(title, text);
      }
    }
  const rows = [...sections].map(([title, text], at) => ({ id: String(at), title, text }));
  mkdirSync(folder, { recursive: true });
  write(join(folder, "D.jsonl"), rows.map(({ id, text }) => ({ id, text })));
  write(join(folder, "Q.jsonl"), rows.map(({ id, title }) => ({ id, text: title })));
  write(join(folder, "R.jsonl"), rows.map(({ id }) => ({ id, right: [id] })));
  console.log(`${rows.length} sections`);
}

/** mulberry32: the same seed gives the same typos everywhere. */
function numbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const letters = "абвгдежзийклмнопрстуфхцчшщыьэюя";

/** One letter changed, lost, added or exchanged, not the first one, in a word of four letters or more. */
function withTypo(text, random) {
  const below = (count) => Math.floor(random() * count);
  const words = text.split(" ");
  const long = words.map((word, at) => [word, at]).filter(([word]) => /^\p{L}{4,}/u.test(word));
  if (long.length === 0) return text;
  const [word, at] = long[below(long.length)];
  const end = word.match(/^\p{L}+/u)[0].length;
  const place = 1 + below(end - 2);
  const other = letters[below(letters.length)];
  const kinds = [
    () => word.slice(0, place) + other + word.slice(place + 1),
    () => word.slice(0, place) + word.slice(place + 1),
    () => word.slice(0, place) + other + word.slice(place),
    () => word.slice(0, place) + word[place + 1] + word[place] + word.slice(place + 2),
  ];
  words[at] = kinds[below(kinds.length)]();
  return words.join(" ");
}

function quality(ryadom, documents, questions, right) {
  const found = execFileSync(ryadom, ["search", "--docs", documents, "--queries", questions], { encoding: "utf8", maxBuffer: 1 << 30 });
  const gain = (ranks) => ranks.reduce((sum, rank) => sum + 1 / Math.log2(rank + 2), 0);
  const each = found.split("\n").filter(Boolean).map((line) => JSON.parse(line)).map(({ id, top }) => {
    const wanted = right.get(id) ?? [];
    return gain(top.flatMap((document, rank) => (wanted.includes(document) ? [rank] : []))) / gain(wanted.slice(0, 10).map((_, rank) => rank));
  });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

const [first, ...rest] = process.argv.slice(2);
if (first === "--xquad") fromXquad(...rest);
else if (first === "--docbook") fromDocbook(...rest);
else {
  const [documents, questions, rights] = rest;
  const right = new Map(read(rights).map(({ id, right: ids }) => [id, ids]));
  const random = numbers(1);
  const misspelt = join(tmpdir(), `ryadom-questions-${process.pid}.jsonl`);
  write(misspelt, read(questions).map(({ id, text }) => ({ id, text: withTypo(text, random) })));
  console.log(`nDCG@10 ${quality(first, documents, questions, right).toFixed(4)}`);
  console.log(`nDCG@10 with one typo in each question ${quality(first, documents, misspelt, right).toFixed(4)}`);
}
