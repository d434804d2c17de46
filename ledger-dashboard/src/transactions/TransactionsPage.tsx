import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { transactionsQuery } from '../api/queries';
import { Page } from '../app/Page';
import { say } from '../messages/english';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { Button } from '../ui/Button';
import { Empty, ErrorPanel, SkeletonLines } from '../ui/Panel';
import { classes } from '../ui/classes';
import { Download } from './Download';
import { Filters } from './Filters';
import { filterOf, isFiltered, type TransactionSearch } from './search';
import { useTableView, type TableView } from './view';
import { ViewControls } from './ViewControls';
import { TransactionDrawer } from './TransactionDrawer';
import { TransactionsTable } from './TransactionsTable';

export function TransactionsPage() {
  const search = useSearch({ from: '/transactions' });
  const navigate = useNavigate({ from: '/transactions' });
  const [view, setView] = useTableView();
  const change = (wanted: TransactionSearch): void => {
    void navigate({ search: wanted, replace: true });
  };
  return (
    <Page title={say.transactions.title} action={<Download filter={filterOf(search)} />}>
      <div className="card overflow-clip">
        <Filters key={search.q ?? ''} search={search} onChange={change} />
        <ViewControls view={view} onChange={setView} />
        <Lines
          search={search}
          view={view}
          onClear={() => {
            change({});
          }}
          onOpen={(open) => {
            const { open: _before, ...others } = search;
            void navigate({ search: open === null ? others : { ...others, open } });
          }}
        />
      </div>
    </Page>
  );
}

interface LinesProps {
  readonly search: TransactionSearch;
  readonly view: TableView;
  readonly onClear: () => void;
  readonly onOpen: (transactionId: string | null) => void;
}

function Lines({ search, view, onClear, onOpen }: LinesProps) {
  const transactions = useInfiniteQuery(
    transactionsQuery(useLedger(), filterOf(search), Number(view.pageSize)),
  );
  const lines = transactions.data?.pages.flatMap((page) => page.items) ?? [];
  if (transactions.isPending) {
    return <SkeletonLines lines={8} className="h-12" />;
  }
  if (transactions.isError && lines.length === 0) {
    return <ErrorPanel error={transactions.error} onRetry={() => void transactions.refetch()} />;
  }
  if (lines.length === 0) {
    return isFiltered(search) ? <NoMatch onClear={onClear} /> : <NothingYet />;
  }
  return (
    <>
      <div
        role="region"
        aria-label={say.transactions.title}
        tabIndex={0}
        className={classes(
          'overflow-x-auto xl:overflow-x-clip',
          transactions.isPlaceholderData && 'opacity-60',
        )}
      >
        <TransactionsTable
          lines={lines}
          view={view}
          onOpen={(line) => {
            onOpen(line.transactionId);
          }}
        />
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4 text-sm text-muted sm:px-6">
        <p role="status">{say.transactions.shown(lines.length, transactions.hasNextPage)}</p>
        {transactions.hasNextPage && (
          <Button
            small
            busy={transactions.isFetchingNextPage}
            onClick={() => void transactions.fetchNextPage()}
          >
            {say.transactions.more}
          </Button>
        )}
      </footer>
      <TransactionDrawer
        line={lines.find((line) => line.transactionId === search.open) ?? null}
        onClose={() => {
          onOpen(null);
        }}
      />
    </>
  );
}

const NoMatch = ({ onClear }: { readonly onClear: () => void }) => (
  <Empty
    icon="search"
    title={say.transactions.noMatch}
    hint={say.transactions.noMatchHint}
    action={<Button onClick={onClear}>{say.transactions.clear}</Button>}
  />
);

function NothingYet() {
  const { open } = usePurchaseDialog();
  return (
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
  );
}
