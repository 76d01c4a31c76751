import { language } from '../messages';
import { ApiError, problemOf, unreachable } from './problem';

export interface Reply<Body> {
  body: Body;
  /** Kept by edit forms and sent back as If-Match, so that two editors notice each other. */
  etag: string | null;
  status: number;
}

export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** A file in place of JSON. */
  file?: Blob;
  etag?: string | null;
  /** Made once per intention, not per attempt: a repeat after a lost reply must carry the same key. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  timeout?: number;
}

export interface List<Item> {
  items: Item[];
  next: string | null;
}

type SignedOut = () => void;
let signedOut: SignedOut = () => undefined;

export function whenSignedOut(run: SignedOut): void {
  signedOut = run;
}

export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  // A closed network without TLS has no secure context, hence no randomUUID.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function address(path: string, query: Request['query'] = {}): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') fields.set(name, String(value));
  }
  const text = fields.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

function headersOf(request: Request): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', 'Accept-Language': language() });
  if (request.body !== undefined) headers.set('Content-Type', 'application/json');
  if (request.file) headers.set('Content-Type', request.file.type || 'application/octet-stream');
  if (request.method === 'POST') headers.set('Idempotency-Key', request.idempotencyKey ?? newKey());
  if (request.etag) headers.set('If-Match', request.etag);
  return headers;
}

export async function send<Body>(path: string, request: Request = {}): Promise<Reply<Body>> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), request.timeout ?? 60_000);
  const abort = () => timer.abort();
  request.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(address(path, request.query), {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      body: request.file ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      credentials: 'same-origin',
      signal: timer.signal,
    });
    if (!response.ok) {
      const problem = await problemOf(response);
      if (response.status === 401 && path !== '/session') signedOut();
      throw new ApiError(problem);
    }
    const body = response.status === 204 ? undefined : await response.json();
    return { body: body as Body, etag: response.headers.get('ETag'), status: response.status };
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (request.signal?.aborted) throw error;
    throw unreachable(timer.signal.aborted ? 'network.timeout' : 'network.unreachable');
  } finally {
    clearTimeout(timeout);
    request.signal?.removeEventListener('abort', abort);
  }
}

export async function get<Body>(path: string, query?: Request['query'], signal?: AbortSignal): Promise<Body> {
  return (await send<Body>(path, { query, signal })).body;
}

export async function post<Body>(path: string, body: unknown, idempotencyKey?: string): Promise<Body> {
  return (await send<Body>(path, { method: 'POST', body, idempotencyKey })).body;
}

export async function put<Body>(path: string, body: unknown, etag: string | null): Promise<Reply<Body>> {
  return send<Body>(path, { method: 'PUT', body, etag });
}

export async function remove(path: string, etag?: string | null): Promise<void> {
  await send<void>(path, { method: 'DELETE', etag });
}
