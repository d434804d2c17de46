import { useQuery } from '@tanstack/react-query';
import { useLedger } from '../api/ledger';
import { autoTopUpQuery, balanceQuery, purchasesQuery } from '../api/queries';
import type { Purchase } from '../api/types';
import { useNow } from '../app/clock';
import { Notice } from '../app/Notice';
import { say } from '../messages/english';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { Button } from '../ui/Button';
import { isLow } from './facts';

const DAY_MILLIS = 86_400_000;

/** A payment that was just begun is being made in front of the customer, or in another tab. */
const SETTLING_MILLIS = 20_000;

const isOpen = (purchase: Purchase, now: number): boolean =>
  ['processing', 'requires_action', 'requires_payment_method'].includes(purchase.status) &&
  purchase.cancellation === undefined &&
  now - Date.parse(purchase.startedAt) < DAY_MILLIS &&
  now - Date.parse(purchase.updatedAt) > SETTLING_MILLIS;

/** What needs the customer's attention, most urgent first. */
export function Banners() {
  const ledger = useLedger();
  const now = useNow(10_000);
  const { data: balance } = useQuery(balanceQuery(ledger));
  const { data: purchases } = useQuery(purchasesQuery(ledger));
  const { data: topUp } = useQuery(autoTopUpQuery(ledger));
  const { open } = usePurchaseDialog();
  const unfinished = purchases?.items.filter((purchase) => isOpen(purchase, now)) ?? [];
  const add = (
    <Button kind="primary" small onClick={() => open()}>
      {say.shell.addCredits}
    </Button>
  );
  return (
    <div className="grid gap-3 empty:hidden">
      {balance !== undefined && balance.debt > 0n && (
        <Notice tone="bad" action={add}>
          {say.banners.debt(balance.debt)}
        </Notice>
      )}
      {balance?.debt === 0n && isLow(balance) && (
        <Notice tone="warn" action={add}>
          {say.banners.low(balance.available)}
        </Notice>
      )}
      {balance !== undefined && balance.frozen > 0n && (
        <Notice tone="warn">{say.banners.frozen(balance.frozen)}</Notice>
      )}
      {unfinished.map((purchase) => (
        <Unfinished key={purchase.purchaseId} purchase={purchase} onResume={open} />
      ))}
      {topUp?.state === 'paused' && topUp.pausedReason && (
        <Notice tone="warn">{say.banners.topUpPaused[topUp.pausedReason]}</Notice>
      )}
    </div>
  );
}

function Unfinished({
  purchase,
  onResume,
}: {
  readonly purchase: Purchase;
  readonly onResume: (purchase: Purchase) => void;
}) {
  const { price } = purchase.package;
  const resume = (
    <Button
      small
      onClick={() => {
        onResume(purchase);
      }}
    >
      {say.banners.resume}
    </Button>
  );
  switch (purchase.status) {
    case 'requires_action':
      return (
        <Notice tone="warn" action={resume}>
          {say.banners.authentication(price)}
        </Notice>
      );
    case 'processing':
      return <Notice tone="info">{say.banners.checking(price)}</Notice>;
    default:
      return null;
  }
}
