import { get, post, type Schemas, type Sent } from '../../lib/api';
import { wordsOf } from '../../lib/words';

export type Sheet = Schemas['FormSheet'];
export type FilledForm = Schemas['FilledForm'];
export type Moment = FilledForm['moment'];

export const moments = wordsOf<Moment>({ start: true, middle: true, end: true, each: true, follow_up: true });

export const getSheet = (version: string, form: string) => get('/forms/sheet', { query: { version, form } });
export const getForm = (form: string) => get('/forms/{form}', { path: { form } });
export const fill = (person: string, body: Sent<Schemas['FillRequest']>, key: string) => post('/persons/{person}/forms', { path: { person }, body, key });
export const correct = (form: string, body: Sent<Schemas['CorrectRequest']>, key: string) => post('/forms/{form}/correct', { path: { form }, body, key });
