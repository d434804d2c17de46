/** What the console's addresses keep. An address may say anything: what is nothing of this is passed over. */
export interface ConsoleSearch {
  /** What the ids of the accounts that are looked for begin with. */
  readonly prefix?: string;
}

export interface AccountSearch {
  /** The revision that the timeline begins at; the newest without it. */
  readonly revision?: number;
  /** An id: only facts that name it are shown. */
  readonly about?: string;
}

export interface MomentsSearch {
  /** The two revisions that are compared. */
  readonly a?: number;
  readonly b?: number;
}

const ACCOUNT_PREFIX = /^[A-Za-z0-9._:-]{1,64}$/;
const REVISION = /^\d{1,15}$/;
const MOST_CHARACTERS = 255;

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const isRevision = (value: string): boolean => REVISION.test(value);
export const isAccountPrefix = (value: string): boolean => ACCOUNT_PREFIX.test(value);

export function readConsoleSearch({ prefix }: Record<string, unknown>): ConsoleSearch {
  return isAccountPrefix(text(prefix)) ? { prefix: text(prefix) } : {};
}

export function readAccountSearch({ revision, about }: Record<string, unknown>): AccountSearch {
  const named = text(about).slice(0, MOST_CHARACTERS);
  return {
    ...(isRevision(text(revision)) ? { revision: Number(text(revision)) } : {}),
    ...(named === '' ? {} : { about: named }),
  };
}

export function readMomentsSearch({ a, b }: Record<string, unknown>): MomentsSearch {
  return {
    ...(isRevision(text(a)) ? { a: Number(text(a)) } : {}),
    ...(isRevision(text(b)) ? { b: Number(text(b)) } : {}),
  };
}
