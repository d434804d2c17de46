import type { Price } from '../api/types';
import { locale } from '../messages/locale';

function formatOf(currency: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: currency.toUpperCase(), ...options });
}

/** Decimals of a currency: two for most, none for some. */
export function decimalsOf(currency: string): number {
  return formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
}

function decimal(amount: bigint, decimals: number): Intl.StringNumericLiteral {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${amount < 0n ? '-' : ''}${whole}${fraction}` as Intl.StringNumericLiteral;
}

/** Exact to the smallest coin, however large. */
export const price = ({ amount, currency }: Price): string =>
  formatOf(currency).format(decimal(amount, decimalsOf(currency)));

/** What a thousand credits cost in this package, for comparing packages. */
export function pricePerThousand({ amount, currency }: Price, credits: bigint): string {
  const thousand = (Number(amount) * 1000) / Number(credits) / 10 ** decimalsOf(currency);
  return formatOf(currency, { minimumFractionDigits: 2, maximumFractionDigits: 3 }).format(thousand);
}

/** By how many percent this is cheaper a credit than another, in whole percent, rounded down. */
export function savingPercent(
  cheaper: { price: Price; credits: bigint },
  dearer: { price: Price; credits: bigint },
): number {
  const paid = cheaper.price.amount * dearer.credits;
  const compared = dearer.price.amount * cheaper.credits;
  return compared > 0n && paid < compared ? Number(((compared - paid) * 100n) / compared) : 0;
}
