import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePrice, price, pricePerThousand, savingPercent, typedPrice } from './price';

describe('a price', () => {
  test.each([
    [2000n, 'usd', '$20.00'],
    [5n, 'usd', '$0.05'],
    [-250n, 'usd', '-$2.50'],
    [1234567n, 'eur', '\u20ac12,345.67'],
    [500n, 'jpy', '\u00a5500'],
  ])('of %d minor units of %s is %s', (amount, currency, words) => {
    expect(price({ amount, currency })).toBe(words);
  });

  test('is exact to the smallest coin', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }), (amount) => {
        expect(BigInt(price({ amount, currency: 'usd' }).replaceAll(/[^\d]/g, ''))).toBe(amount);
      }),
    );
  });

  test('is compared by the thousand', () => {
    expect(pricePerThousand({ amount: 4500n, currency: 'usd' }, 50_000n)).toBe('$0.90');
    expect(
      savingPercent(
        { price: { amount: 18_000n, currency: 'usd' }, credits: 250_000n },
        { price: { amount: 1000n, currency: 'usd' }, credits: 10_000n },
      ),
    ).toBe(28);
  });

  test('of more a credit saves nothing', () => {
    const cheap = { price: { amount: 10n, currency: 'usd' }, credits: 10n };
    const dear = { price: { amount: 20n, currency: 'usd' }, credits: 10n };
    expect(savingPercent(dear, cheap)).toBe(0);
    expect(savingPercent(cheap, cheap)).toBe(0);
  });
});

describe('a price that is typed in', () => {
  test.each([
    ['200', 'usd', 20_000n],
    ['$1,234.5', 'usd', 123_450n],
    [' 0.07 ', 'usd', 7n],
    ['500', 'jpy', 500n],
    ['1,000,000,000,000', 'jpy', 1_000_000_000_000n],
  ])('%s in %s is %d minor units', (text, currency, amount) => {
    expect(parsePrice(text, currency)).toBe(amount);
  });

  test.each([
    ['', 'usd'],
    ['-5', 'usd'],
    ['1.234', 'usd'],
    ['500.5', 'jpy'],
    ['12,34', 'usd'],
    ['ten', 'usd'],
  ])('%s in %s is none', (text, currency) => {
    expect(parsePrice(text, currency)).toBeNull();
  });

  test('is read back as it was shown', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.constantFrom('usd', 'jpy', 'kwd'),
        (amount, currency) => {
          expect(parsePrice(typedPrice({ amount, currency }), currency)).toBe(amount);
        },
      ),
    );
  });
});
