import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { parseLossless, stringifyLossless } from './lossless';
import { problemOf, Unreachable } from './problem';
import type { paths } from './schema';
import { credentialsOf, type Session } from './session';

export type LedgerClient = Client<paths>;

/** An answer whose JSON is read without losing digits. */
class LosslessResponse extends Response {
  readonly #body: string;

  constructor(body: string, of: Response) {
    // The length makes the client ask for json() rather than read the text itself.
    super(body, {
      status: of.status,
      headers: { ...Object.fromEntries(of.headers), 'Content-Length': `${body.length}` },
    });
    this.#body = body;
  }

  override json(): Promise<unknown> {
    return Promise.resolve(parseLossless(this.#body));
  }
}

type CredentialsOf = (method: string) => Record<string, string>;

function losslessAnswers(credentials: CredentialsOf, onRefused: () => void): Middleware {
  return {
    onRequest({ request }) {
      for (const [name, value] of Object.entries(credentials(request.method))) {
        request.headers.set(name, value);
      }
      return request;
    },
    async onResponse({ response }) {
      if (!response.ok) {
        const problem = await problemOf(response);
        if (problem.status === 401) {
          onRefused();
        }
        throw problem;
      }
      if (response.status === 204 || !response.headers.get('Content-Type')?.includes('json')) {
        return undefined;
      }
      return new LosslessResponse(await response.text(), response);
    },
    onError({ error }) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        return undefined;
      }
      return new Unreachable('the ledger does not answer', { cause: error });
    },
  };
}

/** Asks the ledger. Whatever is not a good answer is thrown: a LedgerProblem, or Unreachable. */
export function ledgerClient(base: string, session: Session, onSessionEnded: () => void): LedgerClient {
  return clientOf(base, 'include', (method) => credentialsOf(session, method), onSessionEnded);
}

/** Asks with a key alone: a cookie that the browser has may be a customer's, and is left at home. */
export function keyClient(base: string, key: string, onKeyRefused: () => void): LedgerClient {
  return clientOf(base, 'omit', () => ({ Authorization: `Bearer ${key}` }), onKeyRefused);
}

function clientOf(
  base: string,
  cookies: RequestCredentials,
  credentials: CredentialsOf,
  onRefused: () => void,
): LedgerClient {
  const client = createClient<paths>({
    baseUrl: base.replace(/\/$/, ''),
    credentials: cookies,
    bodySerializer: (body) => stringifyLossless(body),
    // Looked up at each call, so that tests can put another in its place.
    fetch: (request) => fetch(request),
  });
  client.use(losslessAnswers(credentials, onRefused));
  return client;
}

/** The data of an answer. All that is not good has been thrown before. */
export async function answerOf<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await answer;
  if (data === undefined || data === null) {
    throw new Unreachable('the answer was empty');
  }
  return data;
}
