import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useLedger } from '../api/ledger';
import { usageQuery } from '../api/queries';
import type { UsageSeries } from '../api/types';
import { credits, share } from '../format/credits';
import { dayOf } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { DayField } from '../ui/DayField';
import { Empty, ErrorPanel, Section } from '../ui/Panel';
import { Segments } from '../ui/Segments';
import { classes } from '../ui/classes';
import { rankColour, rankName, stepName } from './names';
import { foldIntoDays, type RangeName, type UsagePlan, type UsageSearch } from './range';
import { rankingOf, type Rank, type Ranking } from './ranking';

const StackedChart = lazy(() =>
  import('./StackedChart').then((module) => ({ default: module.StackedChart })),
);

const ranges: readonly RangeName[] = ['day', 'week', 'month', 'custom'];

interface UsageOverTimeProps {
  readonly search: UsageSearch;
  readonly plan: UsagePlan;
  readonly onChange: (search: UsageSearch) => void;
}

export function UsageOverTime({ search, plan, onChange }: UsageOverTimeProps) {
  const usage = useQuery(usageQuery(useLedger(), plan.period));
  const { view, ...range } = search;
  return (
    <Section
      title={say.usage.overTime}
      action={
        <Button
          kind="quiet"
          small
          onClick={() => {
            onChange(view === 'table' ? range : { ...range, view: 'table' });
          }}
        >
          {view === 'table' ? say.chart.asChart : say.chart.asTable}
        </Button>
      }
    >
      <RangeControls search={search} plan={plan} onChange={onChange} />
      <div className={classes('min-h-96', usage.isPlaceholderData && 'opacity-60')}>
        {usage.isError && !usage.data && (
          <ErrorPanel error={usage.error} onRetry={() => void usage.refetch()} />
        )}
        {usage.data && answers(usage.data, plan) && (
          <Series series={usage.data} plan={plan} asTable={view === 'table'} />
        )}
      </div>
    </Section>
  );
}

/** Not the answer to what was asked for before, which is kept until this one comes. */
const answers = (series: UsageSeries, { period }: UsagePlan): boolean =>
  series.granularity === period.granularity && Date.parse(series.from) === Date.parse(period.from);

function RangeControls({ search, plan, onChange }: UsageOverTimeProps) {
  const range = search.range ?? 'week';
  const view = search.view === undefined ? {} : { view: search.view };
  const choose = (chosen: RangeName): void => {
    onChange(
      chosen === 'custom'
        ? {
            range: chosen,
            from: dayOf(Date.parse(plan.period.from)),
            // The end is the first moment that is not shown.
            to: dayOf(Date.parse(plan.period.to) - 1),
            ...view,
          }
        : { range: chosen, ...view },
    );
  };
  const { from, to } = search;
  return (
    <div className="flex flex-wrap items-end gap-4 px-5 pb-4 sm:px-6">
      <Segments
        label={say.chart.period}
        value={range}
        options={ranges.map((each) => ({ value: each, label: say.usage.ranges[each] }))}
        onChange={choose}
      />
      {range === 'custom' && from !== undefined && to !== undefined && (
        <>
          <DayField
            name={say.transactions.from}
            value={from}
            onChange={(day) => {
              if (day !== '') {
                onChange({ range, from: day, to: day > to ? day : to, ...view });
              }
            }}
          />
          <DayField
            name={say.transactions.to}
            value={to}
            onChange={(day) => {
              if (day !== '') {
                onChange({ range, from: day < from ? day : from, to: day, ...view });
              }
            }}
          />
        </>
      )}
    </div>
  );
}

