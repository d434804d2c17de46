import type { MomentsSearch } from './search';
import { isRevision } from './search';

export type By = 'time' | 'revision';

/** How somebody says which moment they mean. */
export interface Said {
  readonly by: By;
  /** A date with a time as a field gives it, by the reader's clock. */
  readonly time: string;
  readonly revision: string;
}

export type Moment = { readonly at: string } | { readonly revision: bigint };

/** The moment that is meant; null while nothing is, or something else than a moment. */
export function momentOf({ by, time, revision }: Said): Moment | null {
  if (by === 'revision') {
    return isRevision(revision) ? { revision: BigInt(revision) } : null;
  }
  const date = new Date(time);
  return time === '' || Number.isNaN(date.getTime()) ? null : { at: date.toISOString() };
}

/** Both revisions as the address has them, the earlier first. */
export function inOrder(one: bigint, other: bigint): Required<MomentsSearch> {
  const [a, b] = one <= other ? [one, other] : [other, one];
  return { a: Number(a), b: Number(b) };
}

/** The period of a statement about what moved after one moment and until another: from the first millisecond after each. */
export function periodOf(after: string, until: string): { readonly from: string; readonly to: string } {
  const next = (moment: string): string => new Date(new Date(moment).getTime() + 1).toISOString();
  return { from: next(after), to: next(until) };
}

export const statementName = (accountId: string, from: string, to: string, kind: 'csv' | 'pdf'): string =>
  `${[accountId.replace(/[^A-Za-z0-9._-]/g, '-'), 'statement', from.slice(0, 10), to.slice(0, 10)].join('-')}.${kind}`;
