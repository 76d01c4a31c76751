import { get, post, put, send, type List, type Reply } from '../../lib/api';
import type { PersonBody } from '../../ui/person/PersonFields';

export interface Person {
  id: string;
  family_name: string;
  given_name: string;
  patronymic?: string;
  birth: string;
  death?: string;
  sex: 'female' | 'male';
  snils?: string;
  iin?: string;
  district?: string;
  phone?: string;
  address?: string;
  revision: number;
}

export interface Attachment {
  organisation: string;
  since: string;
  until?: string;
  reason?: string;
}

export interface Card {
  person: Person;
  attachments: Attachment[];
  revision: number;
}

export interface Summary {
  id: string;
  name: string;
  birth: string;
  death?: string;
  sex: 'female' | 'male';
  district?: string;
  organisation: string;
}

export interface LookupRequest {
  number?: string | undefined;
  family_name?: string | undefined;
  given_name?: string | undefined;
  patronymic?: string | undefined;
  birth?: string | undefined;
}

export interface LookupAnswer {
  lookup: string;
  initials: string;
  birth_year: number;
  organisation?: string;
  person?: string;
}

export interface Read {
  at: string;
  action: string;
  account?: string;
  organisation?: string;
  reason?: string;
}

/** As much of a fact as the card shows. */
export interface CardFact {
  id: string;
  service: string;
  performed_on: string;
  minutes: number;
  organisation: string;
  worker_name?: string;
  reverses?: string;
  reversed_by?: string;
}

export interface SearchQuery {
  [name: string]: string | number | undefined;
  query?: string;
  birth?: string;
  snils?: string;
  cursor?: string;
  limit?: number;
}

export const searchPersons = (query: SearchQuery, signal?: AbortSignal) => get<List<Summary>>('/persons', query, signal);
export const registerPerson = (organisation: string, person: PersonBody, key: string) => post<Person>('/persons', { organisation, person }, key);
export const getCard = (id: string): Promise<Reply<Card>> => send<Card>(`/persons/${id}`);
export const putPerson = (id: string, person: PersonBody, etag: string | null) => put<Person>(`/persons/${id}`, person, etag);
export const lookUp = (ask: LookupRequest) => post<List<LookupAnswer>>('/persons/lookup', ask);
export const attach = (lookup: string, organisation: string, reason: string, key: string) => post<Card>(`/persons/${lookup}/attach`, { organisation, reason }, key);
export const detach = (person: string, organisation: string, reason: string, key: string) => post<void>(`/persons/${person}/detach`, { organisation, reason }, key);
export const getReads = (person: string, cursor: string) => get<List<Read>>(`/persons/${person}/reads`, { cursor, limit: 20 });
export const getFacts = (person: string) => get<List<CardFact>>('/facts', { person, limit: 10 });
