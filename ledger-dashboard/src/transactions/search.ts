import type { TransactionFilter } from '../api/queries';
import type { TransactionType } from '../api/types';
import { dayOf } from '../format/time';
import { say } from '../messages/english';

/** The filters as the address has them, so that a view can be kept, shared and gone back to. Days are the reader's own. */
export interface TransactionSearch {
  readonly type?: TransactionType;
  readonly website?: string;
  /** Days as in 2026-11-24, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
  /** The transaction whose details are open. */
  readonly open?: string;
}

export const transactionTypes = Object.keys(say.transactions.types) as readonly TransactionType[];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST_CHARACTERS = 200;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));

/** An address may say anything: what is no filter is passed over. */
export function readTransactionSearch(raw: Record<string, unknown>): TransactionSearch {
  const type = transactionTypes.find((each) => each === raw.type);
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number'
      ? String(value).slice(0, MOST_CHARACTERS) || undefined
      : undefined;
  const website = text(raw.website);
  const q = text(raw.q);
  const open = text(raw.open);
  return {
    ...(type === undefined ? {} : { type }),
    ...(website === undefined ? {} : { website }),
    ...(isDay(raw.from) ? { from: raw.from } : {}),
    ...(isDay(raw.to) ? { to: raw.to } : {}),
    ...(q === undefined ? {} : { q }),
    ...(open === undefined ? {} : { open }),
  };
}

/** The beginning of a day where the reader is: days of 23 or 25 hours included. */
function beginningOf(day: string, daysLater: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
}

/** What the ledger is asked for: from the first day's beginning up to the beginning of the day after the last. */
export function filterOf({ type, website, from, to, q }: TransactionSearch): TransactionFilter {
  return {
    ...(type === undefined ? {} : { type }),
    ...(website === undefined ? {} : { websiteId: website }),
    ...(from === undefined ? {} : { from: beginningOf(from, 0) }),
    ...(to === undefined ? {} : { to: beginningOf(to, 1) }),
    ...(q === undefined ? {} : { q }),
  };
}

export type Preset = 'today' | 'week' | 'month' | 'thisMonth';

const firstOf: Readonly<Record<Preset, (year: number, month: number, date: number) => Date>> = {
  today: (year, month, date) => new Date(year, month, date),
  week: (year, month, date) => new Date(year, month, date - 6),
  month: (year, month, date) => new Date(year, month, date - 29),
  thisMonth: (year, month) => new Date(year, month, 1),
};

/** The days of a period that ends today, both included. */
export function daysOf(preset: Preset, now: Date): { readonly from: string; readonly to: string } {
  const first = firstOf[preset](now.getFullYear(), now.getMonth(), now.getDate());
  return { from: dayOf(first.getTime()), to: dayOf(now.getTime()) };
}

export const isFiltered = (search: TransactionSearch): boolean => Object.keys(filterOf(search)).length > 0;
