import type { ProblemBody } from './types/common.ts';

/** A refusal or failure of the shop, as one thing to catch. `network.unreachable` (status 0) means no answer came at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly traceId: string | null;
  readonly errors: Record<string, string[]>;
  readonly extensions: Record<string, unknown>;

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? `The shop answered ${status}.`);
    this.name = 'ApiProblem';
    const { type: _type, title: _title, status: _status, code, traceId, errors, ...extensions } = body;
    this.status = status;
    this.code = code ?? codeOf(status);
    this.traceId = traceId ?? null;
    this.errors = errors ?? {};
    this.extensions = extensions;
  }

  /** The first complaint about a field as a sentence; the shop says "is required" and names nested fields with dots. */
  field(name: string): string | undefined {
    const complaint = this.errors[name]?.[0];
    return complaint && /^[a-z]/.test(complaint) ? `This ${complaint.replace(/\.$/, '')}.` : complaint;
  }
}

function codeOf(status: number): string {
  if (status === 404) return 'request.not_found';
  if (status === 401) return 'auth.required';
  if (status === 403) return 'auth.forbidden';
  if (status === 413) return 'request.too_large';
  if (status === 429) return 'request.too_many';
  if (status === 503) return 'server.unavailable';
  return status >= 500 ? 'server.unexpected' : 'request.invalid';
}

export function unreachable(): ApiProblem {
  return new ApiProblem(0, { code: 'network.unreachable', title: 'No answer from the shop.' });
}

/** Reads the problem out of an answer, whatever a proxy in between made of it. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const traceId = response.headers.get('X-Correlation-Id') ?? undefined;
  if (!/json/.test(response.headers.get('Content-Type') ?? '')) return new ApiProblem(response.status, { traceId });
  const body: unknown = await response.json().catch(() => null);
  return new ApiProblem(response.status, typeof body === 'object' && body !== null ? { traceId, ...body } : { traceId });
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}
