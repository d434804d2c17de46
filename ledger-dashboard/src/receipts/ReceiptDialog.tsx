import { useQuery } from '@tanstack/react-query';
import { useLedger } from '../api/ledger';
import { accountQuery, paymentMethodsQuery, purchaseQuery } from '../api/queries';
import type { Purchase } from '../api/types';
import { price } from '../format/price';
import { dateAndTime } from '../format/time';
import { say } from '../messages/english';
import { Dialog } from '../ui/Dialog';
import { ErrorPanel, SkeletonLines } from '../ui/Panel';
import { PaperHead, PaperLine, Print } from './Paper';
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

function Paper({ purchase }: { readonly purchase: Purchase }) {
  const ledger = useLedger();
  const words = say.receipts;
  const { data: account } = useQuery(accountQuery(ledger));
  const { data: methods } = useQuery(paymentMethodsQuery(ledger));
  const card = methods?.find((method) => method.paymentMethodId === purchase.paymentMethodId);
  return (
    <article data-receipt className="grid gap-6 text-sm">
      <PaperHead>
        <StatusPill status={purchase.status} />
      </PaperHead>
      <dl className="grid gap-2">
        <PaperLine name={words.number}>
          <code className="font-mono text-xs">{purchase.purchaseId}</code>
        </PaperLine>
        <PaperLine name={words.paidOn}>{dateAndTime(purchase.startedAt)}</PaperLine>
        <PaperLine name={words.issuedTo}>{account?.displayName ?? ledger.accountId}</PaperLine>
        {card && <PaperLine name={words.paidWith}>{say.cardName(card)}</PaperLine>}
        {purchase.paymentIntentId != null && (
          <PaperLine name={words.payment}>
            <code className="font-mono text-xs">{purchase.paymentIntentId}</code>
          </PaperLine>
        )}
      </dl>
      <Sums purchase={purchase} />
      <Print />
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
      <PaperLine name={words.item(purchase.package.credits)}>{price(purchase.package.price)}</PaperLine>
      {purchase.refunded.amount > 0n && (
        <PaperLine name={words.refund}>
          {price({ ...purchase.refunded, amount: -purchase.refunded.amount })}
        </PaperLine>
      )}
      <div className="mt-1 flex justify-between gap-4 text-base font-semibold">
        <dt>{words.total}</dt>
        <dd>{price(paidInTheEnd(purchase))}</dd>
      </div>
    </dl>
  );
}
