import { locale } from '../messages/locale';

const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** Whole and never rounded: one credit is a credit. */
export const credits = (amount: bigint): string => plain.format(amount);

const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });

/** Rounded, for the axis of a chart. */
export const compactCredits = (height: number): string => compact.format(height);

/** With its sign, as something that came in or went out. */
export const movement = (amount: bigint): string => signed.format(amount).replace('-', '\u2212');

export const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount);

/** A share of 100, with one decimal; what is more than nothing never shows as nothing, and what is not all never as all. */
export function share(percent: number): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  if (percent > 0 && percent < 0.1) {
    return `<${format.format(0.001)}`;
  }
  if (percent > 99.9 && percent < 100) {
    return `>${format.format(0.999)}`;
  }
  return format.format(percent / 100);
}

/** What a text field holds as a whole number of credits, or null. Spaces and separators of thousands are passed over. */
export function parseCredits(text: string): bigint | null {
  const digits = text.replace(/[\s.,'\u2019\u00a0\u202f]/g, '');
  return /^\d{1,18}$/.test(digits) ? BigInt(digits) : null;
}
