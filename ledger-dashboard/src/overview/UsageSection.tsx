import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useLedger } from '../api/ledger';
import { usageQuery } from '../api/queries';
import type { Bucket, UsageSeries } from '../api/types';
import { useNow } from '../app/clock';
import { credits } from '../format/credits';
import { date, dateAndTime, hourOfDay, monthAndDay, timeZone, universalDay } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Empty, ErrorPanel, Section } from '../ui/Panel';
import { Segments } from '../ui/Segments';
import { classes } from '../ui/classes';
import { periodOf, type PeriodName } from './periods';

const UsageChart = lazy(() => import('./UsageChart').then((module) => ({ default: module.UsageChart })));

const periods: readonly PeriodName[] = ['day', 'week', 'month'];

export const shortName = (start: string, granularity: UsageSeries['granularity']): string =>
  granularity === 'hour' ? hourOfDay(start) : monthAndDay(universalDay(start));

export const fullName = (start: string, granularity: UsageSeries['granularity']): string =>
  granularity === 'hour' ? dateAndTime(start) : date(universalDay(start));

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
      <Segments
        label={say.chart.period}
        value={period}
        options={periods.map((each) => ({ value: each, label: say.chart.periods[each] }))}
        onChange={setPeriod}
      />
      <Button
        kind="quiet"
        small
        onClick={() => {
          setAsTable(!asTable);
        }}
      >
        {asTable ? say.chart.asChart : say.chart.asTable}
      </Button>
      <Link to="/usage" className="text-sm font-medium text-accent-ink hover:underline">
        {say.usage.byWebsite}
      </Link>
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
        {series.granularity === 'hour' ? say.chart.zone(timeZone()) : say.usage.daysZone('UTC')}
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
