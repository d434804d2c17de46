import type { CreditPackage, Price } from '../api/types';
import { credits, parseCredits } from '../format/credits';
import { parsePrice, price, typedPrice } from '../format/price';
import { say } from '../messages/english';

/** What the form holds, as it was typed. */
export interface Draft {
  readonly threshold: string;
  readonly packageId: string;
  readonly limit: string;
}

/** When to buy, what, and at most for how much a month. */
export interface Terms {
  readonly threshold: bigint;
  readonly packageId: string;
  readonly monthlyLimit: Price;
}

export type Checked =
  | { readonly right: true; readonly terms: Terms }
  | { readonly right: false; readonly threshold: string | null; readonly limit: string | null };

const MOST = 1_000_000_000_000n;
const SUGGESTED_SHARE = 10n;
const SUGGESTED_PURCHASES = 4n;

/** Something sensible to begin with: a tenth of the package, and four purchases a month. */
export const suggestedFor = (pack: CreditPackage): Draft => ({
  threshold: credits(pack.credits / SUGGESTED_SHARE || 1n),
  packageId: pack.packageId,
  limit: typedPrice({ ...pack.price, amount: pack.price.amount * SUGGESTED_PURCHASES }),
});

export const draftOf = ({ threshold, packageId, monthlyLimit }: Terms): Draft => ({
  threshold: credits(threshold),
  packageId,
  limit: typedPrice(monthlyLimit),
});

function thresholdFault(threshold: bigint | null, pack: CreditPackage): string | null {
  if (threshold === null || threshold < 1n || threshold > MOST) {
    return say.topUp.faults.threshold;
  }
  // One purchase would not reach it: the next would follow at once, and so on to the limit.
  return threshold >= pack.credits ? say.topUp.faults.thresholdReachesPackage(pack.credits) : null;
}

function limitFault(limit: bigint | null, pack: CreditPackage): string | null {
  if (limit === null || limit > MOST) {
    return say.topUp.faults.limit(price({ ...pack.price, amount: pack.price.amount * SUGGESTED_PURCHASES }));
  }
  return limit < pack.price.amount ? say.topUp.faults.limitBelowPrice(pack.price) : null;
}

/** The terms that a form holds, or what is wrong with each of its fields. */
export function check(draft: Draft, pack: CreditPackage): Checked {
  const threshold = parseCredits(draft.threshold);
  const limit = parsePrice(draft.limit, pack.price.currency);
  const faults = { threshold: thresholdFault(threshold, pack), limit: limitFault(limit, pack) };
  return threshold === null || limit === null || faults.threshold !== null || faults.limit !== null
    ? { right: false, ...faults }
    : {
        right: true,
        terms: {
          threshold,
          packageId: pack.packageId,
          monthlyLimit: { amount: limit, currency: pack.price.currency },
        },
      };
}
