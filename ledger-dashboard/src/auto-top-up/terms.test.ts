import { describe, expect, test } from 'vitest';
import type { CreditPackage } from '../api/types';
import { say } from '../messages/english';
import { check, draftOf, suggestedFor } from './terms';

const pack: CreditPackage = {
  packageId: 'credits-50000',
  credits: 50_000n,
  price: { amount: 4_500n, currency: 'usd' },
  version: 1,
};

const faultsOf = (threshold: string, limit: string) => {
  const checked = check({ threshold, packageId: pack.packageId, limit }, pack);
  return checked.right ? null : { threshold: checked.threshold, limit: checked.limit };
};

describe('the terms of auto top-up', () => {
  test('are what is typed, however it is typed', () => {
    expect(check({ threshold: '5,000', packageId: pack.packageId, limit: '$200' }, pack)).toEqual({
      right: true,
      terms: {
        threshold: 5_000n,
        packageId: 'credits-50000',
        monthlyLimit: { amount: 20_000n, currency: 'usd' },
      },
    });
  });

  test.each(['', '0', '-1', 'many', '1000000000001'])('have no threshold of "%s"', (threshold) => {
    expect(faultsOf(threshold, '200')?.threshold).toBe(say.topUp.faults.threshold);
    expect(faultsOf(threshold, '200')?.limit).toBeNull();
  });

  test('have a threshold below what one purchase brings', () => {
    expect(faultsOf('49,999', '200')).toBeNull();
    expect(faultsOf('50,000', '200')?.threshold).toContain('50,000 credits');
  });

  test('have a limit that one purchase keeps to', () => {
    expect(faultsOf('5000', '45')).toBeNull();
    expect(faultsOf('5000', '44.99')?.limit).toContain('$45.00');
    expect(faultsOf('5000', 'no')?.limit).toContain('$180.00');
  });

  test('may be wrong in both fields at once', () => {
    expect(faultsOf('', '')).toEqual({
      threshold: expect.any(String) as string,
      limit: expect.any(String) as string,
    });
  });

  test('are right as they are suggested, and as they are shown again', () => {
    const suggested = check(suggestedFor(pack), pack);
    expect(suggested.right).toBe(true);
    expect(suggested.right && check(draftOf(suggested.terms), pack)).toEqual(suggested);
  });
});

test('what will happen is said in one sentence', () => {
  expect(
    say.topUp.sentence(
      { threshold: 5_000n, monthlyLimit: { amount: 20_000n, currency: 'usd' } },
      pack,
      'Visa ending in 4242',
    ),
  ).toBe(
    'When you have fewer than 5,000 credits, we buy 50,000 for $45.00 with Visa ending in 4242, at most $200.00 a month.',
  );
});
