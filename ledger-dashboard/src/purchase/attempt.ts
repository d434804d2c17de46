/** What a customer wants to buy, and how to pay for it. */
export interface Order {
  readonly packageId: string;
  /** A saved card; null for one that is typed in. */
  readonly paymentMethodId: string | null;
  readonly savePaymentMethod: boolean;
}

/**
 * One attempt to buy, as this tab remembers it over a reload. Its key is made before anything is sent and never changed, so that
 * however often the request is sent, it is one purchase.
 */
export interface Attempt {
  readonly key: string;
  readonly accountId: string;
  readonly order: Order;
  /** Null until the ledger has answered. */
  readonly purchaseId: string | null;
  readonly startedAt: number;
}

const KEY = 'ledger-purchase';

/** After that, a request that was never answered is not sent again by itself. */
const PATIENCE_MILLIS = 15 * 60_000;

function isAttempt(value: unknown): value is Attempt {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { key, accountId, order, startedAt } = value as Partial<Attempt>;
  return (
    typeof key === 'string' &&
    typeof accountId === 'string' &&
    typeof order === 'object' &&
    typeof order.packageId === 'string' &&
    typeof startedAt === 'number'
  );
}

export function keepAttempt(attempt: Attempt): void {
  sessionStorage.setItem(KEY, JSON.stringify(attempt));
}

export function forgetAttempt(): void {
  sessionStorage.removeItem(KEY);
}

export function beginAttempt(accountId: string, order: Order): Attempt {
  const attempt = { key: crypto.randomUUID(), accountId, order, purchaseId: null, startedAt: Date.now() };
  keepAttempt(attempt);
  return attempt;
}

/** The attempt that this tab was in the middle of, if it is this account's and not long ago. */
export function keptAttempt(accountId: string, now: number): Attempt | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isAttempt(kept) && kept.accountId === accountId && now - kept.startedAt < PATIENCE_MILLIS
      ? kept
      : null;
  } catch {
    return null;
  }
}
