import { address, get, post, postForFile, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';
import { wordsOf } from '../../lib/words';

export type Month = Schemas['ActMonth'];
export type Preview = Schemas['ActPreview'];
export type Problem = Schemas['ActProblem'];
export type Expected = Schemas['ExpectedAct'];
export type ExpectedCorrection = Schemas['ExpectedCorrection'];
export type ActSummary = Schemas['ActSummary'];
export type Act = Schemas['Act'];
export type Mark = Schemas['ActMark'];
export type NewMarks = Schemas['NewActMarks'];
export type Correction = Schemas['ActCorrection'];
export type Causes = Schemas['CorrectionCauses'];
export type Bill = Schemas['Bill'];
export type BillPart = Schemas['BillPart'];
export type PersonMonth = Schemas['PersonActMonth'];
export type Bundle = Schemas['PrintActs']['bundle'];
export type Standing = ActSummary['standing'];

export const standings = wordsOf<Standing>({ waiting: true, signed_on_paper: true, refused: true });

export const getMonths = async (organisation: string) => (await get('/closings', { query: { organisation } })).items;
export const getPreview = (organisation: string, month: Day) => get('/closings/preview', { query: { organisation, month }, timeout: 120_000 });
export const closeMonth = (organisation: string, month: Day, accepted: string | undefined, key: string) =>
  post('/closings', { body: { organisation, month, ...(accepted ? { accepted } : {}) }, key, timeout: 120_000 });
export const getMonth = (closing: string) => get('/closings/{closing}', { path: { closing } });
export const getActs = (closing: string, name: string, standing: Standing | '', cursor: string) =>
  get('/closings/{closing}/acts', { path: { closing }, query: { name, standing: standing || null, cursor, limit: 100 } });
export const getCorrections = (closing: string, cursor: string) => get('/closings/{closing}/corrections', { path: { closing }, query: { cursor, limit: 50 } });
export const getAct = (act: string) => get('/acts/{act}', { path: { act } });
export const markActs = (body: NewMarks, key: string) => post('/acts/marks', { body, key });
export const getBills = (person: string, organisation: string, cursor: string) => get('/persons/{person}/bills', { path: { person }, query: { organisation, cursor } });
export const getPerson = (person: string) => get('/persons/{person}', { path: { person } });

export const registerAt = (closing: string, format: 'xlsx' | 'csv' | 'pdf') => `${address('/closings/{closing}/register', { path: { closing } })}?format=${format}`;
export const actPaperAt = (act: string) => address('/acts/{act}/paper', { path: { act } });
export const correctionPaperAt = (correction: string) => address('/act-corrections/{correction}/paper', { path: { correction } });

export const printActs = (closing: string, bundle: Bundle, key: string, signal: AbortSignal) =>
  postForFile('/closings/{closing}/print', { path: { closing }, body: { bundle }, key, signal, timeout: 1_800_000 });
export const getWork = (key: string) => get('/long-requests/{key}', { path: { key } });
export const stopWork = (key: string) => post('/long-requests/{key}/stop', { path: { key } });
