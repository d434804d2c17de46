import type { Balance, CreditPackage, Lot, Price, UsageSeries } from '../api/types';

const DAY_MILLIS = 86_400_000;
const DAYS_OF_WARNING = 30;
const LEAST_DAYS_OF_USE = 2;

export interface Expiring {
  readonly amount: bigint;
  readonly at: string;
}

/** The next credits that would be lost, if they are lost within 30 days. Those that expire at the same moment count together. */
export function expiringNext(lots: readonly Lot[], now: number): Expiring | null {
  const soon = lots
    .flatMap(({ remaining, expiresAt }) =>
      expiresAt === undefined || expiresAt === null ? [] : [{ amount: remaining, at: expiresAt }],
    )
    .filter(({ amount, at }) => {
      const left = Date.parse(at) - now;
      return amount > 0n && left > 0 && left <= DAYS_OF_WARNING * DAY_MILLIS;
    })
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const at = soon[0]?.at;
  return at === undefined
    ? null
    : {
        at,
        amount: soon
          .filter((lot) => Date.parse(lot.at) === Date.parse(at))
          .reduce((sum, lot) => sum + lot.amount, 0n),
      };
}

/** All that was used in the time that a series covers. */
export const usedIn = (usage: UsageSeries): bigint =>
  usage.buckets.reduce((sum, bucket) => sum + bucket.used, 0n);

/**
 * What credits would cost today in the cheapest package, rounded down: never more than they are worth. Null where there is nothing to
 * compare, or packages are sold for more than one kind of money.
 */
export function worthOf(amount: bigint, packages: readonly CreditPackage[]): Price | null {
  const [first, ...others] = packages;
  if (
    first === undefined ||
    amount <= 0n ||
    others.some(({ price }) => price.currency !== first.price.currency)
  ) {
    return null;
  }
  const cheapest = others.reduce(
    (best, each) => (each.price.amount * best.credits < best.price.amount * each.credits ? each : best),
    first,
  );
  return {
    amount: (amount * cheapest.price.amount) / cheapest.credits,
    currency: cheapest.price.currency,
  };
}

/**
 * For how many days the available credits last if they are used as in the days that the series covers. Null while there are less
 * than two days of use, for one day says nothing.
 */
export function daysLeft(balance: Balance, usage: UsageSeries): number | null {
  const used = usedIn(usage);
  const first = usage.buckets.findIndex((bucket) => bucket.used > 0n);
  const days = first < 0 ? 0 : usage.buckets.length - first;
  if (used <= 0n || days < LEAST_DAYS_OF_USE || balance.available <= 0n) {
    return null;
  }
  return Number((balance.available * BigInt(days)) / used);
}

const LOW_SHARE = 10n;

/** Less than a tenth of all that there ever was. */
export const isLow = ({ available, total }: Balance): boolean => total > 0n && available * LOW_SHARE < total;
