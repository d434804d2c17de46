import { describe, expect, test } from 'vitest';
import type { Purchase } from '../api/types';
import { paidInTheEnd, wasCharged } from './charged';
import { readReceiptSearch } from './search';

const bought = (status: Purchase['status'], refunded: bigint) => ({
  status,
  package: {
    packageId: 'credits-10000',
    credits: 10_000n,
    price: { amount: 1_000n, currency: 'usd' },
    version: 1,
  },
  refunded: { amount: refunded, currency: 'usd' },
});

describe('what was paid in the end', () => {
  test.each([
    ['succeeded', 0n, 1_000n],
    ['partially_refunded', 400n, 600n],
    ['refunded', 1_000n, 0n],
    ['disputed', 0n, 1_000n],
    ['failed', 0n, 0n],
    ['canceled', 0n, 0n],
    ['requires_action', 0n, 0n],
  ] as const)('for a purchase that is %s with %d refunded is %d', (status, refunded, paid) => {
    expect(paidInTheEnd(bought(status, refunded))).toEqual({ amount: paid, currency: 'usd' });
  });

  test('is on a receipt if there was a charge', () => {
    expect(wasCharged({ status: 'refunded' })).toBe(true);
    expect(wasCharged({ status: 'processing' })).toBe(false);
  });
});

test('only what can be a purchase is taken from the address', () => {
  expect(readReceiptSearch({ open: 'purchase-1' })).toEqual({ open: 'purchase-1' });
  expect(readReceiptSearch({ open: '../x' })).toEqual({});
  expect(readReceiptSearch({ open: ['a'] })).toEqual({});
});
