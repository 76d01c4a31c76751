// How well questions find their passage: node bench/search_quality.mjs RYADOM D.jsonl Q.jsonl R.jsonl
// D and Q are lines {"id","text"}, R lines {"id","right":[ids]} by question. Prints nDCG@10 as the questions are, and with one
// seeded typo in each. `--xquad FILE FOLDER` makes the three files of an XQuAD file (question → its paragraph).
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
else {
  const [documents, questions, rights] = rest;
  const right = new Map(read(rights).map(({ id, right: ids }) => [id, ids]));
  const random = numbers(1);
  const misspelt = join(tmpdir(), `ryadom-questions-${process.pid}.jsonl`);
  write(misspelt, read(questions).map(({ id, text }) => ({ id, text: withTypo(text, random) })));
  console.log(`nDCG@10 ${quality(first, documents, questions, right).toFixed(4)}`);
  console.log(`nDCG@10 with one typo in each question ${quality(first, documents, misspelt, right).toFixed(4)}`);
}
