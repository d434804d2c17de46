import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useLedger } from '../api/ledger';
import { usageQuery } from '../api/queries';
import type { Bucket, UsageSeries } from '../api/types';
import { useNow } from '../app/clock';
import { credits } from '../format/credits';
import { date, dateAndTime, hourOfDay, monthAndDay } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Empty, ErrorPanel, Section } from '../ui/Panel';
import { classes } from '../ui/classes';
import { periodOf, type PeriodName } from './periods';

const UsageChart = lazy(() => import('./UsageChart').then((module) => ({ default: module.UsageChart })));

const periods: readonly PeriodName[] = ['day', 'week', 'month'];

/** Days are the ledger's, which are UTC's: a bucket's day is named so, or it would be called the day before west of Greenwich. */
const utcDay = (start: string): Date => {
  const day = new Date(start);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
};

export const shortName = (start: string, granularity: UsageSeries['granularity']): string =>
  granularity === 'hour' ? hourOfDay(start) : monthAndDay(utcDay(start));

export const fullName = (start: string, granularity: UsageSeries['granularity']): string =>
  granularity === 'hour' ? dateAndTime(start) : date(utcDay(start));

/** When most was used, in words; null if nothing stands out. */
function peakOf(series: UsageSeries): string | null {
  const peak = series.buckets.reduce<Bucket | null>(
    (most, bucket) => (bucket.used > (most?.used ?? 0n) ? bucket : most),
    null,
  );
  return peak === null ? null : fullName(peak.start, series.granularity);
}

export function UsageSection() {
  const [period, setPeriod] = useState<PeriodName>('week');
  const [asTable, setAsTable] = useState(false);
  const usage = useQuery(usageQuery(useLedger(), periodOf(period, useNow(60_000))));
  const action = (
    <div className="flex flex-wrap items-center gap-3">
      <div role="group" aria-label={say.chart.period} className="flex rounded-lg bg-sunken p-0.5 text-sm">
        {periods.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={period === each}
            onClick={() => {
              setPeriod(each);
            }}
            className={classes(
              'min-h-7 rounded-md px-2.5',
              period === each ? 'bg-surface font-medium shadow-card' : 'text-muted hover:text-ink',
            )}
          >
            {say.chart.periods[each]}
          </button>
        ))}
      </div>
      <Button
        kind="quiet"
        small
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        {asTable ? say.chart.asChart : say.chart.asTable}
      </Button>
    </div>
  );
  return (
    <Section title={say.chart.title} action={action}>
      <div className={classes('min-h-72', usage.isPlaceholderData && 'opacity-60')}>
        {usage.isError && !usage.data && (
          <ErrorPanel error={usage.error} onRetry={() => void usage.refetch()} />
        )}
        {usage.data && <UsageView series={usage.data} period={period} asTable={asTable} />}
      </div>
    </Section>
  );
}

function UsageView({
  series,
  period,
  asTable,
}: {
  readonly series: UsageSeries;
  readonly period: PeriodName;
  readonly asTable: boolean;
}) {
  const used = series.buckets.reduce((sum, bucket) => sum + bucket.used, 0n);
  if (series.buckets.every((bucket) => bucket.consumptions === 0n)) {
    return <Empty icon="bolt" title={say.chart.empty} hint={say.chart.emptyHint} />;
  }
  const summary = say.chart.summary(used, say.chart.periods[period], peakOf(series));
  return (
    <>
      <p className="px-5 pb-3 text-sm text-muted sm:px-6">{summary}</p>
      {asTable ? (
        <UsageTable series={series} />
      ) : (
        <Suspense fallback={<div className="h-56" />}>
          <UsageChart series={series} label={summary} />
        </Suspense>
      )}
      <p className="px-5 pt-1 pb-4 text-xs text-muted sm:px-6">
        {say.chart.zone(
          series.granularity === 'hour' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC',
        )}
      </p>
    </>
  );
}

function UsageTable({ series }: { readonly series: UsageSeries }) {
  return (
    <div
      className="max-h-72 overflow-y-auto px-5 sm:px-6"
      tabIndex={0}
      role="region"
      aria-label={say.chart.title}
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{say.chart.title}</caption>
        <thead className="sticky top-0 bg-surface text-start text-xs text-muted">
          <tr>
            <th scope="col" className="py-2 text-start font-medium">
              {say.chart.time}
            </th>
            <th scope="col" className="py-2 text-end font-medium">
              {say.chart.used}
            </th>
          </tr>
        </thead>
        <tbody>
          {series.buckets.map((bucket) => (
            <tr key={bucket.start} className="border-t border-line">
              <th scope="row" className="py-2 text-start font-normal">
                {fullName(bucket.start, series.granularity)}
              </th>
              <td className="figures py-2 text-end">{credits(bucket.used)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
