import type { UsagePeriod } from '../api/queries';
import type { Bucket, UsageSeries } from '../api/types';
import { dayOf, timeZone } from '../format/time';

export type RangeName = 'day' | 'week' | 'month' | 'custom';

/** Which days are shown, as the address has it. */
export interface UsageSearch {
  readonly range?: RangeName;
  /** Days as in 2026-11-24, both included; only with a range of one's own. */
  readonly from?: string;
  readonly to?: string;
  readonly view?: 'table';
}

/** What the ledger is asked for, and how its answer is shown. */
export interface UsagePlan {
  /** Half-open. */
  readonly period: UsagePeriod;
  /** How long a shown step is. */
  readonly step: UsageSeries['granularity'];
  /** The beginnings of the reader's own days, which hours are summed to; null when what comes is shown as it comes. */
  readonly days: readonly string[] | null;
  /** The zone by whose clock the steps begin. */
  readonly zone: string;
}

const HOUR_MILLIS = 3_600_000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const MOST_HOURS_SHOWN = 48;
/** The ledger answers with less than a thousand steps. */
const MOST_HOURS_ASKED = 990;
const MOST_DAYS_SHOWN = 180;
const MOST_DAYS = 3_660;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));

/** An address may say anything: what is no range is the default one. */
export function readUsageSearch(raw: Record<string, unknown>): UsageSearch {
  const view = raw.view === 'table' ? { view: 'table' as const } : {};
  const { from, to } = raw;
  if (raw.range === 'custom') {
    return isDay(from) && isDay(to) && from <= to && dayNumber(to) - dayNumber(from) < MOST_DAYS
      ? { range: 'custom', from, to, ...view }
      : view;
  }
  return raw.range === 'day' || raw.range === 'week' || raw.range === 'month'
    ? { range: raw.range, ...view }
    : view;
}

const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MILLIS);

/** When a day begins where the reader is; a day later than the last is its end. Days of 23 and 25 hours are as long as they are. */
function beginningOf(day: string, daysLater = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).getTime();
}

const iso = (moment: number): string => new Date(moment).toISOString();

const daysOfRange: Readonly<Record<'week' | 'month', number>> = { week: 7, month: 30 };

function hoursPlan(from: number, to: number): UsagePlan {
  return {
    period: { from: iso(from), to: iso(to), granularity: 'hour', byWebsite: true },
    step: 'hour',
    days: null,
    zone: timeZone(),
  };
}

/** The last 24 hours, the one that has begun included. */
function lastDay(now: number): UsagePlan {
  const to = (Math.floor(now / HOUR_MILLIS) + 1) * HOUR_MILLIS;
  return hoursPlan(to - DAY_MILLIS, to);
}

/** Days or months of UTC, which is what the ledger counts by itself. */
function universalPlan(first: string, last: string, step: 'day' | 'month'): UsagePlan {
  return {
    period: {
      from: iso(Date.parse(first)),
      to: iso(Date.parse(last) + DAY_MILLIS),
      granularity: step,
      byWebsite: true,
    },
    step,
    days: null,
    zone: 'UTC',
  };
}

/**
 * Both days included. The reader's own days are sums of the ledger's hours. Where a day begins within an hour, or where there would be
 * too many hours to ask for, the days are UTC's, and the page says so.
 */
function daysPlan(first: string, last: string): UsagePlan {
  const count = dayNumber(last) - dayNumber(first) + 1;
  if (count > MOST_DAYS_SHOWN) {
    return universalPlan(first, last, 'month');
  }
  const from = beginningOf(first);
  const to = beginningOf(last, 1);
  const starts = Array.from({ length: count }, (_, later) => beginningOf(first, later));
  const isWhole = [...starts, to].every((start) => start % HOUR_MILLIS === 0);
  const hours = (to - from) / HOUR_MILLIS;
  if (hours <= MOST_HOURS_SHOWN) {
    return isWhole ? hoursPlan(from, to) : universalPlan(first, last, 'day');
  }
  if (!isWhole || hours > MOST_HOURS_ASKED) {
    return universalPlan(first, last, 'day');
  }
  return { ...hoursPlan(from, to), step: 'day', days: starts.map(iso) };
}

export function planOf({ range = 'week', from, to }: UsageSearch, now: number): UsagePlan {
  if (range === 'day') {
    return lastDay(now);
  }
  if (range === 'custom' && from !== undefined && to !== undefined) {
    return daysPlan(from, to);
  }
  const last = dayOf(now);
  const [year = 0, month = 1, date = 1] = last.split('-').map(Number);
  const days = daysOfRange[range === 'month' ? 'month' : 'week'];
  const plan = daysPlan(dayOf(new Date(year, month - 1, date - days + 1).getTime()), last);
  return plan.step === 'day' && plan.days === null ? lastUniversalDays(days, now) : plan;
}

/** For some hours it is another day there: what is used in them has to be seen, too. */
function lastUniversalDays(count: number, now: number): UsagePlan {
  const today = iso(now).slice(0, DAY_LENGTH);
  const first = iso(Date.parse(today) - (count - 1) * DAY_MILLIS).slice(0, DAY_LENGTH);
  return universalPlan(first, today, 'day');
}

type WebsiteUse = NonNullable<Bucket['websites']>[number];

function addUse(one: WebsiteUse, other: WebsiteUse): WebsiteUse {
  return {
    ...one,
    used: one.used + other.used,
    consumed: one.consumed + other.consumed,
    reversed: one.reversed + other.reversed,
    consumptions: one.consumptions + other.consumptions,
  };
}

function websitesOf(buckets: readonly Bucket[]): WebsiteUse[] {
  const sums = new Map<string | null, WebsiteUse>();
  for (const use of buckets.flatMap((bucket) => bucket.websites ?? [])) {
    const id = use.websiteId ?? null;
    const sum = sums.get(id);
    sums.set(id, sum === undefined ? use : addUse(sum, use));
  }
  return [...sums.values()];
}

const sumOf = (buckets: readonly Bucket[], part: (bucket: Bucket) => bigint): bigint =>
  buckets.reduce((sum, bucket) => sum + part(bucket), 0n);

/** Hours summed to days, each from its beginning up to and without the next one's. */
export function foldIntoDays(hours: readonly Bucket[], days: readonly string[]): Bucket[] {
  const begins = days.map((day) => Date.parse(day));
  return days.map((start, at) => {
    const mine = hours.filter((hour) => {
      const moment = Date.parse(hour.start);
      return moment >= (begins[at] ?? 0) && moment < (begins[at + 1] ?? Number.POSITIVE_INFINITY);
    });
    return {
      start,
      used: sumOf(mine, (hour) => hour.used),
      consumed: sumOf(mine, (hour) => hour.consumed),
      reversed: sumOf(mine, (hour) => hour.reversed),
      consumptions: sumOf(mine, (hour) => hour.consumptions),
      websites: websitesOf(mine),
    };
  });
}
