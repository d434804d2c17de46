import { describe, expect, test } from 'vitest';
import type { Bucket } from '../api/types';
import { rankingOf } from './ranking';

const bucket = (start: string, ...uses: readonly (readonly [string | null, bigint])[]): Bucket => ({
  start,
  used: uses.reduce((sum, [, used]) => sum + used, 0n),
  consumed: 0n,
  reversed: 0n,
  consumptions: 1n,
  websites: uses.map(([websiteId, used]) => ({
    websiteId,
    name: websiteId === null ? null : `The ${websiteId}`,
    used,
    consumed: used,
    reversed: 0n,
    consumptions: 1n,
  })),
});

describe('websites by what they used', () => {
  test('are in order, the most used first, and what is no website’s among them', () => {
    const { ranks, rows } = rankingOf([
      bucket('1', ['a', 1n], ['b', 5n]),
      bucket('2', ['b', 1n], [null, 3n]),
    ]);
    expect(ranks.map(({ websiteId, used }) => [websiteId, used])).toEqual([
      ['b', 6n],
      [null, 3n],
      ['a', 1n],
    ]);
    expect(rows.map(({ used }) => used)).toEqual([
      [5n, 0n, 1n],
      [1n, 3n, 0n],
    ]);
  });

  test('beyond the seventh are others together, and no credit is lost', () => {
    const uses = Array.from({ length: 10 }, (_, at) => [`site-${at}`, BigInt(10 - at)] as const);
    const { ranks, rows } = rankingOf([bucket('1', ...uses)]);
    expect(ranks).toHaveLength(8);
    expect(ranks.at(-1)).toEqual({ websiteId: undefined, name: null, used: 6n });
    expect(rows[0]?.used.at(0)).toBe(10n);
    expect(rows[0]?.used.at(-1)).toBe(6n);
    expect(rows[0]?.used.reduce((sum, used) => sum + used, 0n)).toBe(rows[0]?.total);
  });

  test('are seven without others when there are seven', () => {
    const uses = Array.from({ length: 7 }, (_, at) => [`site-${at}`, 1n] as const);
    expect(rankingOf([bucket('1', ...uses)]).ranks).toHaveLength(7);
  });
});
