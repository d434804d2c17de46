import type { Stripe } from '@stripe/stripe-js';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Balance, Purchase } from '../api/types';
import { credits } from '../format/credits';
import { say } from '../messages/english';
import { Button, buttonLook } from '../ui/Button';
import { CopyText } from '../ui/Copy';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import type { Phase } from './phase';
import type { PurchaseRun } from './run';

interface ProgressProps {
  readonly run: PurchaseRun;
  readonly phase: Phase;
  readonly stripe: Stripe | null;
  readonly onClose: () => void;
}

/** What is known of a payment that was made, told as it becomes known. */
export function Progress({ run, phase, stripe, onClose }: ProgressProps) {
  switch (phase.at) {
    case 'confirming':
      return <Waiting title={say.buy.confirming} />;
    case 'processing':
      return <Waiting title={say.buy.processingTitle} text={say.buy.processing} hint={say.buy.laterHint} />;
    case 'unknown':
      return <Waiting title={say.buy.unknownTitle} text={say.buy.unknown} hint={say.buy.laterHint} />;
    case 'waiting':
      return <WaitsForCustomer run={run} purchase={phase.purchase} stripe={stripe} />;
    case 'paid':
      return <Paid purchase={phase.purchase} balance={phase.balance} onClose={onClose} />;
    default:
      return null;
  }
}

function Outcome({
  mark,
  title,
  children,
}: {
  readonly mark: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="grid justify-items-center gap-2 py-6 text-center">
      {mark}
      <h3 className="mt-2 text-lg font-semibold tracking-tight">{title}</h3>
      {children}
    </div>
  );
}

const Waiting = ({
  title,
  text,
  hint,
}: {
  readonly title: string;
  readonly text?: string;
  readonly hint?: string;
}) => (
  <div role="status">
    <Outcome mark={<Spinner large />} title={title}>
      {text !== undefined && <p className="max-w-md">{text}</p>}
      {hint !== undefined && <p className="max-w-md text-sm text-muted">{hint}</p>}
    </Outcome>
  </div>
);

function WaitsForCustomer({
  run,
  purchase,
  stripe,
}: {
  readonly run: PurchaseRun;
  readonly purchase: Purchase;
  readonly stripe: Stripe | null;
}) {
  return (
    <Outcome
      mark={
        <span className="grid size-12 place-items-center rounded-full bg-warn-soft text-warn">
          <Icon name="bank" className="size-6" />
        </span>
      }
      title={say.buy.continueTitle}
    >
      <p>{say.buy.continueHint(purchase.package)}</p>
      <p className="max-w-md text-sm text-muted">{say.buy.authenticating}</p>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        <Button onClick={() => void run.cancel(purchase.purchaseId)}>{say.buy.cancelPayment}</Button>
        <Button
          kind="primary"
          busy={stripe === null}
          onClick={() => void run.authenticate(purchase.purchaseId, { stripe, elements: null })}
        >
          {say.buy.continueToBank}
        </Button>
      </div>
    </Outcome>
  );
}

function Paid({
  purchase,
  balance,
  onClose,
}: {
  readonly purchase: Purchase;
  readonly balance: Balance;
  readonly onClose: () => void;
}) {
  const done = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with the form.
  useEffect(() => {
    done.current?.focus();
  }, []);
  return (
    <Outcome
      mark={
        <span className="grid size-12 place-items-center rounded-full bg-good-soft text-good">
          <Icon name="check" className="size-6" />
        </span>
      }
      title={say.buy.paidTitle}
    >
      <p role="status">{say.buy.paid(purchase.package.credits)}</p>
      <dl className="mt-3 grid w-full max-w-sm grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2 rounded-xl bg-sunken px-5 py-4 text-start text-sm">
        <dt className="text-muted">{say.buy.newBalance}</dt>
        <dd className="figures text-end text-base font-semibold">{credits(balance.current)}</dd>
        <dt className="text-muted">{say.buy.reference}</dt>
        <dd className="min-w-0 text-end">
          <CopyText text={purchase.purchaseId} what={say.buy.reference} />
        </dd>
      </dl>
      <div className="mt-4 flex flex-wrap justify-center gap-3">
        {purchase.receiptUrl && (
          <a href={purchase.receiptUrl} target="_blank" rel="noreferrer" className={buttonLook('secondary')}>
            <Icon name="receipt" />
            {say.buy.receipt}
            <span className="sr-only">{say.common.opensElsewhere}</span>
          </a>
        )}
        <Button ref={done} kind="primary" onClick={onClose}>
          {say.buy.done}
        </Button>
      </div>
    </Outcome>
  );
}
