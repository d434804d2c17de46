import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventReader, type StreamEvent } from './events';

const written = ({ name, revision, data }: StreamEvent): string =>
  `id: ${revision}\nevent: ${name}\ndata: ${data}\n\n`;

const anyEvent = fc.record({
  name: fc.constantFrom('balance', 'transaction', 'purchase', 'payment-method'),
  revision: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
  data: fc.json(),
});

/** Cuts a text into pieces, at any places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].sort(
    (one, other) => one - other,
  );
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

describe('the stream of events', () => {
  test('is read whole and in order, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), fc.array(fc.nat()), (events, places) => {
        const text = `retry: 2000\n\n${events.map(written).join(': heartbeat\n\n')}`;
        const reader = new EventReader();
        expect(cut(text, places).flatMap((piece) => reader.read(piece))).toEqual(events);
      }),
    );
  });

  test('tells an event only when it is complete', () => {
    const reader = new EventReader();
    expect(reader.read('id: 7\nevent: balance\ndata: {}\n')).toEqual([]);
    expect(reader.read('\n')).toEqual([{ name: 'balance', revision: 7n, data: '{}' }]);
  });

  test('may end its lines as Windows does', () => {
    expect(new EventReader().read('id: 1\r\nevent: balance\r\ndata: {}\r\n\r\n')).toHaveLength(1);
  });

  test('passes over what has no revision', () => {
    expect(new EventReader().read('event: balance\ndata: {}\n\n')).toEqual([]);
  });
});
