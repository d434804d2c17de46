import { describe, expect, test } from 'vitest';
import { cardExpiry, isCardExpired, isCardExpiringSoon } from './time';

describe('a card', () => {
  test('is good until the last day of the month it names', () => {
    expect(isCardExpired(11, 2026, new Date(2026, 10, 30, 23, 59))).toBe(false);
    expect(isCardExpired(11, 2026, new Date(2026, 11, 1))).toBe(true);
    expect(isCardExpired(12, 2026, new Date(2027, 0, 1))).toBe(true);
  });

  test('expires soon in its last two months', () => {
    expect(isCardExpiringSoon(12, 2026, new Date(2026, 9, 31))).toBe(false);
    expect(isCardExpiringSoon(12, 2026, new Date(2026, 10, 1))).toBe(true);
    expect(isCardExpiringSoon(12, 2026, new Date(2027, 0, 1))).toBe(false);
  });

  test('shows its expiry as it is printed on it', () => {
    expect(cardExpiry(3, 2034)).toBe('03/34');
  });
});
