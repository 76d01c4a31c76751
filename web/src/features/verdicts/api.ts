import { get, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';

export type CentreVerdicts = Schemas['CentreVerdicts'];
export type JudgedStatement = Schemas['JudgedStatement'];
export type Verdict = Schemas['Verdict'];
export type Row = Schemas['VerdictRow'];
export type Part = Row['part'];
export type RegionVerdicts = Schemas['RegionVerdicts'];
export type Cell = RegionVerdicts['cells'][number];
export type Outcome = Verdict['outcome'];
export type Kind = JudgedStatement['statement']['kind'];

export const getVerdicts = (organisation: string, practice: string, day: Day | null, signal?: AbortSignal) =>
  get('/verdicts', { query: { organisation, practice, day }, signal });
export const getRegion = (practice: string | null, day: Day | null, signal?: AbortSignal) => get('/verdicts/region', { query: { practice, day }, signal });

export interface RowsOf {
  organisation: string;
  practice: string;
  statement: string;
  first: Day;
  day: Day | null;
  part: Part;
}
export const getRows = (at: RowsOf, cursor: string | null, signal?: AbortSignal) => get('/verdicts/rows', { query: { ...at, cursor, limit: 25 }, signal });
export const getPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;
