import { Link } from '@tanstack/react-router';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { AutoTopUp, CreditPackage, PaymentMethod } from '../api/types';
import { price } from '../format/price';
import { cardExpiry } from '../format/time';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { Button } from '../ui/Button';
import { RadioCards } from '../ui/Choice';
import { FigureField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Pill } from '../ui/Pill';
import { termsOf, useTurnOff, useTurnOn } from './change';
import { check, draftOf, suggestedFor, type Draft, type Terms } from './terms';

export const LIMIT_FIELD = 'top-up-limit';
const THRESHOLD_FIELD = 'top-up-threshold';

interface TermsFormProps {
  readonly topUp: AutoTopUp;
  readonly packages: readonly CreditPackage[];
  readonly methods: readonly PaymentMethod[];
}

export function TermsForm({ topUp, packages, methods }: TermsFormProps) {
  const terms = termsOf(topUp);
  const first = packages.find((pack) => pack.packageId === terms?.packageId) ?? packages[0];
  return first === undefined ? (
    <p className="px-5 pb-5 text-sm text-muted sm:px-6">{say.topUp.nothingForSale}</p>
  ) : (
    <Form
      topUp={topUp}
      packages={packages}
      card={methods.find((method) => method.isDefault) ?? null}
      first={first}
      start={terms === null ? suggestedFor(first) : draftOf({ ...terms, packageId: first.packageId })}
    />
  );
}

interface FormProps {
  readonly topUp: AutoTopUp;
  readonly packages: readonly CreditPackage[];
  readonly card: PaymentMethod | null;
  readonly first: CreditPackage;
  readonly start: Draft;
}

function Form({ topUp, packages, card, first, start }: FormProps) {
  // Until somebody types, the form shows what the ledger has, and follows it.
  const [typed, setTyped] = useState<Draft | null>(null);
  const draft = typed ?? start;
  // Nobody is told off for what they have not finished typing.
  const [tried, setTried] = useState(false);
  const turnOn = useTurnOn();
  const turnOff = useTurnOff();
  const pack = packages.find((each) => each.packageId === draft.packageId) ?? first;
  const checked = check(draft, pack);
  const faults = tried && !checked.right ? checked : null;
  const isOff = topUp.state === 'off';
  const submit = useRef<HTMLButtonElement>(null);
  const change = (changed: Partial<Draft>): void => {
    setTyped({ ...draft, ...changed });
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!checked.right) {
      document.getElementById(checked.threshold === null ? LIMIT_FIELD : THRESHOLD_FIELD)?.focus();
    } else if (card !== null && !turnOn.isPending) {
      turnOn.mutate(checked.terms, {
        onSuccess: () => {
          setTyped(null);
        },
      });
    }
  };
  return (
    <form noValidate onSubmit={send} className="grid gap-6 px-5 pb-6 sm:px-6">
      <RadioCards
        legend={say.topUp.what}
        value={pack.packageId}
        columns
        options={packages.map((each) => ({
          value: each.packageId,
          label: `${say.credits(each.credits)}, ${price(each.price)}`,
          content: (
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
              <span className="figures font-medium">{say.credits(each.credits)}</span>
              <span className="figures text-muted">{price(each.price)}</span>
            </span>
          ),
        }))}
        onChange={(packageId) => {
          change({ packageId });
        }}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <FigureField
          id={THRESHOLD_FIELD}
          label={say.topUp.threshold}
          unit={say.topUp.creditsUnit}
          hint={say.topUp.thresholdHint}
          value={draft.threshold}
          error={faults?.threshold ?? null}
          onChange={(threshold) => {
            change({ threshold });
          }}
        />
        <FigureField
          id={LIMIT_FIELD}
          label={say.topUp.limit}
          unit={pack.price.currency.toUpperCase()}
          hint={say.topUp.limitHint}
          value={draft.limit}
          error={faults?.limit ?? null}
          onChange={(limit) => {
            change({ limit });
          }}
        />
      </div>
      <Spent topUp={topUp} />
      <PayingCard card={card} missing={tried && card === null} />
      <Sentence terms={checked.right ? checked.terms : null} pack={pack} card={card} />
      {(turnOn.isError || turnOff.isError) && (
        <p role="alert" className="text-sm text-bad">
          {sentenceOf(turnOn.error ?? turnOff.error)}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button ref={submit} type="submit" kind="primary" busy={turnOn.isPending}>
          {isOff ? say.topUp.turnOn : say.topUp.save}
        </Button>
        {!isOff && (
          <Button
            busy={turnOff.isPending}
            onClick={() => {
              turnOff.mutate(undefined, {
                onSuccess: () => {
                  // This button goes; what had the focus keeps it near.
                  submit.current?.focus();
                },
              });
            }}
          >
            {say.topUp.turnOff}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What is spent of the month's limit: the words, and a bar for the eye. */
function Spent({ topUp: { spentThisMonth, monthlyLimit } }: { readonly topUp: AutoTopUp }) {
  if (spentThisMonth == null || monthlyLimit == null) {
    return null;
  }
  const share = Number((spentThisMonth.amount * 100n) / (monthlyLimit.amount || 1n));
  return (
    <div className="text-sm">
      <p className="figures">{say.topUp.spent(spentThisMonth, monthlyLimit)}</p>
      <svg aria-hidden="true" viewBox="0 0 100 2" preserveAspectRatio="none" className="mt-2 h-1.5 w-full">
        <rect width="100" height="2" fill="var(--line)" />
        <rect width={Math.min(100, share)} height="2" fill="var(--accent)" />
      </svg>
    </div>
  );
}

function PayingCard({ card, missing }: { readonly card: PaymentMethod | null; readonly missing: boolean }) {
  return (
    <div>
      <h3 className="mb-1.5 text-sm font-semibold">{say.topUp.card}</h3>
      <div
        className={`flex flex-wrap items-center gap-3 rounded-xl border px-4 py-3 ${missing ? 'border-bad' : 'border-line'}`}
      >
        <Icon name="card" className="size-5 text-muted" />
        {card === null ? (
          <span role={missing ? 'alert' : undefined} className={missing ? 'flex-1 text-bad' : 'flex-1'}>
            {say.topUp.noCard}
          </span>
        ) : (
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{say.cardName(card)}</span>
            <span className="figures text-sm text-muted">{cardExpiry(card.expMonth, card.expYear)}</span>
            <Pill tone="accent">{say.cards.isDefault}</Pill>
          </span>
        )}
        <Link to="/payment-methods" className="text-sm font-medium text-accent-ink hover:underline">
          {card === null ? say.cards.add : say.topUp.changeCard}
        </Link>
      </div>
    </div>
  );
}

/** What will happen, in words, before anybody agrees to it. */
function Sentence({
  terms,
  pack,
  card,
}: {
  readonly terms: Terms | null;
  readonly pack: CreditPackage;
  readonly card: PaymentMethod | null;
}) {
  return (
    <p aria-live="polite" className="rounded-xl bg-accent-soft px-4 py-3 text-sm text-ink">
      {terms === null
        ? say.topUp.sentenceLater
        : say.topUp.sentence(terms, pack, card === null ? say.topUp.yourCard : say.cardName(card))}
    </p>
  );
}
