import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { credits, movement, parseCredits, share } from './credits';

const anyCredits = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

describe('credits', () => {
  test('show every single one', () => {
    fc.assert(
      fc.property(anyCredits, (amount) => {
        expect(BigInt(credits(amount).replaceAll(',', ''))).toBe(amount);
      }),
    );
    expect(credits(1234567n)).toBe('1,234,567');
  });

  test('have a sign when they come in or go out, and none when nothing moves', () => {
    expect(movement(420n)).toBe('+420');
    expect(movement(-12_000n)).toBe('\u221212,000');
    expect(movement(0n)).toBe('0');
  });

  test('read what they show', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (amount) => {
        expect(parseCredits(credits(amount))).toBe(amount);
      }),
    );
    expect(parseCredits('12 000')).toBe(12_000n);
    expect(parseCredits('')).toBeNull();
    expect(parseCredits('-5')).toBeNull();
    expect(parseCredits('many')).toBeNull();
  });
});

describe('a share', () => {
  test.each([
    [0, '0%'],
    [0.04, '<0.1%'],
    [0.1, '0.1%'],
    [33.333, '33.3%'],
    [99.95, '>99.9%'],
    [100, '100%'],
  ])('of %d is %s', (percent, words) => {
    expect(share(percent)).toBe(words);
  });
});
