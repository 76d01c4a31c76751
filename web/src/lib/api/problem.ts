// RFC 9457 problem documents, and the failures that have no document because no server answered.
import type { MessageKey } from '../messages';
import type { Schemas } from './document';

type Told = Schemas['Problem'];
/** Of the server's catalogues, or of ours. */
type Code = Schemas['Code'] | MessageKey;

export type FieldProblem = Omit<NonNullable<Told['errors']>[number], 'code'> & { code: Code };

export interface Problem extends Omit<Required<Told>, 'code' | 'errors' | 'request_id'> {
  code: Code;
  errors: FieldProblem[];
  request_id: string | null;
  retry_after: number | null;
}

export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title || problem.code);
    this.problem = problem;
  }
}

function seconds(header: string | null): number | null {
  if (!header) return null;
  const value = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(value) ? Math.max(0, value) : null;
}

export function unreachable(code: 'network.unreachable' | 'network.timeout'): ApiError {
  return new ApiError({
    type: 'about:blank', title: '', status: 0, detail: '', code, errors: [], request_id: null, retry_after: null,
  });
}

export async function problemOf(response: Response): Promise<Problem> {
  const sent = /json/.test(response.headers.get('Content-Type') ?? '')
    ? ((await response.json().catch(() => ({}))) as Partial<Told>)
    : {};
  return {
    type: sent.type ?? 'about:blank',
    title: sent.title ?? '',
    status: response.status,
    detail: sent.detail ?? '',
    code: sent.code ?? (response.status >= 500 ? 'server.failed' : 'server.refused'),
    errors: sent.errors ?? [],
    request_id: sent.request_id ?? response.headers.get('X-Request-Id'),
    retry_after: seconds(response.headers.get('Retry-After')),
  };
}

export function asProblem(error: unknown): Problem {
  return error instanceof ApiError ? error.problem : unreachable('network.unreachable').problem;
}

/** Name of a form field from a JSON pointer: `/lines/0/unit` is `lines/0/unit`. */
export function fieldName(pointer: string): string {
  return pointer.replace(/^#?\//, '').replace(/~1/g, '/').replace(/~0/g, '~');
}
