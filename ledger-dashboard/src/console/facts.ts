import { parseLossless, STRINGS_AND_NUMBERS } from '../api/lossless';
import type { Price } from '../api/types';
import { price } from '../format/price';
import { say } from '../messages/english';
import { words } from './words';

/** A stored fact as the console shows it. */
export interface Fact {
  readonly revision: bigint;
  readonly type: string;
  readonly occurredAt: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Its JSON with every number as it is stored, in lines for people. */
  readonly raw: string;
}

const WRITTEN_NUMBER = /"\\u0000([^"]*)"/g;

/** The items of a page of JSON, each in lines for people; no digit of any number changes. */
export function rawItemsOf(text: string): string[] {
  const marked = text.replace(STRINGS_AND_NUMBERS, (token) =>
    token.startsWith('"') ? token : `"\\u0000${token}"`,
  );
  const page = JSON.parse(marked) as { items: unknown[] };
  return page.items.map((item) => JSON.stringify(item, null, 2).replace(WRITTEN_NUMBER, '$1'));
}

/** JSON for people of what was read without losing digits; null where there is nothing. */
export function jsonOf(value: unknown): string | null {
  return value === null || value === undefined
    ? null
    : JSON.stringify(
        value,
        (_key, part: unknown) => (typeof part === 'bigint' ? `\u0000${part}` : part),
        2,
      ).replace(WRITTEN_NUMBER, '$1');
}

export function readFacts(text: string): Fact[] {
  const raw = rawItemsOf(text);
  const { items } = parseLossless(text) as { items: Omit<Fact, 'raw'>[] };
  return items.map((item, index) => ({ ...item, raw: raw[index] ?? '' }));
}

type Payload = Fact['payload'];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (payload: Payload, name: string): string => {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
};

const amountOf = (payload: Payload, name: string): bigint => {
  const value = payload[name];
  return typeof value === 'bigint' ? value : 0n;
};

const creditsOf = (payload: Payload, name: string): string => say.credits(amountOf(payload, name));

const partOf = (payload: Payload, name: string): Payload => {
  const value = payload[name];
  return isObject(value) ? value : {};
};

const moneyOf = (payload: Payload, name: string): string => {
  const money = partOf(payload, name);
  return typeof money.amount === 'bigint' && typeof money.currency === 'string'
    ? price(money as unknown as Price)
    : '';
};

const cardOf = (payload: Payload): string => {
  const card = partOf(payload, 'card');
  return say.cardName({ brand: textOf(card, 'brand'), last4: textOf(card, 'last4') });
};

const packageOf = (payload: Payload): string => {
  const bought = partOf(payload, 'creditPackage');
  return `${creditsOf(bought, 'credits')} for ${moneyOf(bought, 'price')}`;
};

const websiteOf = (payload: Payload): string => {
  const website = partOf(payload, 'website');
  const name = textOf(website, 'name') || textOf(website, 'id');
  return name === '' ? '' : ` for ${name}`;
};

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
const failureOf = (payload: Payload): string => because(textOf(partOf(payload, 'failure'), 'message'));
const settled = (payload: Payload): string =>
  amountOf(payload, 'settledDebt') > 0n ? `; ${creditsOf(payload, 'settledDebt')} of it paid a debt` : '';

