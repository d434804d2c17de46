import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { purchaseQuery } from '../api/queries';
import type { AutoTopUp } from '../api/types';
import { Notice } from '../app/Notice';
import { date, dateAndTime } from '../format/time';
import { say } from '../messages/english';
import { sentenceOf, sentenceOfFailure } from '../messages/problems';
import { usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { Button, buttonLook } from '../ui/Button';
import { termsOf, useTurnOn } from './change';
import { LIMIT_FIELD } from './TermsForm';

/** Why nothing is bought at the moment, and what to do about it. */
export function PausedNotice({ topUp }: { readonly topUp: AutoTopUp }) {
  const reason = topUp.pausedReason;
  return reason == null ? null : (
    <Notice tone="warn" action={<Fix topUp={topUp} reason={reason} />}>
      {reason === 'authentication_required' && topUp.openPurchaseId == null
        ? say.topUp.confirmationEnded
        : say.banners.topUpPaused[reason]}
      {reason === 'payment_declined' && topUp.failure && ` ${sentenceOfFailure(topUp.failure)}`}
      {topUp.nextAttemptAt != null && ` ${say.topUp.goesOn(date(topUp.nextAttemptAt))}`}
    </Notice>
  );
}

/** A purchase was declined for now: it is tried again by itself. */
export const RetryNotice = ({ topUp }: { readonly topUp: AutoTopUp }) => (
  <Notice tone="warn" action={<ToCards words={say.topUp.changeCard} />}>
    {topUp.failure && sentenceOfFailure(topUp.failure)}
    {topUp.nextAttemptAt != null && ` ${say.topUp.triedAgain(dateAndTime(topUp.nextAttemptAt))}`}
  </Notice>
);

type Reason = NonNullable<AutoTopUp['pausedReason']>;

function Fix({ topUp, reason }: { readonly topUp: AutoTopUp; readonly reason: Reason }) {
  switch (reason) {
    case 'authentication_required':
      return topUp.openPurchaseId == null ? (
        <TurnOnAgain topUp={topUp} />
      ) : (
        <ConfirmPayment purchaseId={topUp.openPurchaseId} />
      );
    case 'payment_method_missing':
      return <ToCards words={say.cards.add} />;
    case 'payment_declined':
      return (
        <>
          <ToCards words={say.topUp.changeCard} />
          <TurnOnAgain topUp={topUp} />
        </>
      );
    case 'payment_disputed':
      return <TurnOnAgain topUp={topUp} />;
    case 'monthly_limit_reached':
      return (
        <Button
          small
          onClick={() => {
            document.getElementById(LIMIT_FIELD)?.focus();
          }}
        >
          {say.topUp.raiseLimit}
        </Button>
      );
  }
}

const ToCards = ({ words }: { readonly words: string }) => (
  <Link to="/payment-methods" className={buttonLook('secondary', true)}>
    {words}
  </Link>
);

function ConfirmPayment({ purchaseId }: { readonly purchaseId: string }) {
  const { data: purchase } = useQuery(purchaseQuery(useLedger(), purchaseId));
  const { open } = usePurchaseDialog();
  return (
    <Button
      small
      busy={purchase === undefined}
      onClick={() => {
        open(purchase);
      }}
    >
      {say.topUp.confirmPayment}
    </Button>
  );
}

function TurnOnAgain({ topUp }: { readonly topUp: AutoTopUp }) {
  const turnOn = useTurnOn();
  const terms = termsOf(topUp);
  return (
    terms && (
      <>
        <Button
          small
          busy={turnOn.isPending}
          onClick={() => {
            turnOn.mutate(terms);
          }}
        >
          {say.topUp.turnOnAgain}
        </Button>
        {turnOn.isError && <span role="alert">{sentenceOf(turnOn.error)}</span>}
      </>
    )
  );
}
