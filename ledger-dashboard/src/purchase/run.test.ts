import type { Stripe, StripeElements } from '@stripe/stripe-js';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ledgerClient } from '../api/client';
import { Ledger } from '../api/ledger';
import { say } from '../messages/english';
import { answering, json, problem, type Asked } from '../testing/answers';
import { keptAttempt, type Order } from './attempt';
import type { PhaseName } from './phase';
import { PurchaseRun, type Payer } from './run';

const session = { accountId: 'acme', expiresAt: '2030-01-01T00:00:00Z', csrfToken: 'csrf', bearer: null };
const pack = {
  packageId: 'credits-10000',
  credits: 10_000,
  price: { amount: 1000, currency: 'usd' },
  version: 1,
};
const balance = {
  accountId: 'acme',
  current: 10_000,
  total: 10_000,
  used: 0,
  usedPercent: 0,
  held: 0,
  frozen: 0,
  available: 10_000,
  debt: 0,
  revision: 9,
  asOf: '',
};

const bySavedCard: Order = { packageId: pack.packageId, paymentMethodId: 'pm_1', savePaymentMethod: false };
const byNewCard: Order = { packageId: pack.packageId, paymentMethodId: null, savePaymentMethod: true };

const told = (status: string, more: Record<string, unknown> = {}) => ({
  purchaseId: 'pur_1',
  accountId: 'acme',
  package: pack,
  status,
  revision: 8,
  balance,
  ...more,
});

const declined = { code: 'card_declined', declineCode: 'insufficient_funds', message: 'no' };

function start(): { run: PurchaseRun; phases: PhaseName[] } {
  const base = 'http://ledger.test/';
  const ledger = new Ledger(
    base,
    session,
    ledgerClient(base, session, () => undefined),
    new QueryClient(),
  );
  let pauses = 0;
  const run = new PurchaseRun(ledger, () => {
    pauses += 1;
    return pauses < 100 ? Promise.resolve() : Promise.reject(new Error('it asks for ever'));
  });
  const phases: PhaseName[] = [];
  run.subscribe(() => phases.push(run.phase.at));
  return { run, phases };
}

type StripeParts = Partial<Pick<Stripe, 'confirmPayment' | 'handleNextAction'>>;

const payer = (stripe: StripeParts = {}, elements: Partial<StripeElements> | null = null): Payer => ({
  stripe: stripe as Stripe,
  elements: elements as StripeElements | null,
});

const form = {
  submit: () => Promise.resolve({ selectedPaymentMethod: 'card' }),
} as unknown as StripeElements;

