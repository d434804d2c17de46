import { Checkbox } from '@base-ui/react/checkbox';
import { Elements, useElements, useStripe } from '@stripe/react-stripe-js';
import type { StripeElementsOptionsMode } from '@stripe/stripe-js';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLedger } from '../api/ledger';
import { configQuery, paymentMethodsQuery } from '../api/queries';
import type { BrowserConfig, CreditPackage, PaymentMethod } from '../api/types';
import { useDark } from '../app/theme';
import { credits } from '../format/credits';
import { price, pricePerThousand, savingPercent } from '../format/price';
import { cardExpiry, isCardExpired } from '../format/time';
import { say } from '../messages/english';
import { appearanceFor } from '../stripe/appearance';
import { CardFields } from '../stripe/CardFields';
import type { StripeScript } from '../stripe/useStripeScript';
import { Button } from '../ui/Button';
import { RadioCards, type Option } from '../ui/Choice';
import { Icon } from '../ui/Icon';
import { ErrorPanel, SkeletonLines } from '../ui/Panel';
import { Pill } from '../ui/Pill';
import type { Phase } from './phase';
import type { PurchaseRun } from './run';

interface OrderFormProps {
  readonly run: PurchaseRun;
  readonly phase: Phase;
  readonly script: StripeScript;
}

const NEW_CARD = 'new';

export function OrderForm({ run, phase, script }: OrderFormProps) {
  const ledger = useLedger();
  const config = useQuery(configQuery(ledger));
  const methods = useQuery(paymentMethodsQuery(ledger));
  if (config.isError || methods.isError) {
    return (
      <ErrorPanel
        error={config.error ?? methods.error}
        onRetry={() => {
          void config.refetch();
          void methods.refetch();
        }}
      />
    );
  }
  if (!config.data || !methods.data) {
    return <SkeletonLines lines={5} className="h-16" />;
  }
  return <LoadedForm run={run} phase={phase} script={script} config={config.data} methods={methods.data} />;
}

interface LoadedFormProps extends OrderFormProps {
  readonly config: BrowserConfig;
  readonly methods: readonly PaymentMethod[];
}

function LoadedForm({ run, phase, script, config, methods }: LoadedFormProps) {
  const [packageId, setPackageId] = useState(run.packageId);
  const [chosenCard, setChosenCard] = useState<string | null>(null);
  const [saveCard, setSaveCard] = useState(false);
  const dark = useDark();
  const pack = config.packages.find((each) => each.packageId === packageId) ?? config.packages[0];
  const options = useMemo(
    (): StripeElementsOptionsMode => ({
      mode: 'payment',
      amount: Number(pack?.price.amount ?? 0n),
      currency: pack?.price.currency ?? 'usd',
      setupFutureUsage: saveCard ? 'off_session' : null,
      appearance: appearanceFor(dark),
    }),
    [pack, saveCard, dark],
  );
  if (!pack) {
    return <p>{say.problems['package-not-found']}</p>;
  }
  const card = currentCard(chosenCard, methods);
  return (
    <Elements stripe={script.state === 'ready' ? script.stripe : null} options={options}>
      <div className="grid gap-6">
        <RadioCards
          legend={say.buy.choosePackage}
          value={pack.packageId}
          options={packageOptions(config.packages)}
          disabled={phase.at !== 'choosing'}
          columns
          onChange={setPackageId}
        />
        <RadioCards
          legend={say.buy.choosePayment}
          value={card}
          options={cardOptions(methods)}
          disabled={phase.at !== 'choosing'}
          onChange={setChosenCard}
        />
        {card === NEW_CARD && (
          <div className="grid gap-4">
            <CardFields script={script} disabled={phase.at !== 'choosing'} />
            <SaveCard
              checked={saveCard}
              consent={config.cardConsent}
              disabled={phase.at !== 'choosing'}
              onChange={setSaveCard}
            />
          </div>
        )}
        <Submit run={run} phase={phase} pack={pack} card={card} saveCard={saveCard} />
      </div>
    </Elements>
  );
}

/** The default card is chosen until the customer chooses another; one that was removed meanwhile is chosen no more. */
function currentCard(chosen: string | null, methods: readonly PaymentMethod[]): string {
  const saved = methods.find((method) => method.paymentMethodId === chosen);
  if (chosen === NEW_CARD || saved) {
    return chosen ?? NEW_CARD;
  }
  return (
    methods.find((method) => method.isDefault)?.paymentMethodId ?? methods[0]?.paymentMethodId ?? NEW_CARD
  );
}

