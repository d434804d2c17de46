import { describe, expect, test } from 'vitest';
import { readView, usualView } from './view';

describe('how the table of transactions looks', () => {
  test('is remembered', () => {
    const view = { columns: ['date', 'reference'], compact: true, pageSize: '100', utc: true };
    expect(readView(JSON.stringify(view))).toEqual(view);
  });

  test.each([null, 'nonsense', 'null', '[]', '{"pageSize":"7","columns":"all","compact":1}'])(
    'is the usual after %s',
    (text) => {
      expect(readView(text)).toEqual(usualView);
    },
  );

  test('keeps the order of the columns, and none that there is not', () => {
    expect(readView('{"columns":["reference","colour","date"]}').columns).toEqual(['date', 'reference']);
  });
});
