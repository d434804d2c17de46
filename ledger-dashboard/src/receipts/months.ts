/** A month of UTC, in which the ledger counts: half-open, and open to the end while it goes on. */
export interface Month {
  /** As in 2026-11. */
  readonly name: string;
  readonly from: string;
  /** Null for the month that has not ended. */
  readonly to: string | null;
}

const NAME_LENGTH = 'YYYY-MM'.length;

/** Older statements are for the accounts department, which asks the ledger itself. */
const MOST_MONTHS = 36;

const beginning = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString();

/** From the month that goes on back to that in which the account was opened. */
export function monthsSince(openedAt: string, now: number): Month[] {
  const today = new Date(now);
  const months: Month[] = [];
  for (let back = 0; back < MOST_MONTHS; back += 1) {
    const from = beginning(today.getUTCFullYear(), today.getUTCMonth() - back);
    const to = beginning(today.getUTCFullYear(), today.getUTCMonth() - back + 1);
    if (back > 0 && Date.parse(to) <= Date.parse(openedAt)) {
      break;
    }
    months.push({ name: from.slice(0, NAME_LENGTH), from, to: back === 0 ? null : to });
  }
  return months;
}
