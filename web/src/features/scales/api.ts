import { get, post, type Schemas, type Sent } from '../../lib/api';

export type ListedScale = Schemas['ListedScale'];
export type Scale = Schemas['Scale'];
export type FilledScale = Schemas['FilledScale'];
export type ScaleCheck = Schemas['ScaleCheck'];

export const listScales = async () => (await get('/scales')).items;
export const getScale = (scale: string, version?: number) => get('/scales/{scale}', { path: { scale }, query: { version } });
export const checkScale = (description: string, signal: AbortSignal) => post('/scales/check', { body: { description }, signal });
export const publishScale = (body: Sent<Schemas['ScalePublication']>, key: string) => post('/scales', { body, key });

export const getPerson = (person: string) => get('/persons/{person}', { path: { person } });
export const getHistory = (person: string, scale: string, cursor: string) => get('/persons/{person}/scales', { path: { person }, query: { scale, cursor, limit: 50 } });
export const getFilled = (filled: string) => get('/filled-scales/{filled}', { path: { filled } });
export const fillScale = (person: string, body: Sent<Schemas['ScaleFillRequest']>, key: string) => post('/persons/{person}/scales', { path: { person }, body, key });
export const correctScale = (filled: string, body: Sent<Schemas['ScaleCorrectRequest']>, key: string) => post('/filled-scales/{filled}/correct', { path: { filled }, body, key });

export type Assessment = Schemas['NeedAssessment'];
export const getFile = (person: string) => get('/persons/{person}/file', { path: { person } });
export const getWords = async () => (await get('/person-lists')).items;
export const getLatest = async (person: string) => (await get('/persons/{person}/scales', { path: { person }, query: { latest: true, limit: 200 } })).items;
export const getAssessment = (assessment: string) => get('/assessments/{assessment}', { path: { assessment } });
export const assess = (person: string, body: Sent<Schemas['NeedAssessmentRequest']>, key: string) => post('/persons/{person}/assessments', { path: { person }, body, key });
export const correctAssessment = (assessment: string, body: Sent<Schemas['NeedAssessmentCorrection']>, key: string) =>
  post('/assessments/{assessment}/correct', { path: { assessment }, body, key });
