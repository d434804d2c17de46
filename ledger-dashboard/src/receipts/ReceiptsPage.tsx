import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { purchasePagesQuery } from '../api/queries';
import type { Purchase } from '../api/types';
import { Page } from '../app/Page';
import { credits } from '../format/credits';
import { price } from '../format/price';
import { dateAndTime, inUtc } from '../format/time';
import { say } from '../messages/english';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { safeAddress } from '../transactions/TransactionsTable';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Empty, ErrorPanel, SkeletonLines } from '../ui/Panel';
import { classes } from '../ui/classes';
import { ReceiptDialog } from './ReceiptDialog';
import { Statements } from './Statements';
import { StatusPill } from './StatusPill';

const PAGE_SIZE = 25;

export function ReceiptsPage() {
  const { open } = useSearch({ from: '/receipts' });
  const navigate = useNavigate({ from: '/receipts' });
  return (
    <Page title={say.receipts.title}>
      <div className="card overflow-hidden">
        <Boundary>
          <Purchases
            onOpen={(purchaseId) => {
              void navigate({ search: { open: purchaseId } });
            }}
          />
        </Boundary>
      </div>
      <Boundary>
        <Statements />
      </Boundary>
      <ReceiptDialog
        purchaseId={open}
        onClose={() => {
          void navigate({ search: {} });
        }}
      />
    </Page>
  );
}

function Purchases({ onOpen }: { readonly onOpen: (purchaseId: string) => void }) {
  const purchases = useInfiniteQuery(purchasePagesQuery(useLedger(), PAGE_SIZE));
  const lines = purchases.data?.pages.flatMap((page) => page.items) ?? [];
  if (purchases.isPending) {
    return <SkeletonLines lines={6} className="h-12" />;
  }
  if (purchases.isError && lines.length === 0) {
    return <ErrorPanel error={purchases.error} onRetry={() => void purchases.refetch()} />;
  }
  if (lines.length === 0) {
    return <NothingYet />;
  }
  return (
    <>
      <Table lines={lines} onOpen={onOpen} />
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4 text-sm text-muted sm:px-6">
        <p role="status">{say.receipts.shown(lines.length, purchases.hasNextPage)}</p>
        {purchases.hasNextPage && (
          <Button small busy={purchases.isFetchingNextPage} onClick={() => void purchases.fetchNextPage()}>
            {say.transactions.more}
          </Button>
        )}
      </footer>
    </>
  );
}

function NothingYet() {
  const { open } = usePurchaseDialog();
  return (
    <Empty
      icon="receipt"
      title={say.receipts.empty}
      hint={say.receipts.emptyHint}
      action={
        <Button kind="primary" onClick={() => open()}>
          {say.shell.addCredits}
        </Button>
      }
    />
  );
}

interface TableProps {
  readonly lines: readonly Purchase[];
  readonly onOpen: (purchaseId: string) => void;
}

const heading = 'py-2.5 text-xs font-medium text-muted';

/** A table; on a narrow screen the same rows as cards, in the same order. */
function Table({ lines, onOpen }: TableProps) {
  const words = say.receipts;
  return (
    <table className="block w-full text-sm sm:table">
      <caption className="sr-only">{words.caption}</caption>
      <thead className="hidden sm:table-header-group">
        <tr>
          <th scope="col" aria-sort="descending" className={classes(heading, 'ps-6 text-start')}>
            {words.date}
          </th>
          <th scope="col" className={classes(heading, 'ps-4 text-end')}>
            {words.credits}
          </th>
          <th scope="col" className={classes(heading, 'ps-4 text-end')}>
            {words.amount}
          </th>
          <th scope="col" className={classes(heading, 'ps-6 text-start')}>
            {words.status}
          </th>
          <th scope="col" className={classes(heading, 'pe-6 text-end')}>
            {words.actions}
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {lines.map((purchase) => (
          <Row key={purchase.purchaseId} purchase={purchase} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  purchase,
  onOpen,
}: {
  readonly purchase: Purchase;
  readonly onOpen: (purchaseId: string) => void;
}) {
  const words = say.receipts;
  const when = dateAndTime(purchase.startedAt);
  const providers = safeAddress(purchase.receiptUrl ?? undefined);
  const isVoid = purchase.status === 'failed' || purchase.status === 'canceled';
  return (
    <tr className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 border-t border-line px-5 py-3 hover:bg-sunken sm:table-row sm:h-13 sm:p-0">
      <td className="text-muted sm:ps-6 sm:whitespace-nowrap">
        <time dateTime={purchase.startedAt} title={inUtc(purchase.startedAt)}>
          {when}
        </time>
        {purchase.initiator === 'auto_top_up' && <span className="block text-xs">{words.automatic}</span>}
      </td>
      <td className="figures text-end font-medium sm:ps-4">
        {credits(purchase.package.credits)}
        <span className="sm:hidden"> {say.topUp.creditsUnit}</span>
        {purchase.clawedBack > 0n && (
          <span className="block text-xs font-normal text-muted">{words.takenBack(purchase.clawedBack)}</span>
        )}
      </td>
      <td className={classes('figures order-2 text-end sm:ps-4', isVoid && 'text-muted line-through')}>
        {price(purchase.package.price)}
        {purchase.refunded.amount > 0n && (
          <span className="block text-xs text-muted">{words.refunded(purchase.refunded)}</span>
        )}
      </td>
      <td className="order-1 sm:ps-6">
        <StatusPill status={purchase.status} />
      </td>
      <td className="order-3 col-span-2 sm:pe-4">
        <span className="flex flex-wrap justify-end gap-x-1">
          {providers !== null && (
            <a
              href={providers}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={`${words.providerOf(when)} ${say.common.opensElsewhere}`}
              className="inline-flex min-h-8 items-center gap-1 rounded-lg px-2 text-accent-ink hover:bg-accent-soft"
            >
              {words.provider}
              <Icon name="outside" className="size-3.5" />
            </a>
          )}
          <Button
            kind="quiet"
            small
            aria-label={words.openOf(purchase.package.credits, when)}
            onClick={() => {
              onOpen(purchase.purchaseId);
            }}
          >
            <Icon name="receipt" />
            {words.open}
          </Button>
        </span>
      </td>
    </tr>
  );
}
