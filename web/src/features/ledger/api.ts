import { get, post, send, type List } from '../../lib/api';
import type { Titles } from '../../lib/directory';
import type { PersonBody } from '../../ui/person/PersonFields';

export const channels = ['centre', 'home', 'remote', 'residential'] as const;
export type Channel = (typeof channels)[number];

export interface OfferedPractice {
  id: string;
  titles: Titles;
  channels: Channel[];
  counts_unnamed: boolean;
}

export interface OfferedService {
  id: string;
  code: string;
  kind: string;
  titles: Titles;
  unit: string;
  norm_minutes?: number;
  practices: OfferedPractice[];
}

export interface OfferedWorker {
  id: string;
  name: string;
  position: string;
}

export interface EntryContext {
  today: string;
  services: OfferedService[];
  workers: OfferedWorker[];
  me?: string;
}

export interface Shared {
  organisation: string;
  performer?: string;
  service: string;
  performed_on: string;
  minutes: number;
  quantity?: number;
  channel: Channel;
  worker?: string;
  practice?: string;
}

export interface FactRequest extends Shared {
  person?: string;
  new_person?: PersonBody;
  unnamed_count?: number;
  request_on?: string;
}

export interface GroupRequest extends Shared {
  participants: { person?: string; new_person?: PersonBody }[];
  unnamed_count?: number;
}

export interface Recorded {
  id: string;
  person?: string;
  practice?: string;
  recorded_on: string;
}

export interface Fact {
  id: string;
  organisation: string;
  performer: string;
  person?: { sex: 'female' | 'male'; age: number; id?: string; name?: string };
  unnamed_count: number;
  service: string;
  performed_on: string;
  minutes: number;
  quantity: number;
  channel: Channel;
  group?: number;
  request_on?: string;
  worker?: string;
  worker_name?: string;
  practice?: string;
  source: string;
  external_id?: string;
  recorded_at: string;
  recorded_on: string;
  reverses?: string;
  reversed_by?: string;
  reason?: string;
}

export interface FactFilter {
  [name: string]: string | number | boolean | undefined;
  person?: string;
  mine?: boolean;
  from?: string;
  to?: string;
  organisation?: string;
  practice?: string;
  cursor?: string;
  limit?: number;
}

export interface FoundPerson {
  id: string;
  name: string;
  birth: string;
  death?: string;
}

export interface Import {
  id: string;
  organisation: string;
  mode: 'dry_run' | 'apply';
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  lines_total: number;
  lines_done: number;
  added: number;
  repeated: number;
  failed: number;
  persons_added: number;
  created_at: string;
  finished_at?: string;
}

export const getContext = (organisation: string) => get<EntryContext>('/facts/context', { organisation });
export const getFacts = (filter: FactFilter) => get<List<Fact>>('/facts', filter);
export const postFact = (fact: FactRequest, key: string) => post<Recorded>('/facts', fact, key);
export const postGroup = (group: GroupRequest, key: string) => post<{ facts: Recorded[] }>('/facts/group', group, key);
export const reverseFact = (id: string, body: { reason: string; replacement?: FactRequest }, key: string) =>
  post<{ reversal: Recorded; replacement?: Recorded }>(`/facts/${id}/reverse`, body, key);
export const searchPersons = (query: { query?: string; birth?: string; snils?: string; limit?: number }, signal?: AbortSignal) =>
  get<List<FoundPerson>>('/persons', query, signal);

export async function beginImport(file: File, query: { organisation: string; dry_run: boolean; source?: string | undefined }, key: string): Promise<Import> {
  const reply = await send<Import>('/facts/import', { method: 'POST', query, file: new Blob([file], { type: 'text/csv' }), idempotencyKey: key, timeout: 300_000 });
  return reply.body;
}
export const getImport = (id: string) => get<Import>(`/imports/${id}`);
export const cancelImport = (id: string) => post<Import>(`/imports/${id}/cancel`, undefined);
export const importErrorsAddress = (id: string) => `/api/v1/imports/${id}/errors`;
export async function getImportErrors(id: string): Promise<string> {
  const response = await fetch(importErrorsAddress(id), { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}
