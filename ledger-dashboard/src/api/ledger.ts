import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { answerOf, type LedgerClient } from './client';
import type { Session } from './session';
import type { Balance } from './types';

/** What shows which revision of the account it is. */
interface Revised {
  readonly revision: bigint;
}

/** One customer's ledger: who asks it, what is known of it, and how new that is. */
export class Ledger {
  #floor = 0n;

  constructor(
    readonly base: string,
    readonly session: Session,
    readonly client: LedgerClient,
    readonly cache: QueryClient,
  ) {}

  get accountId(): string {
    return this.session.accountId;
  }

  /** The highest revision that has been seen: nothing older may be shown from now on. */
  get floor(): bigint {
    return this.#floor;
  }

  raiseFloor(revision: bigint): void {
    if (revision > this.#floor) {
      this.#floor = revision;
    }
  }

  /** For the query part of a read: the answer waits until it shows all that has been seen. */
  atLeast(): { minRevision?: bigint } {
    return this.#floor === 0n ? {} : { minRevision: this.#floor };
  }

  /** Of what is kept and what has come, the newer: answers may overtake each other. */
  newest<T extends Revised>(key: readonly unknown[], come: T): T {
    this.raiseFloor(come.revision);
    const kept = this.cache.getQueryData<T>(key);
    return kept !== undefined && kept.revision > come.revision ? kept : come;
  }

  put(key: readonly unknown[], come: Revised): void {
    this.cache.setQueryData(key, this.newest(key, come));
  }

  /** A balance that some answer brought along. */
  putBalance(balance: Balance): void {
    this.put(keys.balance, balance);
  }

  readBalance(signal?: AbortSignal): Promise<Balance> {
    return answerOf(
      this.client.GET('/v1/accounts/{accountId}/balance', {
        params: { path: { accountId: this.accountId }, query: this.atLeast() },
        ...(signal ? { signal } : {}),
      }),
    );
  }
}

/** What each kind of knowledge is kept under. */
export const keys = {
  account: ['account'],
  autoTopUp: ['auto-top-up'],
  balance: ['balance'],
  config: ['config'],
  lots: ['lots'],
  paymentMethods: ['payment-methods'],
  purchases: ['purchases'],
  statements: ['statements'],
  transactions: ['transactions'],
  usage: ['usage'],
  websites: ['websites'],
  purchase: (purchaseId: string) => ['purchase', purchaseId],
} as const;

export const LedgerContext = createContext<Ledger | null>(null);

export function useLedger(): Ledger {
  const ledger = use(LedgerContext);
  if (!ledger) {
    throw new Error('outside of the ledger');
  }
  return ledger;
}
