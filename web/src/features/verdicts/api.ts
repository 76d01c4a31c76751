import { get, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';

export type CentreVerdicts = Schemas['CentreVerdicts'];
export type JudgedStatement = Schemas['JudgedStatement'];
export type Verdict = Schemas['Verdict'];
export type Row = Schemas['VerdictRow'];
export type Part = Row['part'];
export type RegionVerdicts = Schemas['RegionVerdicts'];
export type Cell = RegionVerdicts['cells'][number];
export type Titles = RegionVerdicts['titles'][number];
export type Outcome = Verdict['outcome'];
export type Kind = JudgedStatement['statement']['kind'];

/** What a centre is held to: a practice that it runs, or a listed service that it provides. */
export type Subject = { practice: string } | { service: string };

export const getVerdicts = (organisation: string, subject: Subject, day: Day | null, signal?: AbortSignal) =>
  get('/verdicts', { query: { organisation, ...subject, day }, signal });
export const getRegion = (of: Subject | { organisation: string }, day: Day | null, signal?: AbortSignal) => get('/verdicts/region', { query: { ...of, day }, signal });

/** The verdicts of the region may be some seconds old (its server computes them beside its readers): a page of now asks again. */
export const followed = (day: Day | null) => (day ? false : 5_000);

export type RowsOf = Subject & { organisation: string; statement: string; first: Day; day: Day | null };
export const getRows = (at: RowsOf, part: Part, cursor: string | null, signal?: AbortSignal) => get('/verdicts/rows', { query: { ...at, part, cursor, limit: 25 }, signal });
export const getPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;

const standardsFrom = (cursor: string | null) => get('/standards', { query: { cursor, limit: 200 } });

/** Listed services whose standard was ever approved. */
export async function getServices() {
  const out: { id: string; title: Record<string, string> }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof standardsFrom>> = await standardsFrom(cursor);
    for (const { service, subject, versions } of page.items) if (service && versions.some(({ order }) => order)) out.push({ id: service, title: subject });
    cursor = page.next ?? null;
  } while (cursor);
  return out;
}
