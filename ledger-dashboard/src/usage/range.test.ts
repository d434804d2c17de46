import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Bucket } from '../api/types';
import { dayOf } from '../format/time';
import { foldIntoDays, planOf, readUsageSearch } from './range';

const HOUR = 3_600_000;

const hour = (start: number, used: bigint, websiteId: string | null = 'shop'): Bucket => ({
  start: new Date(start).toISOString(),
  used,
  consumed: used,
  reversed: 0n,
  consumptions: 1n,
  websites: [{ websiteId, name: websiteId, used, consumed: used, reversed: 0n, consumptions: 1n }],
});

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the range in the address', () => {
  test('is read, and what is none is passed over', () => {
    expect(readUsageSearch({ range: 'month', view: 'table', x: 1 })).toEqual({
      range: 'month',
      view: 'table',
    });
    expect(readUsageSearch({ range: 'custom', from: '2026-11-01', to: '2026-11-03' })).toEqual({
      range: 'custom',
      from: '2026-11-01',
      to: '2026-11-03',
    });
  });

  test.each([
    { range: 'year' },
    { range: 'custom', from: '2026-11-03', to: '2026-11-01' },
    { range: 'custom', from: 'yesterday', to: '2026-11-01' },
    { range: 'custom', from: '0001-01-01', to: '2026-11-01' },
  ])('is the default when it says %o', (raw) => {
    expect(readUsageSearch(raw)).toEqual({});
  });
});

describe('what is asked for', () => {
  test('for a day is its last 24 hours, the one that has begun included', () => {
    vi.stubEnv('TZ', 'America/St_Johns');
    const { period, step, days } = planOf({ range: 'day' }, Date.parse('2026-11-24T12:20:00Z'));
    expect(period).toMatchObject({
      from: '2026-11-23T13:00:00.000Z',
      to: '2026-11-24T13:00:00.000Z',
      granularity: 'hour',
    });
    expect([step, days]).toEqual(['hour', null]);
  });

  test.each([
    ['Pacific/Kiritimati', '2026-11-25', '2026-11-18T10:00:00.000Z', '2026-11-25T10:00:00.000Z'],
    ['America/New_York', '2026-11-24', '2026-11-18T05:00:00.000Z', '2026-11-25T05:00:00.000Z'],
    ['UTC', '2026-11-24', '2026-11-18T00:00:00.000Z', '2026-11-25T00:00:00.000Z'],
  ])('for a week in %s is seven days of that place', (zone, today, from, to) => {
    vi.stubEnv('TZ', zone);
    const now = Date.parse('2026-11-24T12:20:00Z');
    const plan = planOf({}, now);
    expect(dayOf(now)).toBe(today);
    expect(plan.period).toMatchObject({
      granularity: 'hour',
      from,
      to,
    });
    expect(plan.days).toHaveLength(7);
    expect(plan.days?.[0]).toBe(plan.period.from);
  });

  test('days of UTC end with the day that it is there, though it is the day before where the reader is', () => {
    vi.stubEnv('TZ', 'America/St_Johns');

    const plan = planOf({}, Date.parse('2026-11-25T00:18:00Z'));

    expect(plan.period.from).toBe('2026-11-19T00:00:00.000Z');
    expect(plan.period.to).toBe('2026-11-26T00:00:00.000Z');
  });

  test('where days begin within an hour is days of UTC, and says so', () => {
    vi.stubEnv('TZ', 'America/St_Johns');
    const plan = planOf({ range: 'custom', from: '2026-11-01', to: '2026-11-07' }, 0);
    expect(plan).toMatchObject({
      period: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-08T00:00:00.000Z', granularity: 'day' },
      step: 'day',
      days: null,
      zone: 'UTC',
    });
  });

  test.each([
    ['2026-11-24', '2026-11-25', 'hour', 'hour'],
    ['2026-11-01', '2026-11-25', 'hour', 'day'],
    ['2026-09-01', '2026-11-25', 'day', 'day'],
    ['2025-01-01', '2026-11-25', 'month', 'month'],
  ])('from %s to %s is counted by the %s and shown by the %s', (from, to, granularity, step) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const plan = planOf({ range: 'custom', from, to }, 0);
    expect([plan.period.granularity, plan.step]).toEqual([granularity, step]);
  });
});

describe('days', () => {
  test.each([
    ['2026-03-29', 23],
    ['2026-03-30', 24],
    ['2026-10-25', 25],
  ])('%s in Berlin has %d hours, and none is lost or counted twice', (day, hours) => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const plan = planOf(
      {
        range: 'custom',
        from: dayOf(new Date(year, month - 1, date - 1).getTime()),
        to: dayOf(new Date(year, month - 1, date + 1).getTime()),
      },
      0,
    );
    const from = Date.parse(plan.period.from);
    const count = (Date.parse(plan.period.to) - from) / HOUR;
    const days = foldIntoDays(
      Array.from({ length: count }, (_, at) => hour(from + at * HOUR, 1n)),
      plan.days ?? [],
    );
    expect(days.map(({ used }) => used)[1]).toBe(BigInt(hours));
    expect(days.reduce((sum, { used }) => sum + used, 0n)).toBe(BigInt(count));
  });

  test('are sums of their hours, by website', () => {
    const start = Date.parse('2026-11-24T00:00:00Z');
    const [first, second] = foldIntoDays(
      [
        hour(start, 5n),
        hour(start + HOUR, 7n),
        hour(start + 23 * HOUR, 1n, 'blog'),
        hour(start + 24 * HOUR, 9n),
      ],
      [start, start + 24 * HOUR].map((day) => new Date(day).toISOString()),
    );
    expect(first).toMatchObject({ used: 13n, consumptions: 3n });
    expect(first?.websites?.map(({ websiteId, used }) => [websiteId, used])).toEqual([
      ['shop', 12n],
      ['blog', 1n],
    ]);
    expect(second?.used).toBe(9n);
  });
});
