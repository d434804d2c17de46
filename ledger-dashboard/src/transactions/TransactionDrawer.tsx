import type { ReactNode } from 'react';
import type { Transaction } from '../api/types';
import { credits } from '../format/credits';
import { dateAndTime, inUtc } from '../format/time';
import { say } from '../messages/english';
import { CopyText } from '../ui/Copy';
import { Dialog } from '../ui/Dialog';
import { Amount, TypePill, WebsiteLink } from './TransactionsTable';

/** All that is known of one transaction. */
export function TransactionDrawer({
  line,
  onClose,
}: {
  readonly line: Transaction | null;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      open={line !== null}
      onOpenChange={(open) => {
        if (!open) {
          onClose();
        }
      }}
      title={line?.description ?? ''}
      side
    >
      {line && <Details line={line} />}
    </Dialog>
  );
}

const Item = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2.5">
    <dt className="text-sm text-muted">{name}</dt>
    <dd className="min-w-0 text-end text-sm">{children}</dd>
  </div>
);

function Details({ line }: { readonly line: Transaction }) {
  const words = say.transactions;
  return (
    <>
      <p className="mb-4 flex items-center gap-3 text-3xl tracking-tight">
        <Amount amount={line.amount} />
        <TypePill type={line.type} />
      </p>
      <dl>
        <Item name={words.time}>
          <time dateTime={line.occurredAt}>{dateAndTime(line.occurredAt)}</time>
        </Item>
        <Item name={words.utc}>{inUtc(line.occurredAt)}</Item>
        <Item name={words.balanceAfter}>
          <span className="figures">{credits(line.balanceAfter)}</span>
        </Item>
        {line.website && (
          <Item name={words.website}>
            <WebsiteLink website={line.website} />
          </Item>
        )}
        <Item name={words.transactionId}>
          <CopyText text={line.transactionId} what={words.transactionId} />
        </Item>
        {line.reference && (
          <Item name={words.reference}>
            <CopyText text={line.reference} what={words.reference} />
          </Item>
        )}
        <Item name={words.revision}>
          <span className="figures">{credits(line.revision)}</span>
        </Item>
      </dl>
      <Notes notes={line.metadata} />
    </>
  );
}

function Notes({ notes }: { readonly notes: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(notes);
  return entries.length === 0 ? null : (
    <section className="mt-6">
      <h3 className="mb-1 text-sm font-semibold">{say.transactions.notes}</h3>
      <dl>
        {entries.map(([name, value]) => (
          <Item key={name} name={name}>
            <span className="break-all">{String(value)}</span>
          </Item>
        ))}
      </dl>
    </section>
  );
}
