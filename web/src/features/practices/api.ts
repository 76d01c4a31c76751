import { get, post, put, remove, send, type List } from '../../lib/api';
import type { Titles } from '../../lib/directory';
import type { Channel, Cost, Package, Words } from './model/types';

export interface PracticeCard {
  id: string;
  version_id: string;
  code: string;
  version: string;
  installed_at: string;
  title: Words;
  summary: Words;
  origin: Words;
  groups: string[];
  kinds: string[];
  channels: Channel[];
  cost: Cost;
  evidence_level: number;
}

export interface BankFilter {
  query?: string | undefined;
  audience?: string | undefined;
  kind?: string | undefined;
  channel?: string | undefined;
  cost?: number | undefined;
}

export interface VersionSummary {
  id: string;
  practice: string;
  version: string;
  state: 'published' | 'withdrawn';
  withdrawn_reason?: string | null;
  installed_at: string;
  package_sha256: string;
  document_sha256: string;
  signer?: string | null;
}

export interface PracticeDetail {
  id: string;
  code: string;
  titles: Titles;
  versions: VersionSummary[];
}

export interface PackageFile {
  path: string;
  sha256: string;
  size: number;
}

export interface Passport {
  version: VersionSummary;
  code: string;
  package: Package;
  services: { package_service: string; service: string; code: string }[];
  files: PackageFile[];
  evidence_level: number;
}

export interface Difference {
  kind: 'added' | 'removed' | 'changed' | 'reordered';
  section: string;
  id: string;
  field: string;
  before: string;
  after: string;
}

export interface WordedDifference {
  difference: Difference;
  text: string;
}

export interface PackageProblem {
  level: 'error' | 'warning';
  code: string;
  pointer: string;
  file: string;
  line?: number | null;
  column?: number | null;
  text: string;
}

export interface ImportReport {
  code: string;
  version: string;
  title: Words;
  package_sha256: string;
  outcome: 'new_practice' | 'new_version' | 'installed_already' | 'version_taken';
  compared_with?: string | null;
  differences: WordedDifference[];
  services: { package_service: string; code: string; title: string; added: boolean }[];
  unknown_codes: { vocabulary: string; code: string }[];
  dependencies: { code: string; versions: string; mandatory: boolean; met: boolean }[];
  signature: 'unsigned' | 'valid' | 'unknown_key' | 'wrong';
  key_id?: string | null;
  warnings: PackageProblem[];
  installed?: VersionSummary | null;
}

export interface ImportChoices {
  dry_run?: boolean;
  accept_unsigned?: boolean;
  add_codes?: boolean;
}

export interface PublisherKey {
  id: string;
  key_id: string;
  title: string;
  key: string;
  added_at: string;
}

export interface DraftSummary {
  id: string;
  title: string;
  code?: string | null;
  version: string;
  changed_at: string;
  revision: number;
}

export interface Draft {
  id: string;
  document: Record<string, unknown>;
  based_on?: string | null;
  files: PackageFile[];
  problems: PackageProblem[];
  package_sha256?: string | null;
  changed_at: string;
  revision: number;
}

export interface DraftCheck {
  readable: boolean;
  complete: boolean;
  problems: PackageProblem[];
}

export interface ServiceKind {
  code: string;
  titles: Titles;
}

const bank = '/practices';
const version = (practice: string, word: string) => `${bank}/${practice}/versions/${encodeURIComponent(word)}`;

export const findPractices = (filter: BankFilter, cursor: string | null, signal?: AbortSignal) =>
  get<List<PracticeCard>>(bank, { ...filter, cursor, limit: 50 }, signal);
export const readPractice = (practice: string) => get<PracticeDetail>(`${bank}/${practice}`);
export const readPassport = (practice: string, word: string) => get<Passport>(version(practice, word));
export const compareVersions = (practice: string, from: string, to: string) =>
  get<List<WordedDifference>>(`${bank}/${practice}/compare`, { from, to });
export const withdrawVersion = (practice: string, word: string, reason: string, key: string) =>
  post<VersionSummary>(`${version(practice, word)}/withdraw`, { reason }, key);

export const fileAddress = (practice: string, word: string, path: string) =>
  `/api/v1${version(practice, word)}/files?path=${encodeURIComponent(path)}`;
export const packageAddress = (practice: string, word: string) => `/api/v1${version(practice, word)}/package`;

/** A lesson is a text file of the package; everything else there is downloaded, not shown. */
export async function readText(address: string): Promise<string> {
  const response = await fetch(address, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(String(response.status));
  return response.text();
}

export const importPackage = (file: File, choices: ImportChoices, key: string) =>
  send<ImportReport>(`${bank}/import`, {
    method: 'POST', file: new Blob([file], { type: 'application/zip' }), query: { ...choices }, idempotencyKey: key, timeout: 300_000,
  }).then((reply) => reply.body);

export const readKeys = async () => (await get<List<PublisherKey>>(`${bank}/keys`)).items;
export const trustKey = (title: string, key: string, once: string) => post<PublisherKey>(`${bank}/keys`, { title, key }, once);
export const forgetKey = (id: string) => remove(`${bank}/keys/${id}`);

export const readDrafts = (cursor: string | null) => get<List<DraftSummary>>(`${bank}/drafts`, { cursor, limit: 50 });
export const beginDraft = (from: string | null, key: string) => post<Draft>(`${bank}/drafts`, from ? { from } : {}, key);
export const readDraft = (id: string) => send<Draft>(`${bank}/drafts/${id}`);
export const saveDraft = (draft: Draft, etag: string | null) => put<Draft>(`${bank}/drafts/${draft.id}`, draft, etag);
export const dropDraft = (id: string) => remove(`${bank}/drafts/${id}`);
export const checkDraft = (id: string) => post<DraftCheck>(`${bank}/drafts/${id}/check`, {});
export const publishDraft = (id: string, etag: string | null, key: string) =>
  send<VersionSummary>(`${bank}/drafts/${id}/publish`, { method: 'POST', body: {}, etag, idempotencyKey: key }).then((reply) => reply.body);
export const putDraftFile = (id: string, path: string, file: File, etag: string | null) =>
  send<{ revision: number }>(`${bank}/drafts/${id}/files`, { method: 'PUT', file, query: { path }, etag });
export const removeDraftFile = (id: string, path: string) =>
  send<void>(`${bank}/drafts/${id}/files`, { method: 'DELETE', query: { path } });

export const readServiceKinds = async () => (await get<List<ServiceKind>>('/service-kinds')).items;
export const adopt = (organisation: string, practice: string, version: string, key: string) =>
  post<{ id: string }>('/adoptions', { organisation, practice, version }, key);
