import { parseLossless } from './lossless';
import { problemOf, Unreachable, LedgerProblem } from './problem';

/**
 * A customer's way into the ledger. A platform leads its customer here with a token behind the address's #, which is used once
 * for a cookie that no script can read. Where a browser keeps no cookie, as in another site's frame, the token is kept in memory.
 */
export interface Session {
  readonly accountId: string;
  readonly expiresAt: string;
  /** What a request that changes something must carry, since the browser adds the cookie to anybody's. */
  readonly csrfToken: string;
  /** Only where there is no cookie. */
  readonly bearer: string | null;
}

interface SessionAnswer {
  accountId: string;
  expiresAt: string;
  csrfToken: string;
}

const PATH = 'v1/dashboard-session';
const TOKEN = /^#token=(.+)$/;

/** Takes the token out of the address, so that it stays in no history, bookmark or screenshot. */
export function takeToken(location: Location, history: History): string | null {
  const token = TOKEN.exec(location.hash)?.[1];
  if (token === undefined) {
    return null;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  return decodeURIComponent(token);
}

async function ask(base: string, init: RequestInit): Promise<SessionAnswer> {
  let response: Response;
  try {
    response = await fetch(base + PATH, { credentials: 'include', cache: 'no-store', ...init });
  } catch (cause) {
    throw new Unreachable('the ledger does not answer', { cause });
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return parseLossless(await response.text()) as SessionAnswer;
}

const bearing = (token: string): HeadersInit => ({ Authorization: `Bearer ${token}` });

/** Whether the browser sends the cookie that it was just given. */
async function hasCookie(base: string): Promise<boolean> {
  try {
    await ask(base, {});
    return true;
  } catch (error) {
    if (error instanceof LedgerProblem && error.status === 401) {
      return false;
    }
    throw error;
  }
}

/** Throws a LedgerProblem of status 401 when there is neither a token nor a session. */
export async function enter(base: string, token: string | null): Promise<Session> {
  if (token === null) {
    return { ...(await ask(base, {})), bearer: null };
  }
  const answer = await ask(base, { method: 'POST', headers: bearing(token) });
  return { ...answer, bearer: (await hasCookie(base)) ? null : token };
}

/** What every request must carry. */
export function credentialsOf(session: Session, method: string): Record<string, string> {
  const headers: Record<string, string> = {};
  if (session.bearer !== null) {
    headers.Authorization = `Bearer ${session.bearer}`;
  } else if (method !== 'GET' && method !== 'HEAD') {
    headers['X-CSRF-Token'] = session.csrfToken;
  }
  return headers;
}
