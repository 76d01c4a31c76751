import { get, post, put, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';

export type Question = Schemas['Question'];
export type Kind = Question['kind'];
export type Standing = Question['standing'];
export type Fact = Schemas['Fact'];
export type Thresholds = Schemas['QuestionThresholds'];
export type ThresholdsView = Schemas['QuestionThresholdsView'];

export const kinds: readonly Kind[] = ['long_day', 'two_places', 'late_batch', 'month_end', 'same_minutes', 'after_death', 'weekend'];
export const standings: readonly Standing[] = ['open', 'answered', 'explained'];

export interface Asked {
  month: Day | null;
  kind: Kind | null;
  standing: Standing | null;
  organisation: string | null;
}
export const getQuestions = ({ month, ...rest }: Asked, cursor: string | null, signal?: AbortSignal) =>
  get('/questions', { query: { ...rest, from: month, to: month, cursor, limit: 20 }, signal });
export const getSummary = (signal?: AbortSignal) => get('/questions/summary', { query: {}, signal });
export const getFacts = ({ id, day }: Question, cursor: string | null, signal?: AbortSignal) =>
  get('/questions/facts', { query: { question: id, day, cursor, limit: 25 }, signal });
export const answer = ({ id, day }: Question, text: string, key: string) => post('/questions/answers', { body: { question: id, day, text }, key });
export const decide = ({ id, day }: Question, decision: 'explained' | 'asked_again', text: string, key: string) =>
  post('/questions/decisions', { body: { question: id, day, decision, ...(text ? { text } : {}) }, key });

export const getThresholds = (signal?: AbortSignal) => get('/questions/thresholds', { signal });
export const putThresholds = async (body: Thresholds, revision: number) => (await put('/questions/thresholds', { body, etag: `"${revision}"` })).body;
export const getChanges = async () => (await get('/questions/thresholds/changes', { query: { limit: 50 } })).items;
