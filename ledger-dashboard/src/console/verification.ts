import { share } from '../format/credits';
import { isAccountPrefix } from './search';
import type { Verification, VerificationRequest } from './queries';
import { words } from './words';

export type Scope = 'all' | 'one' | 'range';

/** What was typed into the form. */
export interface Wanted {
  readonly scope: Scope;
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly pace: string;
}

const PACE = /^[1-9]\d{0,6}$/;
const FASTEST = 1_000_000n;

function accountsOf({ scope, account, from, to }: Wanted): VerificationRequest | null {
  const ids = scope === 'all' ? [] : scope === 'one' ? [account] : [from, to].filter((id) => id !== '');
  if ((scope !== 'all' && ids.length === 0) || !ids.every(isAccountPrefix)) {
    return null;
  }
  if (scope === 'one') {
    return { accountId: account };
  }
  return scope === 'all'
    ? {}
    : {
        ...(from === '' ? {} : { fromAccountId: from }),
        ...(to === '' ? {} : { toAccountId: to }),
      };
}

/** The request that the form makes; null while something in it is no account id, or no pace from 1 to 1,000,000. */
export function requestOf(typed: Wanted): VerificationRequest | null {
  const accounts = accountsOf(typed);
  if (accounts === null || typed.pace === '') {
    return accounts;
  }
  return PACE.test(typed.pace) && BigInt(typed.pace) <= FASTEST
    ? { ...accounts, maxEventsPerSecond: BigInt(typed.pace) }
    : null;
}

/** Which accounts a verification is of, in words. */
export function scopeOf({ fromAccountId, toAccountId }: Verification): string {
  if (fromAccountId === undefined && toAccountId === undefined) {
    return words.verifications.all;
  }
  return fromAccountId === toAccountId && fromAccountId !== undefined
    ? words.verifications.only(fromAccountId)
    : words.verifications.range(fromAccountId, toAccountId);
}

/** How far it is, its pace and the time that is left, in words. */
export function progressOf(run: Verification): string {
  const { progressPercent = 0, accounts = 0n, events = 0n, eventsPerSecond = 0n, secondsLeft, state } = run;
  return [
    words.verifications.done(share(progressPercent), accounts, events),
    ...(eventsPerSecond > 0n ? [words.verifications.rate(eventsPerSecond)] : []),
    ...(state === 'running' && secondsLeft !== undefined ? [words.verifications.left(secondsLeft)] : []),
  ].join(', ');
}
