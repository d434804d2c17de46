import { PaymentElement } from '@stripe/react-stripe-js';
import { useState } from 'react';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Spinner } from '../ui/Spinner';
import type { StripeScript } from './useStripeScript';

/** Where a card is typed in: a frame of the payment provider's, within its Elements. */
export function CardFields({
  script,
  disabled,
}: {
  readonly script: StripeScript;
  readonly disabled: boolean;
}) {
  const [failed, setFailed] = useState(false);
  const [ready, setReady] = useState(false);
  if (script.state === 'not-configured') {
    return <p className="text-sm text-muted">{say.buy.notConfigured}</p>;
  }
  if (script.state === 'failed' || failed) {
    return (
      <div
        role="alert"
        className="grid justify-items-start gap-3 rounded-xl bg-bad-soft p-4 text-sm text-bad"
      >
        <p>{say.buy.formFailed}</p>
        <Button
          small
          onClick={() => {
            setFailed(false);
            setReady(false);
            if (script.state === 'failed') {
              script.retry();
            }
          }}
        >
          {say.common.retry}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      {!ready && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {say.buy.loadingForm}
        </p>
      )}
      {script.state === 'ready' && (
        <PaymentElement
          options={{ readOnly: disabled, wallets: { applePay: 'never', googlePay: 'never' } }}
          onReady={() => {
            setReady(true);
          }}
          onLoadError={() => {
            setFailed(true);
          }}
        />
      )}
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <Icon name="lock" className="size-3.5" />
        {say.cards.secure}
      </p>
    </div>
  );
}
