import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerClient } from './client';
import { keys, Ledger } from './ledger';

const session = { accountId: 'acme', expiresAt: '2030-01-01T00:00:00Z', csrfToken: 'token', bearer: null };

const ledger = (): Ledger =>
  new Ledger(
    'http://ledger.test/',
    session,
    ledgerClient('http://ledger.test/', session, () => undefined),
    new QueryClient(),
  );

describe('what is known of the ledger', () => {
  test('never goes back, in whatever order news arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1 }), (revisions) => {
        const known = ledger();
        let highest = 0n;
        for (const revision of revisions) {
          known.put(keys.balance, { revision });
          highest = revision > highest ? revision : highest;
          expect(known.cache.getQueryData(keys.balance)).toEqual({ revision: highest });
          expect(known.floor).toBe(highest);
        }
      }),
    );
  });

  test('asks for at least what was seen', () => {
    const known = ledger();
    expect(known.atLeast()).toEqual({});
    known.raiseFloor(9n);
    known.raiseFloor(4n);
    expect(known.atLeast()).toEqual({ minRevision: 9n });
  });
});