const stories: Readonly<Record<string, (payload: Payload) => string>> = {
  AccountOpened: () => 'The account was opened',
  AccountDetailsChanged: () => 'The account’s name or notes changed',
  CreditsGranted: (it) =>
    `${creditsOf(it, 'amount')} came in (${textOf(it, 'source')})${because(textOf(it, 'description'))}${
      it.pending === true ? '; on hold until they take effect' : ''
    }${settled(it)}`,
  LotActivated: (it) => `${creditsOf(it, 'amount')} on hold took effect`,
  LotExpired: (it) => `${creditsOf(it, 'amount')} expired`,
  CreditsConsumed: (it) =>
    `${creditsOf(it, 'amount')} were used${websiteOf(it)}${because(textOf(it, 'description'))}`,
  ConsumptionReversed: (it) =>
    `${creditsOf(it, 'amount')} were given back${websiteOf(it)}${because(textOf(it, 'reason'))}${settled(it)}`,
  CreditsRevoked: (it) => `${creditsOf(it, 'amount')} were taken back${because(textOf(it, 'reason'))}`,
  CustomerRegistered: () => 'The payment provider knows the customer',
  CustomerForgotten: () => 'The payment provider forgot the customer',
  PaymentMethodRegistered: (it) => `${cardOf(it)} was saved`,
  PaymentMethodUpdated: (it) => `${cardOf(it)} was updated`,
  DefaultPaymentMethodSet: () => 'Another saved card became the one to pay with',
  PaymentMethodRemovalRequested: () => 'A saved card is to be removed',
  PaymentMethodRemoved: () => 'A saved card was removed',
  PurchaseStarted: (it) => `A purchase of ${packageOf(it)} began (by ${textOf(it, 'initiator')})`,
  PaymentRequested: () => 'The payment provider was asked for the payment',
  PaymentActionRequired: () => 'The bank wants to see the customer',
  PaymentUnderWay: () => 'The payment is under way',
  PaymentDeclined: (it) => `The payment was declined${failureOf(it)}`,
  PaymentRetried: (it) => `The payment was tried again, attempt ${amountOf(it, 'attempt')}`,
  PurchaseSucceeded: () => 'The purchase was paid',
  PurchaseFailed: (it) => `The purchase failed${failureOf(it)}`,
  CancellationRequested: (it) => `The purchase is to be canceled${because(textOf(it, 'reason'))}`,
  PurchaseCanceled: () => 'The purchase was canceled',
  RefundRequested: (it) =>
    `A refund of ${moneyOf(it, 'amount')} for ${creditsOf(it, 'credits')} was asked for${because(textOf(it, 'reason'))}`,
  RefundFailed: (it) => `The refund failed${failureOf(it)}`,
  PurchaseRefunded: (it) =>
    `${moneyOf(it, 'refunded')} were refunded in all; ${creditsOf(it, 'credits')} were taken back`,
  RefundReversed: (it) => `A refund came back; ${creditsOf(it, 'credits')} were given back${settled(it)}`,
  DisputeOpened: (it) =>
    `${moneyOf(it, 'amount')} are disputed${because(textOf(it, 'reason'))}; ${creditsOf(it, 'frozen')} were frozen`,
  DisputeLost: (it) => `The dispute was lost; ${creditsOf(it, 'credits')} were taken back`,
  DisputeWon: (it) =>
    `The dispute was won; ${creditsOf(it, 'credits')} were given back, ${creditsOf(it, 'thawed')} are no longer frozen${settled(it)}`,
  AutoTopUpConfigured: (it) => {
    const terms = partOf(it, 'terms');
    return `Auto top-up: ${packageOf(terms)} below ${creditsOf(terms, 'threshold')}, at most ${moneyOf(terms, 'monthlyLimit')} a month`;
  },
  AutoTopUpDisabled: () => 'Auto top-up was turned off',
  AutoTopUpPaused: (it) => `Auto top-up was paused${because(textOf(it, 'reason'))}`,
  AutoTopUpPostponed: (it) => `Auto top-up waits after a failure${failureOf(it)}`,
  AutoTopUpResumed: () => 'Auto top-up goes on',
};

/** The types of facts that have words of their own. */
export const toldTypes: readonly string[] = Object.keys(stories);

/** What a fact says, as a sentence; one of a type that is not known here says its name. */
export const storyOf = ({ type, payload }: Pick<Fact, 'type' | 'payload'>): string =>
  Object.hasOwn(stories, type) ? (stories[type]?.(payload) ?? type) : type;

/** How many credits were available after it; null when the fact says nothing of it. */
export function availableAfter({ payload }: Pick<Fact, 'payload'>): bigint | null {
  const balance = partOf(payload, 'balance');
  return typeof balance.total === 'bigint' && typeof balance.used === 'bigint'
    ? balance.total - balance.used - amountOf(balance, 'held') - amountOf(balance, 'frozen')
    : null;
}

type CauseKind = keyof typeof words.timeline.kinds;

/** What a fact belongs to, by the id that other facts name too. */
export interface Cause {
  readonly kind: CauseKind;
  readonly id: string;
}

const kinds = Object.keys(words.timeline.kinds) as CauseKind[];
const lists: Readonly<Record<string, CauseKind>> = { refundIds: 'refundId' };
/** Lots that a movement took from or gave back to. */
const MOVEMENTS = ['draws', 'returns'];

export function causesOf({ payload, metadata }: Pick<Fact, 'payload' | 'metadata'>): Cause[] {
  const found = new Map<string, Cause>();
  const note = (kind: CauseKind, id: unknown): void => {
    if (typeof id === 'string' && id !== '') {
      found.set(`${kind} ${id}`, { kind, id });
    }
  };
  note('idempotencyKey', metadata.idempotencyKey);
  for (const part of [payload, partOf(payload, 'card'), partOf(payload, 'payment')]) {
    kinds.forEach((kind) => {
      note(kind, part[kind]);
    });
  }
  for (const [name, kind] of Object.entries(lists)) {
    const ids = payload[name];
    (Array.isArray(ids) ? ids : []).forEach((id) => {
      note(kind, id);
    });
  }
  for (const name of MOVEMENTS) {
    const moved = payload[name];
    (Array.isArray(moved) ? moved : []).forEach((draw: unknown) => {
      if (isObject(draw)) {
        note('lotId', draw.lotId);
      }
    });
  }
  return [...found.values()];
}

export const names = (fact: Fact, id: string): boolean => causesOf(fact).some((cause) => cause.id === id);

/** Who asked for it; null where the ledger acted by itself. */
export const actorOf = ({ metadata }: Pick<Fact, 'metadata'>): string | null =>
  typeof metadata.actor === 'string' ? metadata.actor : null;