function packageOptions(packages: readonly CreditPackage[]): Option<string>[] {
  const dearest = packages[0];
  return packages.map((pack) => {
    const saved = dearest ? savingPercent(pack, dearest) : 0;
    return {
      value: pack.packageId,
      label: `${say.buy.packageOf(pack)}, ${price(pack.price)}`,
      content: (
        <span className="flex min-w-0 flex-1 items-center justify-between gap-3">
          <span>
            <span className="figures block font-semibold">{credits(pack.credits)}</span>
            <span className="figures block text-xs text-muted">
              {say.buy.perThousand(pricePerThousand(pack.price, pack.credits))}
            </span>
          </span>
          <span className="grid justify-items-end gap-1">
            <span className="figures font-medium">{price(pack.price)}</span>
            {saved > 0 && <Pill tone="good">{say.buy.saves(saved)}</Pill>}
          </span>
        </span>
      ),
    };
  });
}

function cardOptions(methods: readonly PaymentMethod[]): Option<string>[] {
  const now = new Date();
  const saved = methods.map((method) => {
    const expired = isCardExpired(method.expMonth, method.expYear, now);
    const expiry = cardExpiry(method.expMonth, method.expYear);
    return {
      value: method.paymentMethodId,
      label: say.cardName(method),
      content: (
        <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3">
          <span className="font-medium">{say.cardName(method)}</span>
          <span className="flex items-center gap-2 text-sm text-muted">
            {expired ? say.cards.expired(expiry) : say.cards.expires(expiry)}
            {method.isDefault && <Pill>{say.cards.isDefault}</Pill>}
          </span>
        </span>
      ),
    };
  });
  return [
    ...saved,
    {
      value: NEW_CARD,
      label: say.buy.newCard,
      content: (
        <span className="flex items-center gap-2 font-medium">
          <Icon name="card" />
          {say.buy.newCard}
        </span>
      ),
    },
  ];
}

function SaveCard({
  checked,
  consent,
  disabled,
  onChange,
}: {
  readonly checked: boolean;
  readonly consent: string;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <div className="grid gap-1">
      <label className="flex items-center gap-2.5 text-sm">
        <Checkbox.Root
          checked={checked}
          disabled={disabled}
          onCheckedChange={onChange}
          className="grid size-5 place-items-center rounded border-2 border-control bg-surface data-[checked]:border-accent data-[checked]:bg-accent"
        >
          <Checkbox.Indicator className="text-on-accent">
            <Icon name="check" className="size-3.5" />
          </Checkbox.Indicator>
        </Checkbox.Root>
        {say.buy.save}
      </label>
      {checked && <p className="ps-7.5 text-xs text-muted">{consent}</p>}
    </div>
  );
}

interface SubmitProps {
  readonly run: PurchaseRun;
  readonly phase: Phase;
  readonly pack: CreditPackage;
  readonly card: string;
  readonly saveCard: boolean;
}

function Submit({ run, phase, pack, card, saveCard }: SubmitProps) {
  const stripe = useStripe();
  const elements = useElements();
  const isNew = card === NEW_CARD;
  const busy = phase.at !== 'choosing';
  const pay = (): void => {
    void run.buy(
      {
        packageId: pack.packageId,
        paymentMethodId: isNew ? null : card,
        savePaymentMethod: isNew && saveCard,
      },
      { stripe, elements: isNew ? elements : null },
    );
  };
  return (
    <div className="sticky bottom-0 -mx-6 -mb-5 grid gap-3 border-t border-line bg-raised px-6 pt-4 pb-4">
      {phase.at === 'choosing' && phase.failure !== null && (
        <div role="alert" className="flex gap-2.5 rounded-xl bg-bad-soft px-4 py-3 text-sm text-bad">
          <Icon name="alert" className="mt-0.5 size-4" />
          <p>
            <strong className="font-semibold">{say.buy.declinedTitle}.</strong> {phase.failure}
          </p>
        </div>
      )}
      <Button kind="primary" busy={busy} onClick={pay} className="min-h-12 w-full text-base">
        {busy ? say.buy.paying : say.buy.pay(pack.price)}
      </Button>
      <p role="status" className="min-h-5 text-center text-xs text-muted">
        {phase.at === 'submitting' && say.buy.submitting}
        {phase.at === 'authenticating' && say.buy.authenticating}
        {phase.at === 'choosing' && say.buy.terms}
      </p>
    </div>
  );
}
