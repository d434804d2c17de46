import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { purchasesQuery } from '../api/queries';
import { price } from '../format/price';
import { dateAndTime } from '../format/time';
import { say } from '../messages/english';
import { StatusPill } from '../receipts/StatusPill';
import { Empty, ErrorPanel, Section, SkeletonLines } from '../ui/Panel';

const SHOWN = 10;

/** What was bought by itself lately. All purchases of the account are on the page of receipts. */
export function AutomaticPurchases() {
  const purchases = useQuery(purchasesQuery(useLedger()));
  const automatic = purchases.data?.items.filter(({ initiator }) => initiator === 'auto_top_up') ?? [];
  return (
    <Section
      title={say.topUp.history}
      action={
        <Link to="/receipts" className="text-sm font-medium text-accent-ink hover:underline">
          {say.topUp.allReceipts}
        </Link>
      }
    >
      {purchases.isError && !purchases.data && (
        <ErrorPanel error={purchases.error} onRetry={() => void purchases.refetch()} />
      )}
      {purchases.isPending && <SkeletonLines lines={2} />}
      {purchases.data && automatic.length === 0 && (
        <Empty icon="bolt" title={say.topUp.noHistory} hint={say.topUp.noHistoryHint} />
      )}
      <ul className="divide-y divide-line">
        {automatic.slice(0, SHOWN).map((purchase) => (
          <li
            key={purchase.purchaseId}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm sm:px-6"
          >
            <time dateTime={purchase.startedAt} className="min-w-44 text-muted">
              {dateAndTime(purchase.startedAt)}
            </time>
            <span className="figures min-w-32 flex-1 font-medium">
              {say.credits(purchase.package.credits)}
            </span>
            <StatusPill status={purchase.status} />
            <span className="figures min-w-20 text-end">{price(purchase.package.price)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
