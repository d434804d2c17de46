import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { transactionsQuery } from '../api/queries';
import { say } from '../messages/english';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { TransactionsTable } from '../transactions/TransactionsTable';
import { Button } from '../ui/Button';
import { Empty, ErrorPanel, Section, SkeletonLines } from '../ui/Panel';

const RECENT = 10;

export function RecentTransactions() {
  const { open } = usePurchaseDialog();
  const transactions = useInfiniteQuery(transactionsQuery(useLedger(), {}, RECENT));
  const lines = transactions.data?.pages[0]?.items;
  return (
    <Section
      title={say.transactions.recent}
      action={
        <Link to="/transactions" className="text-sm font-medium text-accent-ink hover:underline">
          {say.transactions.all}
        </Link>
      }
    >
      {transactions.isError && !lines && (
        <ErrorPanel error={transactions.error} onRetry={() => void transactions.refetch()} />
      )}
      {transactions.isPending && <SkeletonLines lines={5} />}
      {lines?.length === 0 && (
        <Empty
          icon="receipt"
          title={say.transactions.empty}
          hint={say.transactions.emptyHint}
          action={
            <Button kind="primary" onClick={() => open()}>
              {say.transactions.emptyAction}
            </Button>
          }
        />
      )}
      {lines && lines.length > 0 && <TransactionsTable lines={lines} />}
    </Section>
  );
}
