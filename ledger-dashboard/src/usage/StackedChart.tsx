import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { compactCredits, credits } from '../format/credits';
import { rankColour, rankName, shortStepName, stepName } from './names';
import type { UsagePlan } from './range';
import type { Rank, Ranking } from './ranking';

type Row = Ranking['rows'][number];

/** A rank with its place, which gives it its colour. */
export interface Shown {
  readonly place: number;
  readonly rank: Rank;
}

interface StackedChartProps {
  readonly rows: readonly Row[];
  readonly shown: readonly Shown[];
  readonly plan: UsagePlan;
  readonly label: string;
}

function Label({
  active,
  payload,
  shown,
  plan,
}: {
  readonly active?: boolean;
  readonly payload?: readonly { readonly payload: Row }[];
  readonly shown: readonly Shown[];
  readonly plan: UsagePlan;
}) {
  const row = payload?.[0]?.payload;
  return active && row ? (
    <div className="max-w-64 rounded-lg bg-ink px-3 py-2 text-xs text-page shadow-popup">
      <p className="mb-1 font-semibold">{stepName(row.start, plan)}</p>
      <ul>
        {shown
          .filter(({ place }) => row.used[place] !== 0n)
          .map(({ place, rank }) => (
            <li key={place} className="flex justify-between gap-4">
              <span className="truncate">{rankName(rank)}</span>
              <span className="figures">{credits(row.used[place] ?? 0n)}</span>
            </li>
          ))}
      </ul>
      <p className="figures mt-1 text-end font-semibold">{credits(row.total)}</p>
    </div>
  ) : null;
}

/** Bars from zero, the most used website at the bottom. The keyboard's arrows go from bar to bar; the same figures are in the table. */
export function StackedChart({ rows, shown, plan, label }: StackedChartProps) {
  return (
    <div className="h-64 px-2 text-xs sm:px-3">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 256 }}>
        <BarChart
          data={[...rows]}
          margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
          accessibilityLayer
          title={label}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="start"
            tickFormatter={(start: string) => shortStepName(start, plan)}
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
          <Tooltip cursor={{ fill: 'var(--accent-soft)' }} content={<Label shown={shown} plan={plan} />} />
          {shown.map(({ place, rank }) => (
            <Bar
              key={place}
              // Only for drawing: beyond 2^53 a bar is a credit too long or short, its label never.
              dataKey={(row: Row) => Math.max(0, Number(row.used[place] ?? 0n))}
              name={rankName(rank)}
              stackId="websites"
              fill={rankColour(place)}
              stroke="var(--surface)"
              strokeWidth={1}
              maxBarSize={44}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
