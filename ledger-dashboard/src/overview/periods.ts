import type { UsagePeriod } from '../api/queries';
import type { UsageSeries } from '../api/types';

export type PeriodName = 'day' | 'week' | 'month';

const HOUR_MILLIS = 3_600_000;

const shapes: Readonly<Record<PeriodName, { days: number; granularity: UsageSeries['granularity'] }>> = {
  day: { days: 1, granularity: 'hour' },
  week: { days: 7, granularity: 'day' },
  month: { days: 30, granularity: 'day' },
};

/** Half-open, in whole hours or whole days of UTC as the ledger counts them, the one that has begun included. */
export function periodOf(name: PeriodName, now: number): UsagePeriod {
  const { days, granularity } = shapes[name];
  const step = granularity === 'hour' ? HOUR_MILLIS : 24 * HOUR_MILLIS;
  const to = (Math.floor(now / step) + 1) * step;
  return {
    from: new Date(to - days * 24 * HOUR_MILLIS).toISOString(),
    to: new Date(to).toISOString(),
    granularity,
  };
}
