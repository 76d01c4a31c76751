import { afterEach, expect, test, vi } from 'vitest';
import { address, ApiError, get, newKey, post, put, whenSignedOut } from '.';

function answer(status: number, body: unknown, headers: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })));
}

function sent(): Headers {
  return (vi.mocked(fetch).mock.calls[0]?.[1]?.headers ?? new Headers()) as Headers;
}

afterEach(() => vi.unstubAllGlobals());

test('a POST carries a key, and a repeat may carry the same one', async () => {
  answer(201, {});
  await post('/adoptions/{adoption}/stop', { path: { adoption: '1' }, body: { reason: 'x' } });
  expect(sent().get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
  answer(201, {});
  const key = newKey();
  await post('/adoptions/{adoption}/stop', { path: { adoption: '1' }, body: { reason: 'x' }, key });
  expect(sent().get('Idempotency-Key')).toBe(key);
});

test('a PUT says which version it changes and learns the new one', async () => {
  answer(200, { title: 'x' }, { ETag: '"2"' });
  const reply = await put('/plan-lines/{line}', { path: { line: '1' }, body: { owner: 'x', due: '2026-11-23' }, etag: '"1"' });
  expect(sent().get('If-Match')).toBe('"1"');
  expect(reply.etag).toBe('"2"');
});

test('an address holds its parameters, and nothing of what was not said', () => {
  expect(address('/practices/{practice}/versions/{version}/files', { path: { practice: 'a', version: '1/2' }, query: { path: 'b c.md' } })).toBe('/api/v1/practices/a/versions/1%2F2/files?path=b+c.md');
  expect(address('/facts', { query: { person: '', mine: null, limit: 5 } })).toBe('/api/v1/facts?limit=5');
});

test('a problem document becomes an ApiError with its fields and waiting time', async () => {
  answer(429, { code: 'session.too_often', errors: [{ pointer: '/login', code: 'x', detail: 'y' }] }, { 'Retry-After': '30', 'Content-Type': 'application/problem+json' });
  const error = await get('/session').catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ApiError);
  expect((error as ApiError).problem).toMatchObject({ status: 429, code: 'session.too_often', retry_after: 30 });
});

test('silence is not a refusal', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => Promise.reject(new TypeError('failed'))));
  await expect(get('/organisations')).rejects.toMatchObject({ problem: { status: 0, code: 'network.unreachable' } });
});

test('401 anywhere but at the session itself ends the session', async () => {
  const out = vi.fn();
  whenSignedOut(out);
  answer(401, {});
  await get('/session').catch(() => undefined);
  expect(out).not.toHaveBeenCalled();
  await get('/organisations').catch(() => undefined);
  expect(out).toHaveBeenCalledOnce();
});
