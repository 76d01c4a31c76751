// What is asked and what the answers come to so far, by docs/package.md, "Forms". The server counts again when it writes, and
// its figure stands; modules/forms/test/scoring_cases.json holds both to the same results. Pure.
import type { Answers } from './answers';
import type { Score, SheetField, SheetScore } from './sheet';

/** A number in hundredths, or the id of a band. */
export interface Result {
  score: string;
  hundredths?: number;
  band?: string;
}

type Fields = readonly SheetField[];

/** Halves go away from zero. */
function rounded(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

const hundredths = (value: number): number => rounded(value * 100);

/** Products of sums leave what a number holds exactly. */
function divided(value: bigint, by: bigint): number {
  const away = value < 0n ? -by : by;
  return Number((2n * value + away) / (2n * by));
}

function valueOf(field: SheetField, option: unknown): number {
  return hundredths(field.options.find(({ id }) => id === option)?.value ?? 0);
}

function numberOf(field: SheetField, answer: unknown): number | undefined {
  if (field.type === 'choice') return valueOf(field, answer);
  if (Array.isArray(answer)) return answer.reduce((sum: number, each) => sum + valueOf(field, each), 0);
  if (typeof answer === 'boolean') return answer ? 100 : 0;
  return typeof answer === 'number' ? hundredths(answer) : undefined;
}

export function isAsked(fields: Fields, field: SheetField, answers: Answers): boolean {
  const condition = field.asked_if;
  if (!condition) return true;
  const above = fields.find(({ id }) => id === condition.field);
  if (!above || !(above.id in answers) || !isAsked(fields, above, answers)) return false;
  const answer = answers[above.id];
  const chosen = condition.chosen ?? [];
  if (chosen.length > 0 && !(Array.isArray(answer) ? answer : [answer]).some((each) => chosen.includes(each as string))) return false;
  if (condition.from === undefined && condition.to === undefined) return true;
  const number = numberOf(above, answer);
  return number !== undefined && number >= hundredths(condition.from ?? -Infinity) && number <= hundredths(condition.to ?? Infinity);
}

export function askedOf(fields: Fields, answers: Answers): SheetField[] {
  return fields.filter((field) => isAsked(fields, field, answers));
}

/** The smallest and the greatest that a field can say, together. */
function spanOf(field: SheetField): number {
  if (field.type !== 'choice') return hundredths(field.min ?? 0) + hundredths(field.max ?? 0);
  const values = field.options.map(({ id }) => valueOf(field, id));
  return Math.min(...values) + Math.max(...values);
}

class Scoring {
  private readonly results: Result[] = [];

  constructor(
    private readonly fields: Fields,
    private readonly answers: Answers,
  ) {}

  run(scores: readonly SheetScore[]): Result[] {
    for (const score of scores) {
      const found = this.resultOf(score);
      if (found !== undefined) this.results.push(typeof found === 'number' ? { score: score.id, hundredths: found } : { score: score.id, band: found });
    }
    return this.results;
  }

  private resultOf(score: SheetScore): number | string | undefined {
    switch (score.method) {
      case 'sum':
      case 'mean':
        return this.added(score);
      case 'highest':
        return this.numbersOf(score).reduce<number | undefined>((most, each) => (most === undefined || each > most ? each : most), undefined);
      case 'count': {
        const numbers = this.numbersOf(score);
        return numbers.length === 0 ? undefined : 100 * numbers.filter((each) => each >= hundredths(score.at_least ?? 0)).length;
      }
      case 't_score':
        return this.attained(score);
      default:
        return this.lookedUp(score);
    }
  }

  private input(score: SheetScore, id: string): number | undefined {
    const field = this.fields.find((each) => each.id === id);
    if (!field) return this.results.find((each) => each.score === id)?.hundredths;
    if (!(id in this.answers) || !isAsked(this.fields, field, this.answers)) return undefined;
    const number = numberOf(field, this.answers[id]);
    return number !== undefined && score.reverse.includes(id) ? spanOf(field) - number : number;
  }

  /** The numbers of what was answered; none if they are too few. */
  private numbersOf(score: SheetScore): number[] {
    const numbers = score.inputs.map((id) => this.input(score, id)).filter((each) => each !== undefined);
    return numbers.length < (score.min_answered ?? score.inputs.length) ? [] : numbers;
  }

  private added(score: SheetScore): number | undefined {
    const numbers = this.numbersOf(score);
    if (numbers.length === 0) return undefined;
    const sum = numbers.reduce((total, each) => total + BigInt(each), 0n);
    const among = score.method === 'mean' ? BigInt(numbers.length) : 1n;
    return divided(sum * BigInt(hundredths(score.factor ?? 1)), 100n * among);
  }

  private attained(score: SheetScore): number | undefined {
    if (this.numbersOf(score).length === 0) return undefined;
    let products = 0;
    let squares = 0;
    let weights = 0;
    score.inputs.forEach((id, at) => {
      const level = this.input(score, id);
      if (level === undefined) return;
      const weight = (this.input(score, score.weights[at] ?? '') ?? 100) / 100;
      products += (weight * level) / 100;
      squares += weight * weight;
      weights += weight;
    });
    const spread = 0.7 * squares + 0.3 * weights * weights;
    return spread > 0 ? rounded(100 * (50 + (10 * products) / Math.sqrt(spread))) : undefined;
  }

  /** The row that holds the input, or the last one below it; nothing outside of all rows. */
  private lookedUp(score: SheetScore): number | string | undefined {
    const number = this.input(score, score.inputs[0] ?? '');
    const last = score.rows[score.rows.length - 1];
    if (number === undefined || !last || number > hundredths(last.to)) return undefined;
    const row = [...score.rows].reverse().find(({ from }) => hundredths(from) <= number);
    return score.method === 'lookup' ? row && hundredths(row.value ?? 0) : row?.id;
  }
}

export function resultsOf(fields: Fields, scores: readonly SheetScore[], answers: Answers): Result[] {
  return new Scoring(fields, answers).run(scores);
}

/** Results as the server shows them. */
export function scoresOf(fields: Fields, scores: readonly SheetScore[], answers: Answers): Score[] {
  return resultsOf(fields, scores, answers).flatMap(({ score: id, hundredths: number, band }) => {
    const score = scores.find((each) => each.id === id);
    const row = score?.rows.find((each) => each.id === band);
    if (!score) return [];
    return [{ id, titles: score.titles, ...(number === undefined ? {} : { value: number / 100 }), ...(row?.titles ? { band: row.titles } : {}) }];
  });
}
