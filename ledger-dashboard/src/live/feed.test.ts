import { describe, expect, test } from 'vitest';
import { LedgerProblem } from '../api/problem';
import { Feed, type FeedParts, type FeedStatus } from './feed';
import type { Listener } from './stream';

type Connection = (resumeAfter: bigint | null, listener: Listener) => void;

/** Runs a feed over the connections given, one after the other; when there are no more, it ends. */
async function follow(
  connections: readonly Connection[],
  parts: Partial<FeedParts> = {},
): Promise<FeedStatus[]> {
  const ended = new AbortController();
  const told: FeedStatus[] = [];
  const waiting = [...connections];
  const feed = new Feed({
    listen: (resumeAfter, listener) => {
      const next = waiting.shift();
      if (!next) {
        ended.abort();
        return Promise.resolve();
      }
      return Promise.resolve().then(() => {
        next(resumeAfter, listener);
      });
    },
    poll: () => Promise.resolve(),
    onEvent: () => undefined,
    onStatus: (status) => told.push(status),
    pause: () => Promise.resolve(),
    now: () => 1_000,
    ...parts,
  });
  await feed.run(ended.signal);
  return told;
}

const fails: Connection = () => {
  throw new Error('cut off');
};

describe('the feed', () => {
  test('goes on after the highest revision that it has seen', async () => {
    const asked: (bigint | null)[] = [];
    await follow([
      (resumeAfter, listener) => {
        asked.push(resumeAfter);
        listener.onOpen();
        listener.onEvent({ name: 'transaction', revision: 5n, data: '{}' });
        listener.onEvent({ name: 'balance', revision: 7n, data: '{}' });
      },
      (resumeAfter, listener) => {
        asked.push(resumeAfter);
        listener.onEvent({ name: 'purchase', revision: 6n, data: '{}' });
      },
      (resumeAfter) => {
        asked.push(resumeAfter);
      },
    ]);
    expect(asked).toEqual([null, 7n, 7n]);
  });

  test('asks every few seconds after three failures, and is live again when it can be', async () => {
    let polls = 0;
    const told = await follow([fails, fails, fails, (_, listener) => listener.onOpen()], {
      poll: () => {
        polls += 1;
        return Promise.resolve();
      },
    });
    expect(polls).toBe(1);
    expect(told.map(({ state }) => state).slice(0, 4)).toEqual([
      'connecting',
      'connecting',
      'polling',
      'live',
    ]);
  });

  test('does not call what it shows up to date when asking failed too', async () => {
    const told = await follow([fails, fails, fails], { poll: () => Promise.reject(new Error('away')) });
    expect(told.at(-1)).toEqual({ state: 'polling', heardAt: null });
  });

  test('stops when the session has ended', async () => {
    let connections = 0;
    const expired: Connection = () => {
      connections += 1;
      throw new LedgerProblem('unauthenticated', 401, '', {}, null, null);
    };
    await follow([expired, expired]);
    expect(connections).toBe(1);
  });
});
