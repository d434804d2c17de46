import { describe, expect, it } from 'vitest';
import { pageAfter, pageBefore, pageUpTo } from './queries';
import { readAccountSearch, readConsoleSearch, readMomentsSearch } from './search';

describe('pages of facts', () => {
  it('end at the revision that is wanted and begin at the first at least', () => {
    expect(pageUpTo(250n, 0n)).toEqual({ from: 151n, to: 250n });
    expect(pageUpTo(40n, 0n)).toEqual({ from: 0n, to: 40n });
  });

  it('follow each other without a gap or a fact twice, down to the first', () => {
    const second = pageBefore({ from: 101n, to: 200n }, 0n);
    expect(second).toEqual({ from: 1n, to: 100n });
    expect(second && pageBefore(second, 0n)).toEqual({ from: 0n, to: 0n });
    expect(pageBefore({ from: 0n, to: 0n }, 0n)).toBeNull();
    expect(pageBefore({ from: 5n, to: 9n }, 5n)).toBeNull();
  });

  it('go on towards newer facts up to the last that there is', () => {
    expect(pageAfter({ from: 1n, to: 100n }, 130n)).toEqual({ from: 101n, to: 130n });
    expect(pageAfter({ from: 1n, to: 100n }, 900n)).toEqual({ from: 101n, to: 200n });
    expect(pageAfter({ from: 1n, to: 100n }, 100n)).toBeNull();
  });
});

describe('what an address says', () => {
  it('is kept when it is what it should be', () => {
    expect(readConsoleSearch({ prefix: 'acme-' })).toEqual({ prefix: 'acme-' });
    expect(readAccountSearch({ revision: 12, about: 'pur_1' })).toEqual({ revision: 12, about: 'pur_1' });
    expect(readMomentsSearch({ a: 0, b: '7' })).toEqual({ a: 0, b: 7 });
  });

  it('is passed over otherwise', () => {
    expect(readConsoleSearch({ prefix: 'a b' })).toEqual({});
    expect(readAccountSearch({ revision: '-1', about: '' })).toEqual({});
    expect(readMomentsSearch({ a: '1.5', b: {} })).toEqual({});
  });
});
