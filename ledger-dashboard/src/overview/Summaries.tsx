import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { autoTopUpQuery, configQuery, paymentMethodsQuery } from '../api/queries';
import type { AutoTopUp } from '../api/types';
import { cardExpiry } from '../format/time';
import { say } from '../messages/english';
import { TopUpPill } from '../auto-top-up/TopUpPill';
import { Icon } from '../ui/Icon';
import { Empty, ErrorPanel, Section, SkeletonLines } from '../ui/Panel';
import { Pill } from '../ui/Pill';

export function CardsSummary() {
  const methods = useQuery(paymentMethodsQuery(useLedger()));
  return (
    <Section
      title={say.cards.section}
      action={
        <Link to="/payment-methods" className="text-sm font-medium text-accent-ink hover:underline">
          {say.cards.manage}
        </Link>
      }
    >
      {methods.isError && !methods.data && (
        <ErrorPanel error={methods.error} onRetry={() => void methods.refetch()} />
      )}
      {methods.isPending && <SkeletonLines lines={2} />}
      {methods.data?.length === 0 && <Empty icon="card" title={say.cards.empty} hint={say.cards.emptyHint} />}
      <ul className="pb-3">
        {methods.data?.slice(0, 3).map((method) => (
          <li key={method.paymentMethodId} className="flex min-h-11 items-center gap-3 px-5 text-sm sm:px-6">
            <Icon name="card" className="size-5 text-muted" />
            <span className="min-w-0 flex-1 truncate font-medium">{say.cardName(method)}</span>
            {method.isDefault && <Pill>{say.cards.isDefault}</Pill>}
            <span className="figures text-muted">{cardExpiry(method.expMonth, method.expYear)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function TopUpSummary() {
  const topUp = useQuery(autoTopUpQuery(useLedger()));
  return (
    <Section
      title={say.topUp.title}
      action={
        <Link to="/auto-top-up" className="text-sm font-medium text-accent-ink hover:underline">
          {topUp.data?.state === 'off' ? say.topUp.setUp : say.topUp.change}
        </Link>
      }
    >
      {topUp.isError && !topUp.data && (
        <ErrorPanel error={topUp.error} onRetry={() => void topUp.refetch()} />
      )}
      {topUp.isPending && <SkeletonLines lines={2} />}
      {topUp.data && <TopUpWords topUp={topUp.data} />}
    </Section>
  );
}

function TopUpWords({ topUp }: { readonly topUp: AutoTopUp }) {
  const { data: config } = useQuery(configQuery(useLedger()));
  const pack = config?.packages.find((each) => each.packageId === topUp.packageId);
  return (
    <div className="grid gap-1 px-5 pb-5 text-sm sm:px-6">
      <p className="mb-1">
        <TopUpPill state={topUp.state} />
      </p>
      <p>
        {topUp.state === 'off' || topUp.threshold === undefined
          ? say.topUp.offHint
          : say.topUp.onHint(pack?.credits ?? null, topUp.threshold)}
      </p>
      {topUp.spentThisMonth && topUp.monthlyLimit && (
        <p className="figures text-muted">{say.topUp.spent(topUp.spentThisMonth, topUp.monthlyLimit)}</p>
      )}
    </div>
  );
}
