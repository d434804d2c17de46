import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ledgerClient } from '../api/client';
import { keys, Ledger } from '../api/ledger';
import { NewsDesk } from './apply';

const session = { accountId: 'acme', expiresAt: '2030-01-01T00:00:00Z', csrfToken: 'csrf', bearer: null };

function start(): { ledger: Ledger; desk: NewsDesk } {
  const base = 'http://ledger.test/';
  const ledger = new Ledger(
    base,
    session,
    ledgerClient(base, session, () => undefined),
    new QueryClient(),
  );
  return { ledger, desk: new NewsDesk(ledger) };
}

const isOutdated = (ledger: Ledger, key: readonly unknown[]): boolean | undefined =>
  ledger.cache.getQueryState(key)?.isInvalidated;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('news of the account', () => {
  test('shows a balance at once, unless a newer one is shown', () => {
    const { ledger, desk } = start();
    desk.apply({ name: 'balance', revision: 7n, data: '{"current":93,"revision":7}' });
    desk.apply({ name: 'balance', revision: 6n, data: '{"current":100,"revision":6}' });
    expect(ledger.cache.getQueryData(keys.balance)).toEqual({ current: 93n, revision: 7n });
    expect(ledger.floor).toBe(7n);
  });

  test('asks again for what a consumption touches, and for nothing else', () => {
    const { ledger, desk } = start();
    [keys.transactions, keys.usage, keys.websites, keys.autoTopUp, keys.purchases].forEach((key) =>
      ledger.cache.setQueryData(key, []),
    );
    desk.apply({ name: 'transaction', revision: 8n, data: '{"type":"consumption","revision":8}' });
    expect(isOutdated(ledger, keys.transactions)).toBe(false);
    vi.advanceTimersByTime(1_000);
    expect(isOutdated(ledger, keys.transactions)).toBe(true);
    expect(isOutdated(ledger, keys.usage)).toBe(true);
    expect(isOutdated(ledger, keys.websites)).toBe(true);
    expect(isOutdated(ledger, keys.autoTopUp)).toBe(true);
    expect(isOutdated(ledger, keys.purchases)).toBe(false);
  });

  test('takes a removed card off the list at once', () => {
    const { ledger, desk } = start();
    ledger.cache.setQueryData(keys.paymentMethods, [
      { paymentMethodId: 'pm_1' },
      { paymentMethodId: 'pm_2' },
    ]);
    desk.apply({
      name: 'payment-method',
      revision: 9n,
      data: '{"paymentMethodId":"pm_1","removed":true,"revision":9}',
    });
    expect(ledger.cache.getQueryData(keys.paymentMethods)).toEqual([{ paymentMethodId: 'pm_2' }]);
  });

  test('of a kind that this page does not know changes nothing', () => {
    const { ledger, desk } = start();
    desk.apply({ name: 'weather', revision: 9n, data: '{}' });
    expect(ledger.floor).toBe(0n);
  });

  test('after a pause is all asked for, but what is for sale', () => {
    const { ledger, desk } = start();
    ledger.cache.setQueryData(keys.balance, {});
    ledger.cache.setQueryData(keys.config, {});
    desk.catchUp();
    expect(isOutdated(ledger, keys.balance)).toBe(true);
    expect(isOutdated(ledger, keys.config)).toBe(false);
  });
});
