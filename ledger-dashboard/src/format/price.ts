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

/** As it is typed into a field: without the currency's sign and separators of thousands. */
export const typedPrice = ({ amount, currency }: Price): string => decimal(amount, decimalsOf(currency));

const TYPED_PRICE = /^(\d{1,13}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d+))?$/;

/** What a text field holds as money, or null: no smaller part than the currency has. Its sign and separators are passed over. */
export function parsePrice(text: string, currency: string): bigint | null {
  const [, whole, fraction = ''] = TYPED_PRICE.exec(text.replaceAll(/[\s\u00a0\u202f]|\p{Sc}/gu, '')) ?? [];
  const decimals = decimalsOf(currency);
  return whole === undefined || fraction.length > decimals
    ? null
    : BigInt(whole.replaceAll(',', '') + fraction.padEnd(decimals, '0'));
}

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
