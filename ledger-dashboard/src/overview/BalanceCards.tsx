import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLedger } from '../api/ledger';
import { balanceQuery, configQuery, lotsQuery, usageQuery } from '../api/queries';
import type { Balance } from '../api/types';
import { useNow } from '../app/clock';
import { credits, share } from '../format/credits';
import { monthAndDay } from '../format/time';
import { say } from '../messages/english';
import { useAnnouncer } from '../ui/Announcer';
import { ErrorPanel } from '../ui/Panel';
import { classes } from '../ui/classes';
import { daysLeft, expiringNext, usedIn, worthOf } from './facts';
import { periodOf } from './periods';

const ANNOUNCE_MILLIS = 5_000;

export function BalanceCards() {
  const balance = useQuery(balanceQuery(useLedger()));
  useAnnouncedBalance(balance.data);
  if (balance.data) {
    return <Cards balance={balance.data} />;
  }
  return balance.isError ? (
    <div className="card">
      <ErrorPanel error={balance.error} onRetry={() => void balance.refetch()} />
    </div>
  ) : (
    <CardsSkeleton />
  );
}

/** Has a new balance read out, though not more often than one can listen to. */
function useAnnouncedBalance(balance: Balance | undefined): void {
  const { readOut } = useAnnouncer();
  const told = useRef<bigint>(undefined);
  const current = balance?.current;
  useEffect(() => {
    if (current === undefined || current === told.current) {
      return undefined;
    }
    if (told.current === undefined) {
      told.current = current;
      return undefined;
    }
    const timer = setTimeout(() => {
      told.current = current;
      readOut(say.balance.changed(current));
    }, ANNOUNCE_MILLIS);
    return () => {
      clearTimeout(timer);
    };
  }, [current, readOut]);
}

function Cards({ balance }: { readonly balance: Balance }) {
  const owes = balance.current < 0n;
  return (
    <section aria-label={say.balance.current} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Hero tone="green" title={say.balance.current} figure={credits(balance.current)}>
          {owes ? `${say.balance.owes(balance.debt)}. ${say.balance.owesHint}` : say.balance.currentHint}
        </Hero>
        <Hero
          tone="orange"
          title={say.balance.used}
          figure={credits(balance.used)}
          beside={share(balance.usedPercent)}
        >
          <span className="block">{say.balance.ofTotal(share(balance.usedPercent), balance.total)}</span>
          <UsedBar percent={balance.usedPercent} />
        </Hero>
      </div>
      <Details balance={balance} />
    </section>
  );
}

interface HeroProps {
  readonly tone: 'green' | 'orange';
  readonly title: string;
  readonly figure: string;
  readonly beside?: string;
  readonly children: ReactNode;
}

function Hero({ tone, title, figure, beside, children }: HeroProps) {
  return (
    <div
      data-card={tone}
      className={classes(
        'grid min-h-44 grid-rows-[auto_auto_1fr] gap-4 rounded-2xl bg-linear-to-br p-6 text-white shadow-card',
        tone === 'green' ? 'from-hero-green to-hero-green-deep' : 'from-hero-orange to-hero-orange-deep',
      )}
    >
      <h2 className="text-sm font-medium">{title}</h2>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="figures text-4xl font-semibold tracking-tight sm:text-5xl">{figure}</span>
        {beside !== undefined && <span className="figures text-xl font-medium">{beside}</span>}
      </p>
      <div className="self-end text-sm">{children}</div>
    </div>
  );
}

/** The same as the percentage beside it, for the eye. */
function UsedBar({ percent }: { readonly percent: number }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="mt-3 h-1.5 w-full rounded-full"
    >
      <rect width="100" height="2" fill="#fff" fillOpacity="0.25" />
      <rect width={Math.min(100, Math.max(0, percent))} height="2" fill="#fff" />
    </svg>
  );
}

function Details({ balance }: { readonly balance: Balance }) {
  const ledger = useLedger();
  const now = useNow(60_000);
  const lots = useQuery(lotsQuery(ledger));
  const usage = useQuery(usageQuery(ledger, periodOf('week', now)));
  const config = useQuery(configQuery(ledger));
  const worth = config.data ? worthOf(balance.available, config.data.packages) : null;
  const expiring = lots.data ? expiringNext(lots.data.items, now) : null;
  const days = usage.data ? daysLeft(balance, usage.data) : null;
  return (
    <dl className="card flex flex-wrap gap-px overflow-hidden bg-line">
      <Fact
        name={say.balance.available}
        value={credits(balance.available)}
        hint={worth === null ? say.balance.availableHint : say.balance.worth(worth)}
      />
      <Fact name={say.balance.held} value={credits(balance.held)} hint={say.balance.heldHint} />
      {usage.data !== undefined && (
        <Fact
          name={say.balance.usedLately}
          value={credits(usedIn(usage.data))}
          hint={say.balance.usedLatelyHint}
        />
      )}
      {balance.frozen > 0n && (
        <Fact
          name={say.balance.frozen}
          value={credits(balance.frozen)}
          hint={say.balance.frozenHint}
          tone="warn"
        />
      )}
      <Fact
        name={say.balance.expiring}
        value={expiring === null ? say.common.none : credits(expiring.amount)}
        hint={
          expiring === null
            ? say.balance.nothingExpires
            : say.balance.expiringOn(expiring.amount, monthAndDay(expiring.at))
        }
        {...(expiring === null ? {} : { tone: 'warn' as const })}
      />
      {days !== null && (
        <Fact name={say.balance.daysLeft} value={say.balance.days(days)} hint={say.balance.daysBasis} />
      )}
    </dl>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly hint: string;
  readonly tone?: 'warn';
}

const Fact = ({ name, value, hint, tone }: FactProps) => (
  <div className="grid flex-1 basis-40 content-start gap-0.5 bg-surface px-5 py-4">
    <dt className="text-xs text-muted">{name}</dt>
    <dd className={classes('figures text-xl font-semibold tracking-tight', tone === 'warn' && 'text-warn')}>
      {value}
    </dd>
    <dd className="text-xs text-muted">{hint}</dd>
  </div>
);

/** As large as what it stands for, so that nothing moves when that comes. */
function CardsSkeleton() {
  return (
    <div className="grid gap-4">
      <p role="status" className="sr-only">
        {say.common.loading}
      </p>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="skeleton h-44 !rounded-2xl" />
        <div className="skeleton h-44 !rounded-2xl" />
      </div>
      <div className="skeleton h-24 !rounded-2xl" />
    </div>
  );
}
