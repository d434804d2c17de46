import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useLedger } from '../api/ledger';
import { transactionsQuery } from '../api/queries';
import { Page } from '../app/Page';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Empty, ErrorPanel, SkeletonLines } from '../ui/Panel';
import { classes } from '../ui/classes';
import { downloadTransactions } from './download';
import { Filters } from './Filters';
import { filterOf, isFiltered, type TransactionSearch } from './search';
import { TransactionDrawer } from './TransactionDrawer';
import { TransactionsTable } from './TransactionsTable';

const PAGE_SIZE = 50;

export function TransactionsPage() {
  const search = useSearch({ from: '/transactions' });
  const navigate = useNavigate({ from: '/transactions' });
  const change = (wanted: TransactionSearch): void => {
    void navigate({ search: wanted, replace: true });
  };
  return (
    <Page title={say.transactions.title} action={<Download search={search} />}>
      <div className="card overflow-hidden">
        <Filters key={search.q ?? ''} search={search} onChange={change} />
        <Lines
          search={search}
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
  readonly onClear: () => void;
  readonly onOpen: (transactionId: string | null) => void;
}

function Lines({ search, onClear, onOpen }: LinesProps) {
  const transactions = useInfiniteQuery(transactionsQuery(useLedger(), filterOf(search), PAGE_SIZE));
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
        className={classes('overflow-x-auto', transactions.isPlaceholderData && 'opacity-60')}
      >
        <TransactionsTable
          lines={lines}
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

function Download({ search }: { readonly search: TransactionSearch }) {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  const [failed, setFailed] = useState<string | null>(null);
  const download = useMutation({
    mutationFn: () => downloadTransactions(ledger, filterOf(search)),
    onMutate: () => {
      setFailed(null);
    },
    onError: (error) => {
      setFailed(sentenceOf(error));
      note(sentenceOf(error));
    },
  });
  return (
    <div className="flex items-center gap-3">
      {failed !== null && <p className="text-sm text-bad">{failed}</p>}
      <Button
        busy={download.isPending}
        onClick={() => {
          download.mutate();
        }}
      >
        <Icon name="download" />
        {download.isPending ? say.transactions.downloading : say.transactions.download}
      </Button>
    </div>
  );
}