const keysOf = (asked: readonly Asked[]): (string | null)[] =>
  asked
    .filter(({ path, method }) => method === 'POST' && path.endsWith('/purchases'))
    .map(({ headers }) => headers.get('Idempotency-Key'));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('buying', () => {
  test('with a saved card shows the balance that the ledger shows, and forgets the attempt', async () => {
    answering({
      'POST /purchases': [json(told('succeeded'), 201)],
      'GET /purchases/pur_1': [json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run, phases } = start();
    await run.buy(bySavedCard, payer());
    expect(phases).toEqual(['submitting', 'paid']);
    expect(run.phase).toMatchObject({ at: 'paid', balance: { current: 10_000n } });
    expect(keptAttempt('acme', Date.now())).toBeNull();
  });

  test('twice at once is buying once', async () => {
    const asked = answering({
      'POST /purchases': [json(told('succeeded'), 201)],
      'GET /purchases/pur_1': [json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run } = start();
    await Promise.all([
      run.buy(bySavedCard, payer()),
      run.buy(bySavedCard, payer()),
      run.buy(bySavedCard, payer()),
    ]);
    expect(keysOf(asked)).toHaveLength(1);
  });

  test('sends the same key again until there is an answer, and says that it is checking', async () => {
    const asked = answering({
      'POST /purchases': [
        new TypeError('cut off'),
        problem('payment-provider-unavailable', 503),
        json(told('succeeded'), 201),
      ],
      'GET /purchases/pur_1': [json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run, phases } = start();
    await run.buy(bySavedCard, payer());
    const keys = keysOf(asked);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(phases).toEqual(['submitting', 'unknown', 'unknown', 'paid']);
  });

  test('keeps its key before anything is sent', async () => {
    const kept: unknown[] = [];
    answering({
      'POST /purchases': [
        () => {
          kept.push(keptAttempt('acme', Date.now()));
          return problem('package-not-found', 404);
        },
      ],
    });
    const { run } = start();
    await run.buy(bySavedCard, payer());
    expect(kept).toEqual([
      expect.objectContaining({ accountId: 'acme', order: bySavedCard, purchaseId: null }),
    ]);
    expect(run.phase).toEqual({ at: 'choosing', failure: say.problems['package-not-found'] });
  });

  test('says why a saved card was declined, and ends that purchase before the next', async () => {
    const asked = answering({
      'POST /purchases': [
        json(told('requires_payment_method', { failure: declined, clientSecret: 'pi_secret_1' }), 201),
        json(told('succeeded', { purchaseId: 'pur_2' }), 201),
      ],
      'POST /cancel': [json(told('canceled'))],
      'GET /purchases/pur_2': [json(told('succeeded', { purchaseId: 'pur_2' }))],
      'GET /balance': [json(balance)],
    });
    const { run } = start();
    await run.buy(bySavedCard, payer());
    expect(run.phase).toEqual({ at: 'choosing', failure: say.buy.failures.insufficient_funds });
    await run.buy({ ...bySavedCard, paymentMethodId: 'pm_2' }, payer());
    expect(run.phase.at).toBe('paid');
    expect(asked.map(({ path }) => path.split('/').at(-1))).toContain('cancel');
    expect(new Set(keysOf(asked)).size).toBe(2);
  });

  test('with a new card tries another card on the same purchase', async () => {
    const asked = answering({
      'POST /purchases': [json(told('requires_payment_method', { clientSecret: 'pi_secret_1' }), 201)],
      'POST /resume': [
        json(told('requires_payment_method', { clientSecret: 'pi_secret_1', failure: declined })),
      ],
      'GET /purchases/pur_1': [json(told('requires_payment_method')), json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const outcomes = [
      { error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' } },
      {},
    ];
    const secrets: unknown[] = [];
    const stripe = {
      confirmPayment: (options: { clientSecret: string }) => {
        secrets.push(options.clientSecret);
        return Promise.resolve(outcomes.shift());
      },
    } as unknown as StripeParts;
    const { run, phases } = start();
    await run.buy(byNewCard, payer(stripe, form));
    expect(run.phase).toEqual({ at: 'choosing', failure: say.buy.failures.insufficient_funds });
    await run.buy(byNewCard, payer(stripe, form));
    expect(run.phase.at).toBe('paid');
    expect(keysOf(asked)).toHaveLength(1);
    expect(secrets).toEqual(['pi_secret_1', 'pi_secret_1']);
    expect(phases).toContain('authenticating');
    expect(JSON.stringify(sessionStorage.getItem('ledger-purchase'))).not.toContain('pi_secret');
  });

  test('never shows the form again to whoever has paid, even if the ledger has not heard of it yet', async () => {
    const waits = told('requires_payment_method', { clientSecret: 'pi_secret_1' });
    answering({
      'POST /purchases': [json(waits, 201)],
      'POST /resume': [json(waits)],
      'GET /purchases/pur_1': [json(waits), json(waits), json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run, phases } = start();
    await run.buy(
      byNewCard,
      payer({ confirmPayment: () => Promise.resolve({}) } as unknown as StripeParts, form),
    );
    expect(phases).toEqual(['submitting', 'authenticating', 'confirming', 'paid']);
  });

  test.each([
    ['requires_action', 'waiting'],
    ['requires_payment_method', 'choosing'],
  ])('takes nobody for paid whose payment is left at %s', async (status, phase) => {
    const waits = told(status, { clientSecret: 'pi_secret_1' });
    answering({
      'POST /purchases': [json(told('requires_payment_method', { clientSecret: 'pi_secret_1' }), 201)],
      'POST /resume': [json(waits)],
      'GET /purchases/pur_1': [json(waits)],
    });
    const { run, phases } = start();
    await run.buy(
      byNewCard,
      payer(
        {
          confirmPayment: () => Promise.resolve({ paymentIntent: { status } }),
        } as unknown as StripeParts,
        form,
      ),
    );
    expect(phases).toEqual(['submitting', 'authenticating', 'unknown', phase]);
  });

  test('sends nothing when the card is not typed in completely', async () => {
    const asked = answering({});
    const incomplete = {
      submit: () => Promise.resolve({ error: { message: 'Your card number is incomplete.' } }),
    };
    const { run } = start();
    await run.buy(byNewCard, payer({}, incomplete as unknown as StripeElements));
    expect(run.phase).toEqual({ at: 'choosing', failure: 'Your card number is incomplete.' });
    expect(asked).toEqual([]);
  });

  test('asks the ledger when the payment provider’s answer to the browser is lost', async () => {
    answering({
      'POST /purchases': [json(told('requires_action', { clientSecret: 'pi_secret_1' }), 201)],
      'POST /resume': [json(told('processing')), problem('purchase-not-open', 409)],
      'GET /purchases/pur_1': [json(told('processing')), json(told('processing')), json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const stripe = {
      handleNextAction: () => Promise.resolve({ error: { type: 'api_connection_error' } }),
    } as unknown as StripeParts;
    const { run, phases } = start();
    await run.buy(bySavedCard, payer(stripe));
    expect(phases).toEqual(['submitting', 'authenticating', 'unknown', 'processing', 'paid']);
  });
});

describe('an attempt of before', () => {
  test('goes on with the same key after the page was loaded anew', async () => {
    const asked = answering({
      'POST /purchases': [json(told('succeeded'), 201)],
      'GET /purchases/pur_1': [json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run } = start();
    await run.recover({
      key: 'key-of-before',
      accountId: 'acme',
      order: bySavedCard,
      purchaseId: null,
      startedAt: 0,
    });
    expect(keysOf(asked)).toEqual(['key-of-before']);
    expect(run.phase.at).toBe('paid');
  });

  test('waits for the customer if the bank does', async () => {
    answering({
      'GET /purchases/pur_1': [json(told('requires_action'))],
      'POST /resume': [json(told('requires_action', { clientSecret: 'pi_secret_1' }))],
    });
    const { run } = start();
    await run.recover({ key: 'k', accountId: 'acme', order: bySavedCard, purchaseId: 'pur_1', startedAt: 0 });
    expect(run.phase.at).toBe('waiting');
  });

  test('of another account, or of long ago, is none', () => {
    sessionStorage.setItem(
      'ledger-purchase',
      JSON.stringify({ key: 'k', accountId: 'acme', order: bySavedCard, purchaseId: null, startedAt: 1_000 }),
    );
    expect(keptAttempt('acme', 2_000)).not.toBeNull();
    expect(keptAttempt('other', 2_000)).toBeNull();
    expect(keptAttempt('acme', 1_000 + 16 * 60_000)).toBeNull();
    sessionStorage.setItem('ledger-purchase', 'rubbish');
    expect(keptAttempt('acme', 2_000)).toBeNull();
  });

  test('that is canceled and turns out to be paid is paid', async () => {
    answering({
      'POST /cancel': [json(told('succeeded'))],
      'GET /purchases/pur_1': [json(told('succeeded'))],
      'GET /balance': [json(balance)],
    });
    const { run } = start();
    await run.cancel('pur_1');
    expect(run.phase.at).toBe('paid');
  });
});
