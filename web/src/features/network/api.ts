import type { FeatureCollection } from 'geojson';
import { get, newKey, post, put, remove, send, type List, type Reply } from '../../lib/api';
import type { District, Organisation } from '../../lib/directory';

export type { District, Organisation };

export interface Department {
  id: string;
  title: string;
  revision: number;
}

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
  inventory_number?: string;
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
  department?: string;
  personnel_number?: string;
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
  /** Where the list leaves as a file. */
  exported?: string;
}

function store<Kind extends Thing>(key: readonly string[], all: string, one: string, removable: boolean, exported?: string): Store<Kind> {
  return {
    key,
    ...(exported ? { exported } : {}),
    list: async () => (await get<List<Kind>>(all)).items,
    create: (body, idempotencyKey) => post<Kind>(all, body, idempotencyKey),
    update: (id, body, etag) => put<Kind>(`${one}/${id}`, body, etag),
    ...(removable ? { remove: (id: string) => remove(`${one}/${id}`) } : {}),
  };
}

export const organisations = store<Organisation>(['organisations'], '/organisations', '/organisations', false);
export const districts = store<District>(['districts'], '/districts', '/districts', false);
export const departmentsOf = (id: string) => store<Department>(['departments', id], `/organisations/${id}/departments`, '/departments', true);
export const roomsOf = (id: string) => store<Room>(['rooms', id], `/organisations/${id}/rooms`, '/rooms', true, `/organisations/${id}/rooms/export`);
export const equipmentOf = (id: string) => store<Equipment>(['equipment', id], `/organisations/${id}/equipment`, '/equipment', true, `/organisations/${id}/equipment/export`);
export const staffOf = (id: string) => store<StaffMember>(['staff', id], `/organisations/${id}/staff`, '/staff', false, `/organisations/${id}/staff/export`);

export type TableName = 'districts' | 'organisations' | 'departments' | 'rooms' | 'equipment' | 'staff';

export interface TableColumn {
  name: string;
  title: string;
  need: 'always' | 'added' | 'free';
  about: string;
  example: string;
}

export interface ImportTable {
  name: TableName;
  columns: TableColumn[];
}

export interface ImportReport {
  written: boolean;
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  wrong: number;
  changes: { line: number; title: string; fields: { column: string; before: string; after: string }[] }[];
  errors: { line: number; column: string; code: string; text: string }[];
  /** A CSV file with the rows left out; empty when there are none. */
  wrong_rows: string;
}

export type Mode = 'check' | 'write';

function upload<Report>(path: string, file: Blob, mode: Mode, query: Record<string, string | undefined>, signal: AbortSignal): Promise<Report> {
  return send<Report>(path, { method: 'POST', query: { ...query, dry_run: mode === 'check' ? true : null }, file, idempotencyKey: newKey(), signal, timeout: 300_000 }).then((reply) => reply.body);
}

export const getTables = () => get<List<ImportTable>>('/network/import').then((list) => list.items);
export const loadTable = (table: TableName, file: Blob, mode: Mode, organisation: string | undefined, signal: AbortSignal) =>
  upload<ImportReport>(`/network/import/${table}`, new Blob([file], { type: 'text/csv' }), mode, { organisation }, signal);

export interface MapFeature {
  number: number;
  name: string;
  district?: string;
  outcome: 'added' | 'changed' | 'unchanged' | 'unknown' | 'wrong';
  code?: string;
  text?: string;
}

export interface MapReport {
  written: boolean;
  property: string;
  properties: string[];
  features: MapFeature[];
  lacking: string[];
  points_before: number;
  points_after: number;
  preview?: FeatureCollection;
}

export const loadMap = (file: Blob, mode: Mode, property: string | undefined, signal: AbortSignal) =>
  upload<MapReport>('/map/import', new Blob([file], { type: 'application/geo+json' }), mode, { property }, signal);
/** The browser keeps the map for minutes: after a change it is asked for anew. */
export const refreshMap = () => fetch('/api/v1/map', { cache: 'reload', credentials: 'same-origin' });
