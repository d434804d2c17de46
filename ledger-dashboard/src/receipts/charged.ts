import type { Price, Purchase, PurchaseStatus } from '../api/types';

/** Those for which money was taken, if some of it went back later. */
const CHARGED: readonly PurchaseStatus[] = ['succeeded', 'partially_refunded', 'refunded', 'disputed'];

export const wasCharged = ({ status }: Pick<Purchase, 'status'>): boolean => CHARGED.includes(status);

/** What the customer paid in the end: the price less what was refunded; nothing if nothing was charged. */
export function paidInTheEnd(purchase: Pick<Purchase, 'status' | 'package' | 'refunded'>): Price {
  const { amount, currency } = purchase.package.price;
  return { amount: wasCharged(purchase) ? amount - purchase.refunded.amount : 0n, currency };
}
