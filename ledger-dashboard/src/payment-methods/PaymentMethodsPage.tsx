import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf } from '../api/client';
import { keys, useLedger } from '../api/ledger';
import { autoTopUpQuery, paymentMethodsQuery } from '../api/queries';
import type { PaymentMethod } from '../api/types';
import { Page } from '../app/Page';
import { cardExpiry, isCardExpired, isCardExpiringSoon } from '../format/time';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Empty, ErrorPanel, SkeletonLines } from '../ui/Panel';
import { Pill } from '../ui/Pill';
import { AddCardDialog } from './AddCardDialog';

export function PaymentMethodsPage() {
  const [adding, setAdding] = useState(false);
  const add = (
    <Button
      kind="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      <Icon name="add" />
      {say.cards.add}
    </Button>
  );
  return (
    <Page title={say.cards.title} action={add}>
      <p className="-mt-2 text-muted">{say.cards.intro}</p>
      <SavedCards />
      <AddCardDialog open={adding} onOpenChange={setAdding} />
    </Page>
  );
}

function SavedCards() {
  const ledger = useLedger();
  const methods = useQuery(paymentMethodsQuery(ledger));
  const topUp = useQuery(autoTopUpQuery(ledger));
  const [removing, setRemoving] = useState<PaymentMethod | null>(null);
  if (methods.isPending) {
    return (
      <div className="card pt-4">
        <SkeletonLines lines={3} className="h-14" />
      </div>
    );
  }
  if (methods.isError && !methods.data) {
    return (
      <div className="card">
        <ErrorPanel error={methods.error} onRetry={() => void methods.refetch()} />
      </div>
    );
  }
  if (methods.data.length === 0) {
    return (
      <div className="card pt-4">
        <Empty icon="card" title={say.cards.empty} hint={say.cards.emptyHint} />
      </div>
    );
  }
  const paysTopUps = (method: PaymentMethod): boolean =>
    method.isDefault && topUp.data !== undefined && topUp.data.state !== 'off';
  return (
    <>
      <ul aria-label={say.cards.section} className="card divide-y divide-line">
        {methods.data.map((method) => (
          <Card
            key={method.paymentMethodId}
            method={method}
            inUse={paysTopUps(method)}
            onRemove={() => {
              setRemoving(method);
            }}
          />
        ))}
      </ul>
      <p className="text-sm text-muted">{say.cards.defaultHint}</p>
      <RemoveCard
        method={removing}
        onDone={() => {
          setRemoving(null);
        }}
      />
    </>
  );
}

interface CardProps {
  readonly method: PaymentMethod;
  readonly inUse: boolean;
  readonly onRemove: () => void;
}

function Card({ method, inUse, onRemove }: CardProps) {
  const name = say.cardName(method);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 sm:px-6">
      <span className="grid h-9 w-13 place-items-center rounded-md border border-line bg-sunken text-muted">
        <Icon name="card" className="size-5" />
      </span>
      <div className="min-w-40 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {method.isDefault && <Pill tone="accent">{say.cards.isDefault}</Pill>}
        </p>
        <Expiry method={method} />
        {inUse && <p className="text-xs text-muted">{say.cards.inUse}</p>}
      </div>
      <div className="flex gap-2">
        {!method.isDefault && <MakeDefault method={method} />}
        <Button small disabled={inUse} aria-label={say.cards.removeOf(name)} onClick={onRemove}>
          {say.cards.remove}
        </Button>
      </div>
    </li>
  );
}

function Expiry({ method: { expMonth, expYear } }: { readonly method: PaymentMethod }) {
  const now = new Date();
  const expiry = cardExpiry(expMonth, expYear);
  if (isCardExpired(expMonth, expYear, now)) {
    return (
      <p className="mt-0.5 flex items-center gap-2 text-sm text-muted">
        {say.cards.expired(expiry)} <Pill tone="bad">{say.cards.expiredBadge}</Pill>
      </p>
    );
  }
  return (
    <p className="mt-0.5 flex items-center gap-2 text-sm text-muted">
      <span className="figures">{say.cards.expires(expiry)}</span>
      {isCardExpiringSoon(expMonth, expYear, now) && <Pill tone="warn">{say.cards.expiringSoon}</Pill>}
    </p>
  );
}

function MakeDefault({ method }: { readonly method: PaymentMethod }) {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  const name = say.cardName(method);
  const change = useMutation({
    mutationFn: () =>
      answerOf(
        ledger.client.PUT('/v1/accounts/{accountId}/payment-methods/{paymentMethodId}/default', {
          params: {
            path: { accountId: ledger.accountId, paymentMethodId: method.paymentMethodId },
          },
        }),
      ),
    onSuccess: async (changed) => {
      ledger.raiseFloor(changed.revision);
      await ledger.cache.invalidateQueries({ queryKey: keys.paymentMethods });
      note(say.cards.madeDefault(name));
    },
    onError: (error) => {
      note(sentenceOf(error));
    },
  });
  return (
    <Button
      small
      busy={change.isPending}
      aria-label={say.cards.makeDefaultOf(name)}
      onClick={() => {
        change.mutate();
      }}
    >
      {say.cards.makeDefault}
    </Button>
  );
}

function RemoveCard({
  method,
  onDone,
}: {
  readonly method: PaymentMethod | null;
  readonly onDone: () => void;
}) {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  const remove = useMutation({
    mutationFn: async (removed: PaymentMethod) => {
      await ledger.client.DELETE('/v1/accounts/{accountId}/payment-methods/{paymentMethodId}', {
        params: { path: { accountId: ledger.accountId, paymentMethodId: removed.paymentMethodId } },
      });
    },
    onSuccess: (_nothing, removed) => {
      // The answer has no revision to wait for: what was removed is taken out here, and the rest is asked for.
      ledger.cache.setQueryData<PaymentMethod[]>(keys.paymentMethods, (kept) =>
        kept?.filter((each) => each.paymentMethodId !== removed.paymentMethodId),
      );
      void ledger.cache.invalidateQueries({ queryKey: keys.paymentMethods });
      note(say.cards.removed(say.cardName(removed)));
      onDone();
    },
  });
  const name = method ? say.cardName(method) : '';
  return (
    <Confirm
      open={method !== null}
      onOpenChange={(open) => {
        if (!open && !remove.isPending) {
          remove.reset();
          onDone();
        }
      }}
      title={say.cards.removeTitle(name)}
      description={say.cards.removeHint}
      confirm={say.cards.removeConfirm}
      busy={remove.isPending}
      onConfirm={() => {
        if (method) {
          remove.mutate(method);
        }
      }}
    >
      {remove.isError && (
        <p role="alert" className="mt-3 text-sm text-bad">
          {sentenceOf(remove.error)}
        </p>
      )}
    </Confirm>
  );
}
