import { expect, test } from 'vitest';
import { monthsSince } from './months';

const at = (moment: string): number => Date.parse(moment);

test('months go back to that of the opening, each ending where the next begins', () => {
  expect(monthsSince('2026-09-30T23:59:59Z', at('2026-11-28T03:00:00Z'))).toEqual([
    { name: '2026-11', from: '2026-11-01T00:00:00.000Z', to: null },
    { name: '2026-10', from: '2026-10-01T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' },
    { name: '2026-09', from: '2026-09-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' },
  ]);
});

test('a month in which the account was not open yet has no statement', () => {
  expect(monthsSince('2026-10-01T00:00:00Z', at('2026-11-28T03:00:00Z')).map(({ name }) => name)).toEqual([
    '2026-11',
    '2026-10',
  ]);
});

test('a year begins in January', () => {
  expect(monthsSince('2025-12-05T00:00:00Z', at('2026-01-31T23:59:59Z')).map(({ name }) => name)).toEqual([
    '2026-01',
    '2025-12',
  ]);
});

test('there is one for the month that goes on, even for a clock that is behind the ledger’s', () => {
  expect(monthsSince('2026-12-01T00:00:00Z', at('2026-11-30T23:59:59Z'))).toHaveLength(1);
});

test('three years are offered', () => {
  expect(monthsSince('2015-01-01T00:00:00Z', at('2026-11-28T03:00:00Z'))).toHaveLength(36);
});
