// The cases that the server counts too (modules/forms/test/scoring_cases_test.cpp).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Answers } from './answers';
import { askedOf, resultsOf, type Result } from './scoring';
import type { SheetField, SheetScore } from './sheet';

interface Case {
  name: string;
  form: { fields: Partial<SheetField>[]; scores: Partial<SheetScore>[] };
  runs: { answers: Answers; asked: string[]; results: string[] }[];
}

const cases = JSON.parse(readFileSync(join(process.cwd(), '../modules/forms/test/scoring_cases.json'), 'utf8')) as Case[];

const said = ({ score, hundredths, band }: Result): string => (band === undefined ? `${score}=${(hundredths ?? 0) / 100}` : `${score}:${band}`);

for (const { name, form, runs } of cases) {
  const fields = form.fields.map((field) => ({ titles: {}, required: false, options: [], ...field }) as SheetField);
  const scores = form.scores.map((score) => ({ titles: {}, reverse: [], weights: [], rows: [], ...score }) as SheetScore);
  it.each(runs.map((run) => [JSON.stringify(run.answers), run] as const))(`${name}: %s`, (_, { answers, asked, results }) => {
    expect(resultsOf(fields, scores, answers).map(said)).toEqual(results);
    expect(askedOf(fields, answers).map(({ id }) => id)).toEqual(asked);
  });
}
