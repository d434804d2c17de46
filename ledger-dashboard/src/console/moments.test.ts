import { describe, expect, it } from 'vitest';
import { inOrder, momentOf, periodOf, statementName } from './moments';

describe('a moment', () => {
  it('is by the reader’s clock', () => {
    const said = { by: 'time', time: '2026-03-29T12:30:15', revision: '' } as const;
    expect(momentOf(said)).toEqual({ at: new Date(2026, 2, 29, 12, 30, 15).toISOString() });
  });

  it('may be a revision, the first too', () => {
    expect(momentOf({ by: 'revision', time: '', revision: '0' })).toEqual({ revision: 0n });
  });

  it.each([
    { by: 'time', time: '', revision: '3' },
    { by: 'time', time: 'soon', revision: '' },
    { by: 'revision', time: '2026-01-01T00:00', revision: '' },
    { by: 'revision', time: '', revision: '-1' },
  ] as const)('is not said by %o', (said) => {
    expect(momentOf(said)).toBeNull();
  });

  it('comes before a later one, by number and not by letter', () => {
    expect(inOrder(10n, 9n)).toEqual({ a: 9, b: 10 });
    expect(inOrder(3n, 3n)).toEqual({ a: 3, b: 3 });
  });
});

describe('the statement between two moments', () => {
  it('begins after the first and holds the second', () => {
    expect(periodOf('2026-11-24T10:00:00.123456Z', '2026-11-24T11:00:00.999999Z')).toEqual({
      from: '2026-11-24T10:00:00.124Z',
      to: '2026-11-24T11:00:01.000Z',
    });
  });

  it('has a name that any disk takes', () => {
    expect(statementName('acme:1', '2026-01-02T00:00:00Z', '2026-02-03T00:00:00Z', 'pdf')).toBe(
      'acme-1-statement-2026-01-02-2026-02-03.pdf',
    );
  });
});
