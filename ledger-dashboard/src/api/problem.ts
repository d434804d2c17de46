import { parseLossless } from './lossless';

/** What the ledger answers instead of what was asked for, as RFC 9457 describes it. */
export class LedgerProblem extends Error {
  override readonly name = 'LedgerProblem';

  constructor(
    /** The stable name of the kind of problem, as in `insufficient-credits`. */
    readonly kind: string,
    readonly status: number,
    readonly detail: string,
    /** All fields of the answer. */
    readonly facts: Readonly<Record<string, unknown>>,
    /** When the same request may succeed; null when nothing is said about it. */
    readonly retryAfterMillis: number | null,
    /** By which the operator finds it again: the answer's own, or the request's. */
    readonly reference: string | null,
  ) {
    super(`${kind}: ${detail}`);
  }
}

/** The ledger could not be asked, or its answer was lost: nobody knows whether the request took effect. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function fieldsOf(body: string): Record<string, unknown> {
  try {
    const parsed = parseLossless(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    // A proxy's page, perhaps: then the status has to do.
    return {};
  }
}

function retryAfterMillis(headers: Headers): number | null {
  const seconds = Number(headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

export async function problemOf(response: Response): Promise<LedgerProblem> {
  const fields = fieldsOf(await response.text());
  const kind = text(fields.type)?.split('/').at(-1) ?? `http-${response.status}`;
  return new LedgerProblem(
    kind,
    response.status,
    text(fields.detail) ?? response.statusText,
    fields,
    retryAfterMillis(response.headers),
    text(fields.traceId) ?? response.headers.get('X-Request-Id'),
  );
}

export const isProblem = (error: unknown, kind: string): error is LedgerProblem =>
  error instanceof LedgerProblem && error.kind === kind;

/** Whether the same request, sent again, may have another answer. */
export function mayPass(error: unknown): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof LedgerProblem && (error.status === 429 || error.status >= 500))
  );
}
