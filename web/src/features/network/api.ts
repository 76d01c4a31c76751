import type { FeatureCollection } from 'geojson';
import { address, get, post, put, remove, type Reply, type Schemas } from '../../lib/api';
import type { District, Organisation } from '../../lib/directory';

export type { District, Organisation };
export type Department = Schemas['Department'];
export type Room = Schemas['Room'];
export type Equipment = Schemas['Equipment'];
export type StaffMember = Schemas['StaffMember'];
export type Qualification = Schemas['Qualification'];

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
  exported?(format: 'xlsx' | 'csv'): string;
}

type Listed<Kind> = Promise<{ items: Kind[] }>;
const itemsOf = async <Kind>(list: Listed<Kind>) => (await list).items;

/** The form has said who stands at the top already: whoever saves it without an organisation above means that. */
const meant = ({ parent }: Body<Organisation>) => (parent ? {} : { second_top: true });

export const organisations: Store<Organisation> = {
  key: ['organisations'],
  list: () => itemsOf(get('/organisations')),
  create: (body, key) => post('/organisations', { query: meant(body), body, key }),
  update: (organisation, body, etag) => put('/organisations/{organisation}', { path: { organisation }, query: meant(body), body, etag }),
};

export const districts: Store<District> = {
  key: ['districts'],
  list: () => itemsOf(get('/districts')),
  create: (body, key) => post('/districts', { body, key }),
  update: (district, body, etag) => put('/districts/{district}', { path: { district }, body, etag }),
};

export const departmentsOf = (organisation: string): Store<Department> => ({
  key: ['departments', organisation],
  list: () => itemsOf(get('/organisations/{organisation}/departments', { path: { organisation } })),
  create: (body, key) => post('/organisations/{organisation}/departments', { path: { organisation }, body, key }),
  update: (id, body, etag) => put('/departments/{id}', { path: { id }, body, etag }),
  remove: (id) => remove('/departments/{id}', { path: { id } }),
});

export const roomsOf = (organisation: string): Store<Room> => ({
  key: ['rooms', organisation],
  list: () => itemsOf(get('/organisations/{organisation}/rooms', { path: { organisation } })),
  create: (body, key) => post('/organisations/{organisation}/rooms', { path: { organisation }, body, key }),
  update: (id, body, etag) => put('/rooms/{id}', { path: { id }, body, etag }),
  exported: (format) => address('/organisations/{organisation}/rooms/export', { path: { organisation }, query: { format } }),
  remove: (id) => remove('/rooms/{id}', { path: { id } }),
});

export const equipmentOf = (organisation: string): Store<Equipment> => ({
  key: ['equipment', organisation],
  list: () => itemsOf(get('/organisations/{organisation}/equipment', { path: { organisation } })),
  create: (body, key) => post('/organisations/{organisation}/equipment', { path: { organisation }, body, key }),
  update: (id, body, etag) => put('/equipment/{id}', { path: { id }, body, etag }),
  exported: (format) => address('/organisations/{organisation}/equipment/export', { path: { organisation }, query: { format } }),
  remove: (id) => remove('/equipment/{id}', { path: { id } }),
});

export const staffOf = (organisation: string): Store<StaffMember> => ({
  key: ['staff', organisation],
  list: () => itemsOf(get('/organisations/{organisation}/staff', { path: { organisation } })),
  create: (body, key) => post('/organisations/{organisation}/staff', { path: { organisation }, body, key }),
  update: (id, body, etag) => put('/staff/{id}', { path: { id }, body, etag }),
  exported: (format) => address('/organisations/{organisation}/staff/export', { path: { organisation }, query: { format } }),
});

export type ImportTable = Schemas['NetworkTable'];
export type TableName = ImportTable['name'];
export type ImportReport = Schemas['NetworkImportReport'];
export type MapFeature = Schemas['MapFeature'];
export type MapReport = Omit<Schemas['MapReport'], 'preview'> & { preview?: FeatureCollection };
export type Mode = 'check' | 'write';

/** One sending of a file: the server knows it by its key. */
export interface Sending {
  key: string;
  signal: AbortSignal;
}

const dryRun = (mode: Mode) => (mode === 'check' ? true : null);

export const getTables = () => itemsOf(get('/network/import'));
export const loadTable = (table: TableName, file: Blob, mode: Mode, organisation: string | undefined, sending: Sending) =>
  post('/network/import/{table}', { path: { table }, query: { organisation, dry_run: dryRun(mode) }, file, ...sending, timeout: 300_000 });
/** GeoJSON has a document of its own (RFC 7946), so that ours does not spell it out. */
export const loadMap = (file: Blob, mode: Mode, property: string | undefined, sending: Sending) =>
  post('/map/import', { query: { property, dry_run: dryRun(mode) }, file, ...sending, timeout: 300_000 }) as Promise<MapReport>;
export const getWork = ({ key, signal }: Sending) => get('/long-requests/{key}', { path: { key }, signal });
export const stopWork = (key: string) => post('/long-requests/{key}/stop', { path: { key } });
export const removeMap = () => remove('/map');
/** The browser keeps the map for minutes: after a change it is asked for anew. The number of districts that it outlines. */
export async function refreshMap(): Promise<number> {
  const map = (await (await fetch('/api/v1/map', { cache: 'reload', credentials: 'same-origin' })).json()) as FeatureCollection;
  return map.features.length;
}
