import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { UsageSeries } from '../api/types';
import { compactCredits, credits } from '../format/credits';
import { fullName, shortName } from './UsageSection';

interface Row {
  readonly start: string;
  /** Only for drawing: beyond 2^53 a bar is a credit too long or short, its label never. */
  readonly height: number;
  readonly used: bigint;
}

function Label({
  active,
  payload,
  granularity,
}: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload: Row }[];
  readonly granularity: UsageSeries['granularity'];
}) {
  const row = payload?.[0]?.payload;
  return active && row ? (
    <div className="rounded-lg bg-ink px-3 py-2 text-xs text-page shadow-popup">
      <p>{fullName(row.start, granularity)}</p>
      <p className="figures text-sm font-semibold">{credits(row.used)}</p>
    </div>
  ) : null;
}

/** Bars from zero. The keyboard's arrows go from bar to bar; the same figures are in the table. */
export function UsageChart({ series, label }: { readonly series: UsageSeries; readonly label: string }) {
  const rows: Row[] = series.buckets.map((bucket) => ({
    start: bucket.start,
    height: Math.max(0, Number(bucket.used)),
    used: bucket.used,
  }));
  return (
    <div className="h-56 px-2 text-xs sm:px-3">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 224 }}>
        <BarChart
          data={rows}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer
          title={label}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="start"
            tickFormatter={(start: string) => shortName(start, series.granularity)}
            tick={{ fill: 'var(--muted)' }}
            tickLine={false}
            axisLine={{ stroke: 'var(--control)' }}
            minTickGap={28}
          />
          <YAxis
            width={52}
            tickFormatter={compactCredits}
            tick={{ fill: 'var(--muted)' }}
            tickLine={false}
            axisLine={false}
            allowDecimals={false}
          />
          <Tooltip
            cursor={{ fill: 'var(--accent-soft)' }}
            content={<Label granularity={series.granularity} />}
          />
          <Bar
            dataKey="height"
            fill="var(--accent)"
            radius={[4, 4, 0, 0]}
            maxBarSize={44}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
