import { keys, type Ledger } from '../api/ledger';
import { parseLossless } from '../api/lossless';
import type { Balance, PaymentMethod, Purchase, Transaction } from '../api/types';
import type { StreamEvent } from './events';

const GATHER_MILLIS = 400;

/** Brings news into what is kept: what they tell at once, and what else they touch by asking again, gathered. */
export class NewsDesk {
  readonly #ledger: Ledger;
  readonly #touched = new Map<string, readonly unknown[]>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  readonly apply = (event: StreamEvent): void => {
    switch (event.name) {
      case 'balance':
        this.#ledger.put(keys.balance, parseLossless(event.data) as Balance);
        break;
      case 'transaction':
        this.#transaction(parseLossless(event.data) as Transaction);
        break;
      case 'purchase':
        this.#purchase(parseLossless(event.data) as Purchase);
        break;
      case 'payment-method':
        this.#card(parseLossless(event.data) as PaymentMethod);
        break;
      default:
        // A later ledger may tell of more: what this page does not know does not concern it.
        return;
    }
    this.#ledger.raiseFloor(event.revision);
  };

  /** Nobody knows what happened meanwhile: all that is shown is asked again. */
  readonly catchUp = (): void => {
    void this.#ledger.cache.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== keys.config[0],
    });
  };

  #transaction(line: Transaction): void {
    this.#touch(keys.transactions, keys.lots);
    if (line.type === 'consumption' || line.type === 'reversal') {
      // What is spent may make a top-up due, and that the month's limit is reached is told by nothing else.
      this.#touch(keys.usage, keys.websites, keys.autoTopUp);
    }
  }

  #purchase(purchase: Purchase): void {
    this.#ledger.put(keys.purchase(purchase.purchaseId), purchase);
    this.#touch(keys.purchases, keys.autoTopUp);
  }

  #card(card: PaymentMethod): void {
    if (card.removed) {
      this.#ledger.cache.setQueryData<PaymentMethod[]>(keys.paymentMethods, (kept) =>
        kept?.filter((each) => each.paymentMethodId !== card.paymentMethodId),
      );
    }
    this.#touch(keys.paymentMethods, keys.autoTopUp);
  }

  #touch(...touched: (readonly unknown[])[]): void {
    touched.forEach((key) => this.#touched.set(String(key[0]), key));
    if (this.#timer !== null) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const all = [...this.#touched.values()];
      this.#touched.clear();
      all.forEach((queryKey) => void this.#ledger.cache.invalidateQueries({ queryKey }));
    }, GATHER_MILLIS);
  }
}
