import { describe, expect, test } from 'vitest';
import { daysOf, filterOf, isFiltered, readTransactionSearch } from './search';

describe('the filters in the address', () => {
  test('are read, and what is none is passed over', () => {
    expect(
      readTransactionSearch({
        type: 'purchase',
        from: '2026-11-01',
        to: 'yesterday',
        q: 'x',
        website: 7,
        other: 1,
      }),
    ).toEqual({ type: 'purchase', from: '2026-11-01', q: 'x', website: '7' });
    expect(readTransactionSearch({ type: 'drop table' })).toEqual({});
  });

  test('ask for whole days, the last one included', () => {
    expect(filterOf({ from: '2026-11-01', to: '2026-11-01' })).toEqual({
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 10, 2).toISOString(),
    });
  });

  test('are none when only the details of a transaction are open', () => {
    expect(isFiltered({ open: 'transaction' })).toBe(false);
    expect(isFiltered({ q: 'x' })).toBe(true);
  });
});

test.each([
  ['today', '2026-03-01'],
  ['week', '2026-02-23'],
  ['month', '2026-01-31'],
  ['thisMonth', '2026-03-01'],
] as const)('%s begins on %s, and ends today', (preset, from) => {
  expect(daysOf(preset, new Date(2026, 2, 1, 23, 59))).toEqual({ from, to: '2026-03-01' });
});
