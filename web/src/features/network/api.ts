import { get, post, put, remove, type List, type Reply } from '../../lib/api';
import type { District, Organisation } from '../../lib/directory';

export type { District, Organisation };

export interface Room {
  id: string;
  title: string;
  kind: string;
  capacity: number;
  revision: number;
}

export interface Equipment {
  id: string;
  title: string;
  kind: string;
  count: number;
  room?: string;
  revision: number;
}

export interface Qualification {
  code: string;
  valid_from: string;
  valid_to?: string;
}

export interface StaffMember {
  id: string;
  name: string;
  position: string;
  /** Hundredths of a full-time post. */
  rate: number;
  hired_on: string;
  left_on?: string;
  qualifications: Qualification[];
  revision: number;
}

export interface Thing {
  id: string;
  revision: number;
}

export type Body<Kind extends Thing> = Omit<Kind, 'id' | 'revision'>;

/** How one kind of record is listed and written. */
export interface Store<Kind extends Thing> {
  /** The query that holds the list. */
  key: readonly string[];
  list(): Promise<Kind[]>;
  create(body: Body<Kind>, key: string): Promise<Kind>;
  update(id: string, body: Body<Kind>, etag: string): Promise<Reply<Kind>>;
  remove?(id: string): Promise<void>;
}

function store<Kind extends Thing>(key: readonly string[], all: string, one: string, removable: boolean): Store<Kind> {
  return {
    key,
    list: async () => (await get<List<Kind>>(all)).items,
    create: (body, idempotencyKey) => post<Kind>(all, body, idempotencyKey),
    update: (id, body, etag) => put<Kind>(`${one}/${id}`, body, etag),
    ...(removable ? { remove: (id: string) => remove(`${one}/${id}`) } : {}),
  };
}

export const organisations = store<Organisation>(['organisations'], '/organisations', '/organisations', false);
export const districts = store<District>(['districts'], '/districts', '/districts', false);
export const roomsOf = (id: string) => store<Room>(['rooms', id], `/organisations/${id}/rooms`, '/rooms', true);
export const equipmentOf = (id: string) => store<Equipment>(['equipment', id], `/organisations/${id}/equipment`, '/equipment', true);
export const staffOf = (id: string) => store<StaffMember>(['staff', id], `/organisations/${id}/staff`, '/staff', false);
