import { vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

type Answer = Response | Error | (() => Response | Error);

export const json = (body: unknown, status = 200): Response =>
  new Response(
    JSON.stringify(body, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    {
      status,
      headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
    },
  );

export const problem = (kind: string, status: number, facts: Record<string, unknown> = {}): Response =>
  json(
    { type: `https://creditledger.io/problems/${kind}`, title: kind, status, detail: kind, ...facts },
    status,
  );

/**
 * Plays the ledger at its border, HTTP. Each request, named by method and the end of its path, gets the next of its answers; the last
 * one is repeated. Returns what was asked.
 */
export function answering(answers: Readonly<Record<string, readonly Answer[]>>): Asked[] {
  const asked: Asked[] = [];
  const waiting = new Map(Object.entries(answers).map(([name, given]) => [name, [...given]]));
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    asked.push({ method: request.method, path, headers: request.headers, body: await request.text() });
    const name = [...waiting.keys()].find((each) => matches(each, request.method, path));
    const mine = name === undefined ? undefined : waiting.get(name);
    const next = mine && mine.length > 1 ? mine.shift() : mine?.[0];
    if (next === undefined) {
      throw new Error(`nobody expected ${request.method} ${path}`);
    }
    const answer = typeof next === 'function' ? next() : next;
    if (answer instanceof Error) {
      throw answer;
    }
    return answer.clone();
  });
  return asked;
}

function matches(name: string, method: string, path: string): boolean {
  const [wantedMethod, ending = ''] = name.split(' ');
  return method === wantedMethod && path.endsWith(ending);
}
