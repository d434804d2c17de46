import { describe, expect, test } from 'vitest';
import type { Balance, Bucket, CreditPackage, Lot, UsageSeries } from '../api/types';
import { daysLeft, expiringNext, isLow, usedIn, worthOf } from './facts';

const NOW = Date.parse('2026-11-24T12:00:00Z');

const lot = (remaining: bigint, expiresAt?: string): Lot => ({
  lotId: 'lot',
  source: 'promotional',
  state: 'active',
  granted: remaining,
  remaining,
  held: 0n,
  priority: 50,
  description: '',
  effectiveAt: '2026-01-01T00:00:00Z',
  grantedAt: '2026-01-01T00:00:00Z',
  ...(expiresAt === undefined ? {} : { expiresAt }),
});

const balance = (available: bigint, total: bigint): Balance => ({
  accountId: 'acme',
  total,
  used: total - available,
  current: available,
  usedPercent: 0,
  held: 0n,
  frozen: 0n,
  available,
  debt: 0n,
  revision: 1n,
  asOf: '2026-11-24T12:00:00Z',
});

const series = (...used: bigint[]): UsageSeries => ({
  accountId: 'acme',
  from: '',
  to: '',
  granularity: 'day',
  revision: 1n,
  asOf: '',
  buckets: used.map((amount): Bucket => ({
    start: '',
    used: amount,
    consumed: amount,
    reversed: 0n,
    consumptions: 1n,
  })),
});

describe('what expires next', () => {
  test('is the earliest, with all that expires at that moment', () => {
    const next = expiringNext(
      [
        lot(5n, '2026-12-20T00:00:00Z'),
        lot(100n, '2026-12-01T00:00:00Z'),
        lot(20n, '2026-12-01T00:00:00.000Z'),
        lot(9n),
      ],
      NOW,
    );
    expect(next).toEqual({ amount: 120n, at: '2026-12-01T00:00:00Z' });
  });

  test('is nothing that is spent, already expired or far off', () => {
    const lots = [
      lot(0n, '2026-12-01T00:00:00Z'),
      lot(7n, '2026-11-24T12:00:00Z'),
      lot(7n, '2027-12-01T00:00:00Z'),
    ];
    expect(expiringNext(lots, NOW)).toBeNull();
  });
});

describe('how long credits last', () => {
  test('is reckoned from the first day of use on', () => {
    expect(daysLeft(balance(900n, 1000n), series(0n, 0n, 0n, 0n, 10n, 20n, 60n))).toBe(30);
  });

  test.each([
    ['nothing was used', balance(900n, 1000n), series(0n, 0n, 0n)],
    ['there was one day of use', balance(900n, 1000n), series(0n, 0n, 10n)],
    ['nothing is left', balance(0n, 1000n), series(500n, 500n)],
  ])('is not said when %s', (_, given, usage) => {
    expect(daysLeft(given, usage)).toBeNull();
  });
});

describe('what credits are worth', () => {
  const pack = (credits: bigint, amount: bigint, currency = 'usd'): CreditPackage => ({
    packageId: `credits-${credits}`,
    credits,
    price: { amount, currency },
    version: 1,
  });

  test('is reckoned by the cheapest package and never rounded up', () => {
    expect(worthOf(1_999n, [pack(10_000n, 1_000n), pack(50_000n, 4_500n)])).toEqual({
      amount: 179n,
      currency: 'usd',
    });
  });

  test('is not said without packages, over several currencies, or of nothing', () => {
    expect(worthOf(1_000n, [])).toBeNull();
    expect(worthOf(1_000n, [pack(10n, 1n), pack(10n, 1n, 'eur')])).toBeNull();
    expect(worthOf(0n, [pack(10n, 1n)])).toBeNull();
    expect(worthOf(-5n, [pack(10n, 1n)])).toBeNull();
  });
});

test('what is used in a time is the sum of its steps', () => {
  expect(usedIn(series(3n, 0n, 4n))).toBe(7n);
});

test('credits are low when less than a tenth is left', () => {
  expect(isLow(balance(99n, 1000n))).toBe(true);
  expect(isLow(balance(100n, 1000n))).toBe(false);
  expect(isLow(balance(0n, 0n))).toBe(false);
});
