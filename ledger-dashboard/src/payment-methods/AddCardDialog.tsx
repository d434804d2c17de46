import { Elements, useElements, useStripe } from '@stripe/react-stripe-js';
import type { Stripe, StripeElements, StripeElementsOptionsMode } from '@stripe/stripe-js';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answerOf } from '../api/client';
import { keys, useLedger, type Ledger } from '../api/ledger';
import { configQuery } from '../api/queries';
import { pause } from '../api/retry';
import { useDark } from '../app/theme';
import { say } from '../messages/english';
import { sentenceOf, sentenceOfFailure } from '../messages/problems';
import { appearanceFor } from '../stripe/appearance';
import { CardFields } from '../stripe/CardFields';
import { useStripeScript, type StripeScript } from '../stripe/useStripeScript';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

interface AddCardDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Saves a card without paying. The bank may ask the customer, as for a payment. */
export function AddCardDialog({ open, onOpenChange }: AddCardDialogProps) {
  const [saving, setSaving] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={say.cards.addTitle}
      description={say.cards.addHint}
      closable={!saving}
      givesWay={saving}
    >
      <Form
        saving={saving}
        onSaving={setSaving}
        onSaved={() => {
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

interface FormProps {
  readonly saving: boolean;
  readonly onSaving: (saving: boolean) => void;
  readonly onSaved: () => void;
}

function Form(props: FormProps) {
  const script = useStripeScript();
  const { data: config } = useQuery(configQuery(useLedger()));
  const dark = useDark();
  const options = useMemo(
    (): StripeElementsOptionsMode => ({
      mode: 'setup',
      currency: config?.packages[0]?.price.currency ?? 'usd',
      setupFutureUsage: 'off_session',
      appearance: appearanceFor(dark),
    }),
    [config, dark],
  );
  return (
    <Elements stripe={script.state === 'ready' ? script.stripe : null} options={options}>
      <Fields {...props} script={script} consent={config?.cardConsent ?? ''} />
    </Elements>
  );
}

interface FieldsProps extends FormProps {
  readonly script: StripeScript;
  readonly consent: string;
}

function Fields({ script, consent, saving, onSaving, onSaved }: FieldsProps) {
  const ledger = useLedger();
  const stripe = useStripe();
  const elements = useElements();
  const { note } = useAnnouncer();
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (!stripe || !elements || saving) {
      return;
    }
    setFailure(null);
    onSaving(true);
    try {
      const wrong = await saveCard(ledger, stripe, elements);
      setFailure(wrong);
      if (wrong === null) {
        note(say.cards.added);
        onSaved();
      }
    } catch (error) {
      setFailure(sentenceOf(error));
    } finally {
      onSaving(false);
    }
  };
  return (
    <div className="grid gap-4">
      <CardFields script={script} disabled={saving} />
      <p className="text-xs text-muted">{consent}</p>
      {failure !== null && (
        <p role="alert" className="rounded-xl bg-bad-soft px-4 py-3 text-sm text-bad">
          {failure}
        </p>
      )}
      <Button kind="primary" busy={saving} onClick={() => void save()} className="min-h-11">
        {saving ? say.cards.saving : say.cards.save}
      </Button>
    </div>
  );
}

/** What is wrong, in a sentence; null once the ledger knows the card. */
async function saveCard(ledger: Ledger, stripe: Stripe, elements: StripeElements): Promise<string | null> {
  const { error: incomplete } = await elements.submit();
  if (incomplete) {
    return incomplete.message ?? say.buy.incomplete;
  }
  const before = await readCards(ledger);
  const { clientSecret } = await answerOf(
    ledger.client.POST('/v1/accounts/{accountId}/payment-methods/setup', {
      params: { path: { accountId: ledger.accountId } },
    }),
  );
  const { error } = await stripe.confirmSetup({
    elements,
    clientSecret,
    redirect: 'if_required',
    confirmParams: { return_url: location.origin + location.pathname },
  });
  if (error) {
    return error.type === 'validation_error'
      ? (error.message ?? say.buy.incomplete)
      : sentenceOfFailure({
          code: error.code ?? 'card_declined',
          ...(error.decline_code === undefined ? {} : { declineCode: error.decline_code }),
          message: error.message ?? '',
        });
  }
  await awaitCard(ledger, before);
  return null;
}

async function readCards(ledger: Ledger): Promise<readonly string[]> {
  const cards = await answerOf(
    ledger.client.GET('/v1/accounts/{accountId}/payment-methods', {
      params: { path: { accountId: ledger.accountId } },
    }),
  );
  return cards.map((card) => card.paymentMethodId);
}

const LOOKS = 20;
const LOOK_EVERY_MILLIS = 500;

/** The payment provider tells the ledger of the card a moment later. The list follows the stream, should that take longer. */
async function awaitCard(ledger: Ledger, before: readonly string[]): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const now = await readCards(ledger);
    if (now.some((card) => !before.includes(card))) {
      break;
    }
    await pause(LOOK_EVERY_MILLIS);
  }
  await ledger.cache.invalidateQueries({ queryKey: keys.paymentMethods });
}
