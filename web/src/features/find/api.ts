import { get, type Schemas } from '../../lib/api';

export type Found = Schemas['Found'];
export type FoundList = Schemas['FoundList'];
export type FoundText = Schemas['FindText'];

export const findThings = (q: string, kinds: string | undefined, limit: number, signal?: AbortSignal) =>
  get('/search', { query: { q, kinds, limit }, signal });
