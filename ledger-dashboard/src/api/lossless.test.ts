import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLossless, stringifyLossless } from './lossless';

describe('JSON without loss', () => {
  test('keeps every digit of any 64-bit number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (amount) => {
        expect(parseLossless(`{"amount":${amount}}`)).toEqual({ amount });
      }),
    );
  });

  test('leaves texts alone, whatever they look like', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.startsWith('\u0000')),
        (description) => {
          expect(parseLossless(JSON.stringify({ description }))).toEqual({ description });
        },
      ),
    );
    expect(parseLossless('{"description":"a \\"12345678901234567890\\" b"}')).toEqual({
      description: 'a "12345678901234567890" b',
    });
  });

  test('reads months, years, shares and states as ordinary numbers', () => {
    expect(parseLossless('{"expMonth":12,"expYear":2034,"usedPercent":12.5,"status":404}')).toEqual({
      expMonth: 12,
      expYear: 2034,
      usedPercent: 12.5,
      status: 404,
    });
    expect(parseLossless('{"usedPercent":50}')).toEqual({ usedPercent: 50 });
  });

  test('reads lists of things', () => {
    expect(parseLossless('[{"used":0},{"used":9007199254740993}]')).toEqual([
      { used: 0n },
      { used: 9007199254740993n },
    ]);
  });

  test('keeps the notes of the caller as they were written', () => {
    expect(
      parseLossless('{"metadata":{"amount":3,"big":12345678901234567890,"ok":true,"text":"x"}}'),
    ).toEqual({
      metadata: { amount: '3', big: '12345678901234567890', ok: true, text: 'x' },
    });
  });

  test('sends whole numbers as such and refuses those that would be rounded', () => {
    expect(stringifyLossless({ threshold: 1_000_000_000_000n })).toBe('{"threshold":1000000000000}');
    expect(() => stringifyLossless({ threshold: 2n ** 53n })).toThrow(RangeError);
  });
});
