import { describe, expect, it } from 'vitest';
import { progressOf, requestOf, scopeOf } from './verification';

const typed = { scope: 'all', account: '', from: '', to: '', pace: '' } as const;

describe('a verification', () => {
  it('is of all accounts, one, or a range that may be open on one side', () => {
    expect(requestOf({ ...typed, account: 'left over' })).toEqual({});
    expect(requestOf({ ...typed, scope: 'one', account: 'acme' })).toEqual({ accountId: 'acme' });
    expect(requestOf({ ...typed, scope: 'range', from: 'a', to: 'b' })).toEqual({
      fromAccountId: 'a',
      toAccountId: 'b',
    });
    expect(requestOf({ ...typed, scope: 'range', to: 'b' })).toEqual({ toAccountId: 'b' });
  });

  it('is not asked for without an account that there can be', () => {
    expect(requestOf({ ...typed, scope: 'one' })).toBeNull();
    expect(requestOf({ ...typed, scope: 'range' })).toBeNull();
    expect(requestOf({ ...typed, scope: 'one', account: 'a b' })).toBeNull();
  });

  it.each([
    ['500', 500n],
    ['1000000', 1_000_000n],
  ])('goes no faster than %s', (pace, most) => {
    expect(requestOf({ ...typed, pace })).toEqual({ maxEventsPerSecond: most });
  });

  it.each(['0', '1000001', '-5', '1.5', 'fast'])('has no pace of %s', (pace) => {
    expect(requestOf({ ...typed, pace })).toBeNull();
  });

  it('says which accounts it is of', () => {
    expect(scopeOf({})).toBe('All accounts');
    expect(scopeOf({ fromAccountId: 'acme', toAccountId: 'acme' })).toBe('Account acme');
    expect(scopeOf({ fromAccountId: 'a' })).toBe('Accounts from a to the last');
  });

  it('says how far it is, and what is left while it runs', () => {
    const run = {
      progressPercent: 42.5,
      accounts: 1n,
      events: 1_200n,
      eventsPerSecond: 300n,
      secondsLeft: 90n,
    };
    expect(progressOf({ ...run, state: 'running' })).toBe(
      '42.5% done: 1 account, 1,200 facts, 300 facts a second, about 1 minute left',
    );
    expect(progressOf({ ...run, state: 'completed' })).not.toContain('left');
  });
});
