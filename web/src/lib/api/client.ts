import { language } from '../messages';
import type { Answer, Ask, Path, Verb } from './document';
import { ApiError, problemOf, unreachable } from './problem';

export interface Reply<Body> {
  body: Body;
  /** Kept by edit forms and sent back as If-Match, so that two editors notice each other. */
  etag: string | null;
}

interface Manner {
  /** Made once per intention, not per attempt: a repeat after a lost reply must carry the same key. */
  key?: string;
  signal?: AbortSignal | undefined;
  timeout?: number;
}

/** The rest of a call's arguments; nothing needs to be said where the document asks for nothing. */
type Said<V extends Verb, P extends Path<V>> = Record<never, never> extends Ask<V, P> ? [ask?: Ask<V, P> & Manner] : [ask: Ask<V, P> & Manner];

type Fields = Record<string, string | number | boolean | null | undefined>;

/** An ask as it is read here; the pages see the type of their own call. */
interface Loose extends Manner {
  path?: Fields;
  query?: Fields;
  body?: unknown;
  file?: Blob;
  etag?: string | null;
}

type SignedOut = (verb: Verb) => void;
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

function place(path: string, { path: parts = {}, query = {} }: Loose): string {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') fields.set(name, String(value));
  }
  const text = fields.toString();
  return `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])))}${text ? `?${text}` : ''}`;
}

/** Where something is read, for a link that the browser follows itself. */
export function address<P extends Path<'get'>>(path: P, ...[ask]: Said<'get', P>): string {
  return place(path, ask ?? {});
}

function headersOf(verb: Verb, { body, file, key, etag }: Loose): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json', 'Accept-Language': language() });
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  if (file) headers.set('Content-Type', file.type || 'application/octet-stream');
  if (verb === 'post') headers.set('Idempotency-Key', key ?? newKey());
  if (etag) headers.set('If-Match', etag);
  return headers;
}

async function exchange<Read>(verb: Verb, path: string, ask: Loose, read: (response: Response) => Promise<Read>): Promise<Read> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), ask.timeout ?? 60_000);
  const abort = () => timer.abort();
  ask.signal?.addEventListener('abort', abort);
  try {
    const response = await fetch(place(path, ask), {
      method: verb.toUpperCase(),
      headers: headersOf(verb, ask),
      body: ask.file ?? (ask.body === undefined ? null : JSON.stringify(ask.body)),
      credentials: 'same-origin',
      signal: timer.signal,
    });
    if (!response.ok) {
      const problem = await problemOf(response);
      if (response.status === 401 && path !== '/session') signedOut(verb);
      throw new ApiError(problem);
    }
    return await read(response);
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (ask.signal?.aborted) throw error;
    throw unreachable(timer.signal.aborted ? 'network.timeout' : 'network.unreachable');
  } finally {
    clearTimeout(timeout);
    ask.signal?.removeEventListener('abort', abort);
  }
}

function whole<Body>(verb: Verb, path: string, ask: Loose = {}): Promise<Reply<Body>> {
  return exchange(verb, path, ask, async (response) => ({
    body: response.status === 204 ? undefined : await response.json(),
    etag: response.headers.get('ETag'),
  }));
}

export async function get<P extends Path<'get'>>(path: P, ...[ask]: Said<'get', P>): Promise<Answer<'get', P>> {
  return (await whole<Answer<'get', P>>('get', path, ask)).body;
}

/** For a form that will send the tag back. */
export function getWithTag<P extends Path<'get'>>(path: P, ...[ask]: Said<'get', P>): Promise<Reply<Answer<'get', P>>> {
  return whole('get', path, ask);
}

/** A file that is read here, not downloaded. */
export function getText<P extends Path<'get'>>(path: P, ...[ask]: Said<'get', P>): Promise<string> {
  return exchange('get', path, ask ?? {}, (response) => response.text());
}

export async function post<P extends Path<'post'>>(path: P, ...[ask]: Said<'post', P>): Promise<Answer<'post', P>> {
  return (await whole<Answer<'post', P>>('post', path, ask)).body;
}

/** A file that the server makes on demand, under the name that it gives it. */
export function postForFile<P extends Path<'post'>>(path: P, ...[ask]: Said<'post', P>): Promise<{ name: string; blob: Blob }> {
  return exchange('post', path, ask ?? {}, async (response) => {
    const name = response.headers.get('Content-Disposition')?.match(/filename\*=UTF-8''([^;]+)/)?.[1] ?? '';
    return { name: decodeURIComponent(name), blob: await response.blob() };
  });
}

export function put<P extends Path<'put'>>(path: P, ...[ask]: Said<'put', P>): Promise<Reply<Answer<'put', P>>> {
  return whole('put', path, ask);
}

export async function remove<P extends Path<'delete'>>(path: P, ...[ask]: Said<'delete', P>): Promise<void> {
  await whole('delete', path, ask);
}