function Series({
  series,
  plan,
  asTable,
}: {
  readonly series: UsageSeries;
  readonly plan: UsagePlan;
  readonly asTable: boolean;
}) {
  const ranking = useMemo(
    () => rankingOf(plan.days === null ? series.buckets : foldIntoDays(series.buckets, plan.days)),
    [series, plan],
  );
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const used = ranking.rows.reduce((sum, row) => sum + row.total, 0n);
  if (series.buckets.every((bucket) => bucket.consumptions === 0n)) {
    return <Empty icon="bolt" title={say.usage.emptyRange} hint={say.usage.emptyRangeHint} />;
  }
  const summary = summaryOf(used, ranking, plan);
  const shown = ranking.ranks
    .map((rank, place) => ({ rank, place }))
    .filter(({ rank }) => !hidden.has(keyOf(rank)));
  return (
    <>
      <p role="status" className="px-5 pb-3 text-sm text-muted sm:px-6">
        {summary}
      </p>
      {asTable ? (
        <SeriesTable ranking={ranking} plan={plan} />
      ) : (
        <>
          <Suspense fallback={<div className="h-64" />}>
            <StackedChart rows={ranking.rows} shown={shown} plan={plan} label={summary} />
          </Suspense>
          <Legend
            ranks={ranking.ranks}
            hidden={hidden}
            onToggle={(key) => {
              const next = new Set(hidden);
              if (!next.delete(key)) {
                next.add(key);
              }
              setHidden(next);
            }}
          />
        </>
      )}
      <p className="px-5 pt-2 pb-4 text-xs text-muted sm:px-6">
        {plan.step === 'hour' ? say.chart.zone(plan.zone) : say.usage.daysZone(plan.zone)}
      </p>
    </>
  );
}

const keyOf = ({ websiteId }: Rank): string =>
  websiteId === undefined ? 'others' : websiteId === null ? 'none' : `website ${websiteId}`;

/** How much, by whom most, and when most: what one would see in the chart. */
function summaryOf(used: bigint, { ranks, rows }: Ranking, plan: UsagePlan): string {
  const peak = rows.reduce((most, row) => (row.total > most.total ? row : most));
  const first = ranks[0];
  return first === undefined || used <= 0n
    ? say.usage.summaryOfNothing
    : say.usage.summary(
        used,
        rankName(first),
        share(Number((first.used * 1_000n) / used) / 10),
        stepName(peak.start, plan),
      );
}

/** Which colour is whose; pressed while it is drawn. */
function Legend({
  ranks,
  hidden,
  onToggle,
}: {
  readonly ranks: readonly Rank[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}) {
  return (
    <div role="group" aria-label={say.usage.legend} className="flex flex-wrap gap-1.5 px-5 pt-3 sm:px-6">
      {ranks.map((rank, place) => {
        const isShown = !hidden.has(keyOf(rank));
        return (
          <button
            key={keyOf(rank)}
            type="button"
            aria-pressed={isShown}
            onClick={() => {
              onToggle(keyOf(rank));
            }}
            className={classes(
              'inline-flex min-h-7 max-w-full items-center gap-2 rounded-full border border-line px-2.5 text-xs hover:bg-sunken',
              !isShown && 'text-muted line-through',
            )}
          >
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-2.5 shrink-0">
              <rect
                x="0.75"
                y="0.75"
                width="8.5"
                height="8.5"
                rx="2"
                fill={isShown ? rankColour(place) : 'none'}
                stroke={rankColour(place)}
                strokeWidth="1.5"
              />
            </svg>
            <span className="truncate">{rankName(rank)}</span>
          </button>
        );
      })}
    </div>
  );
}

const cell = 'py-2 ps-4 text-end';

function SeriesTable({ ranking, plan }: { readonly ranking: Ranking; readonly plan: UsagePlan }) {
  return (
    <div
      className="relative max-h-80 overflow-auto px-5 sm:px-6"
      tabIndex={0}
      role="region"
      aria-label={say.usage.overTime}
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{say.usage.overTime}</caption>
        <thead className="sticky top-0 bg-surface text-xs text-muted">
          <tr>
            <th scope="col" className="py-2 text-start font-medium">
              {say.chart.time}
            </th>
            {ranking.ranks.map((rank) => (
              <th key={keyOf(rank)} scope="col" className={classes(cell, 'font-medium')}>
                {rankName(rank)}
              </th>
            ))}
            <th scope="col" className={classes(cell, 'font-medium')}>
              {say.usage.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {ranking.rows.map((row) => (
            <tr key={row.start} className="border-t border-line">
              <th scope="row" className="py-2 text-start font-normal whitespace-nowrap">
                {stepName(row.start, plan)}
              </th>
              {ranking.ranks.map((rank, place) => (
                <td key={keyOf(rank)} className={classes('figures', cell)}>
                  {credits(row.used[place] ?? 0n)}
                </td>
              ))}
              <td className={classes('figures font-medium', cell)}>{credits(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
