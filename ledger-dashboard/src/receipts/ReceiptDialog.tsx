import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLedger } from '../api/ledger';
import { accountQuery, paymentMethodsQuery, purchaseQuery } from '../api/queries';
import type { Purchase } from '../api/types';
import { price } from '../format/price';
import { dateAndTime } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { ErrorPanel, SkeletonLines } from '../ui/Panel';
import { paidInTheEnd, wasCharged } from './charged';
import { StatusPill } from './StatusPill';

/** The receipt of one purchase. Printed, it is all that is on the paper. */
export function ReceiptDialog({
  purchaseId,
  onClose,
}: {
  readonly purchaseId: string | undefined;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      open={purchaseId !== undefined}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      title={say.receipts.receipt}
    >
      {purchaseId !== undefined && <Receipt purchaseId={purchaseId} />}
    </Dialog>
  );
}

function Receipt({ purchaseId }: { readonly purchaseId: string }) {
  const purchase = useQuery(purchaseQuery(useLedger(), purchaseId));
  if (purchase.data) {
    return <Paper purchase={purchase.data} />;
  }
  return purchase.isError ? (
    <ErrorPanel error={purchase.error} onRetry={() => void purchase.refetch()} />
  ) : (
    <SkeletonLines lines={5} />
  );
}

const Line = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex flex-wrap justify-between gap-x-4 gap-y-0.5">
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 text-end break-all">{children}</dd>
  </div>
);

function Paper({ purchase }: { readonly purchase: Purchase }) {
  const ledger = useLedger();
  const words = say.receipts;
  const { data: account } = useQuery(accountQuery(ledger));
  const { data: methods } = useQuery(paymentMethodsQuery(ledger));
  const card = methods?.find((method) => method.paymentMethodId === purchase.paymentMethodId);
  return (
    <article data-receipt className="grid gap-6 text-sm">
      <header className="flex items-center gap-3">
        <img src="/favicon.svg" alt="" className="size-8" />
        <p className="flex-1 text-base font-semibold tracking-tight">{say.product}</p>
        <StatusPill status={purchase.status} />
      </header>
      <dl className="grid gap-2">
        <Line name={words.number}>
          <code className="font-mono text-xs">{purchase.purchaseId}</code>
        </Line>
        <Line name={words.paidOn}>{dateAndTime(purchase.startedAt)}</Line>
        <Line name={words.issuedTo}>{account?.displayName ?? ledger.accountId}</Line>
        {card && <Line name={words.paidWith}>{say.cardName(card)}</Line>}
        {purchase.paymentIntentId != null && (
          <Line name={words.payment}>
            <code className="font-mono text-xs">{purchase.paymentIntentId}</code>
          </Line>
        )}
      </dl>
      <Sums purchase={purchase} />
      <div className="no-print flex justify-end">
        <Button
          kind="primary"
          onClick={() => {
            window.print();
          }}
        >
          <Icon name="print" />
          {words.print}
        </Button>
      </div>
    </article>
  );
}

function Sums({ purchase }: { readonly purchase: Purchase }) {
  const words = say.receipts;
  if (!wasCharged(purchase)) {
    return <p className="border-y border-line py-3 text-muted">{words.nothingCharged}</p>;
  }
  return (
    <dl className="figures grid gap-2 border-y border-line py-3">
      <Line name={words.item(purchase.package.credits)}>{price(purchase.package.price)}</Line>
      {purchase.refunded.amount > 0n && (
        <Line name={words.refund}>{price({ ...purchase.refunded, amount: -purchase.refunded.amount })}</Line>
      )}
      <div className="mt-1 flex justify-between gap-4 text-base font-semibold">
        <dt>{words.total}</dt>
        <dd>{price(paidInTheEnd(purchase))}</dd>
      </div>
    </dl>
  );
}
