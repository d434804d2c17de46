import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  actorOf,
  availableAfter,
  causesOf,
  jsonOf,
  rawItemsOf,
  readFacts,
  storyOf,
  toldTypes,
} from './facts';

const page = `{"items":[{"revision":4,"type":"CreditsConsumed","occurredAt":"2026-11-24T10:00:00.123456Z",
  "payload":{"accountId":"acme","consumptionId":"con_1","amount":9007199254740993,"description":"Site \\"a\\" 12",
    "website":{"id":"shop","name":"The shop"},"metadata":{"ratio":1.50,"big":12345678901234567890},
    "draws":[{"lotId":"lot_1","amount":3},{"lotId":"lot_2","amount":2}],
    "balance":{"total":100,"used":30,"held":5,"frozen":1}},
  "metadata":{"idempotencyKey":"order 7","actor":"key:key_5"}}],"nextRevision":null}`;

describe('a stored fact', () => {
  it('is shown with every digit that is stored', () => {
    const [raw = ''] = rawItemsOf(page);

    expect(raw).toContain('"amount": 9007199254740993');
    expect(raw).toContain('"ratio": 1.50');
    expect(raw).toContain('"big": 12345678901234567890');
    expect(raw).toContain('"description": "Site \\"a\\" 12"');
  });

  it('is told as a sentence with exact amounts', () => {
    const [fact] = readFacts(page);

    expect(fact && storyOf(fact)).toBe('9,007,199,254,740,993 credits were used for The shop: Site "a" 12');
    expect(fact && availableAfter(fact)).toBe(64n);
    expect(fact && actorOf(fact)).toBe('key:key_5');
  });

  it('names all that it belongs to, each once', () => {
    const [fact] = readFacts(page);

    expect(fact && causesOf(fact)).toEqual([
      { kind: 'idempotencyKey', id: 'order 7' },
      { kind: 'consumptionId', id: 'con_1' },
      { kind: 'lotId', id: 'lot_1' },
      { kind: 'lotId', id: 'lot_2' },
    ]);
  });

  it('belongs to the purchase, its payment and its refunds', () => {
    const payload = {
      payment: { purchaseId: 'pur_1', paymentReference: 'pi_1' },
      card: { paymentMethodId: 'pm_1' },
      refundIds: ['ref_1', 'ref_2'],
    };

    expect(causesOf({ payload, metadata: {} }).map(({ id }) => id)).toEqual([
      'pm_1',
      'pur_1',
      'pi_1',
      'ref_1',
      'ref_2',
    ]);
  });

  it('without an actor is the ledger’s own doing', () => {
    expect(actorOf({ metadata: {} })).toBeNull();
  });

  it('of a type that has no words says its name', () => {
    expect(storyOf({ type: 'toString', payload: {} })).toBe('toString');
    expect(storyOf({ type: 'SomethingNew', payload: {} })).toBe('SomethingNew');
  });

  it('has words whatever type the ledger stores', () => {
    const events = ['account', 'purchase'].flatMap((area) =>
      readdirSync(resolve(`../ledger-api/src/main/java/io/creditledger/api/${area}/events`)),
    );
    const types = events
      .filter(
        (file) => file.endsWith('.java') && !/^(AccountEvent|PurchaseEvent|package-info)\.java$/.test(file),
      )
      .map((file) => file.replace('.java', ''));

    expect(types.length).toBeGreaterThan(30);
    expect([...toldTypes].sort()).toEqual(types.sort());
    for (const type of types) {
      expect(storyOf({ type, payload: {} })).not.toMatch(/undefined|NaN/);
    }
  });

  it.each([
    [
      'PurchaseStarted',
      {
        creditPackage: { credits: 10_000n, price: { amount: 1000n, currency: 'usd' } },
        initiator: 'customer',
      },
      'A purchase of 10,000 credits for $10.00 began (by customer)',
    ],
    [
      'CreditsGranted',
      { amount: 5n, source: 'purchase', description: 'Bought', pending: true, settledDebt: 2n },
      '5 credits came in (purchase): Bought; on hold until they take effect; 2 credits of it paid a debt',
    ],
    [
      'PaymentDeclined',
      { failure: { code: 'card_declined', message: 'No funds' } },
      'The payment was declined: No funds',
    ],
  ])('%s is told with what it is about', (type, payload, story) => {
    expect(storyOf({ type, payload })).toBe(story);
  });
});

describe('JSON for people', () => {
  it('has exact numbers, and is nothing where there is nothing', () => {
    expect(jsonOf({ amount: 9007199254740993n, rate: 1.5 })).toBe(
      '{\n  "amount": 9007199254740993,\n  "rate": 1.5\n}',
    );
    expect(jsonOf(null)).toBeNull();
  });
});
