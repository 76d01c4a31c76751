// The whole question lives in the address, so that it can be sent to a colleague.
import { addDays, isDay, type Day } from '../../../lib/dates';
import { ages, axes, channels, measures, sexes, type Axis, type CutFactsQuery, type CutQuery, type Measure } from '../api';

/** What narrows a question; the value is an id, a code or a word. */
export const filterNames = ['district', 'centre', 'performer', 'practice', 'service', 'kind', 'age', 'sex', 'channel'] as const;
export type FilterName = (typeof filterNames)[number];

export interface Question {
  rows: Axis;
  columns: Axis | null;
  measure: Measure;
  from: Day;
  to: Day;
  as_of: Day | null;
  region: boolean;
  filters: Partial<Record<FilterName, string>>;
}

type Fields = Record<string, string | undefined>;

const among = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined => words.find((each) => each === text);
const day = (text: string | undefined): Day | null => (text && isDay(text) ? text : null);

/** Without a word in the address: people by district over the year that ends today. */
export function readQuestion(query: Fields, today: Day): Question {
  const rows = among(axes, query.rows) ?? 'district';
  const columns = among(axes, query.columns) ?? null;
  const to = day(query.to) ?? today;
  return {
    rows,
    columns: columns === rows ? null : columns,
    measure: among(measures, query.measure) ?? 'people',
    from: day(query.from) ?? addDays(to, -364),
    to,
    as_of: day(query.as_of),
    region: query.reach === 'region',
    filters: Object.fromEntries(filterNames.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
  };
}

function fieldsOf(question: Question): [string, string][] {
  const { rows, columns, measure, from, to, as_of, region, filters } = question;
  return [
    ['rows', rows],
    ...(columns ? [['columns', columns] as [string, string]] : []),
    ['measure', measure],
    ['from', from],
    ['to', to],
    ...(as_of ? [['as_of', as_of] as [string, string]] : []),
    ...(region ? [['reach', 'region'] as [string, string]] : []),
    ...filterNames.flatMap((name): [string, string][] => (filters[name] ? [[name, filters[name]]] : [])),
  ];
}

export const addressOf = (question: Question): string => `/reports?${new URLSearchParams(fieldsOf(question)).toString()}`;

/** The facts behind a cell; without a row those of a column, without both all of them. */
export function factsAddress(question: Question, place: { row?: string; column?: string }): string {
  const fields = [...fieldsOf(question), ...Object.entries(place).flatMap(([name, key]): [string, string][] => (key === undefined ? [] : [[name, key]]))];
  return `/reports/facts?${new URLSearchParams(fields).toString()}`;
}

export function askOf({ rows, columns, measure, from, to, as_of, region, filters }: Question): CutQuery {
  const { age, sex, channel, ...ids } = filters;
  const words = { age: among(ages, age), sex: among(sexes, sex), channel: among(channels, channel) };
  return {
    rows,
    measure,
    from,
    to,
    ...(columns ? { columns } : {}),
    ...(as_of ? { as_of } : {}),
    ...(region ? { reach: 'region' as const } : {}),
    ...ids,
    ...(words.age ? { age: words.age } : {}),
    ...(words.sex ? { sex: words.sex } : {}),
    ...(words.channel ? { channel: words.channel } : {}),
  };
}

/** An empty key is a group too: what has no practice, who has no district. */
export function askFacts(query: Fields, today: Day): CutFactsQuery {
  return { ...askOf(readQuestion(query, today)), ...(query.row === undefined ? {} : { row: query.row }), ...(query.column === undefined ? {} : { column: query.column }) };
}

export const presets = ['coverage', 'months', 'practices', 'ages'] as const;
export type Preset = (typeof presets)[number];

/** Questions that are asked every month. */
export function preset(name: Preset, question: Question): Question {
  const bare: Question = { ...question, columns: null, measure: 'people', filters: {} };
  switch (name) {
    case 'coverage':
      return { ...bare, rows: 'district', measure: 'per_thousand' };
    case 'months':
      return { ...bare, rows: 'month', measure: 'services' };
    case 'practices':
      return { ...bare, rows: 'centre', columns: 'practice' };
    case 'ages':
      return { ...bare, rows: 'age', columns: 'sex' };
  }
}

export const isTime = (axis: Axis): boolean => axis === 'month' || axis === 'quarter' || axis === 'year';

/** People of a thousand need a district to divide by. */
export const perThousandFits = ({ rows, columns, filters }: Question): boolean => rows === 'district' || columns === 'district' || filters.district !== undefined;
