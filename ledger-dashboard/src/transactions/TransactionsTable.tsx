import type { Transaction, TransactionType, Website } from '../api/types';
import { credits, movement } from '../format/credits';
import { dateAndTime, inUtc } from '../format/time';
import { say } from '../messages/english';
import { CopyText } from '../ui/Copy';
import { Icon } from '../ui/Icon';
import { Pill, type Tone } from '../ui/Pill';
import { classes } from '../ui/classes';
import { usualView, type Column, type TableView } from './view';

const tones: Readonly<Record<TransactionType, Tone>> = {
  purchase: 'good',
  grant: 'good',
  consumption: 'neutral',
  reversal: 'accent',
  expiry: 'warn',
  refund: 'warn',
  revocation: 'warn',
  dispute: 'bad',
  adjustment: 'accent',
};

export const TypePill = ({ type }: { readonly type: TransactionType }) => (
  <Pill tone={tones[type]}>{say.transactions.types[type]}</Pill>
);

/** With sign and word: nobody has to tell green from red. */
export const Amount = ({ amount }: { readonly amount: bigint }) => (
  <span className={classes('figures font-medium whitespace-nowrap', amount > 0n && 'text-good')}>
    {movement(amount)}
    <span className="sr-only"> {amount < 0n ? say.transactions.debited : say.transactions.added}</span>
  </span>
);

/** Only what is surely an address of the web becomes a link: the name came from elsewhere. */
export const safeAddress = (url: string | undefined): string | null => {
  const parsed = url !== undefined && URL.canParse(url) ? new URL(url) : null;
  return parsed && (parsed.protocol === 'https:' || parsed.protocol === 'http:') ? parsed.href : null;
};

export function WebsiteLink({ website }: { readonly website: Website }) {
  const name = website.name ?? website.id;
  const address = safeAddress(website.url);
  return address === null ? (
    <span>{name}</span>
  ) : (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex max-w-full items-center gap-1 text-accent-ink hover:underline"
    >
      <span className="truncate">{name}</span>
      <Icon name="outside" className="size-3.5" />
      <span className="sr-only">{say.common.opensElsewhere}</span>
    </a>
  );
}

interface TransactionsTableProps {
  readonly lines: readonly Transaction[];
  readonly view?: TableView;
  readonly onOpen?: (line: Transaction) => void;
}

const heading = 'bg-surface py-2.5 text-xs font-medium text-muted';

/** A table; on a narrow screen the same rows as cards, in the same order. */
export function TransactionsTable({ lines, view = usualView, onOpen }: TransactionsTableProps) {
  const has = (column: Column): boolean => view.columns.includes(column);
  return (
    <table className="block w-full text-sm sm:table">
      <caption className="sr-only">{say.transactions.caption}</caption>
      <thead className="hidden sm:table-header-group xl:sticky xl:top-25 xl:z-10">
        <tr>
          {has('date') && (
            <th scope="col" aria-sort="descending" className={classes(heading, 'ps-6 text-start')}>
              {view.utc ? say.transactions.dateInUtc : say.transactions.date}
            </th>
          )}
          <th scope="col" className={classes(heading, has('date') ? 'ps-4' : 'ps-6', 'text-start')}>
            {say.transactions.description}
          </th>
          {has('website') && (
            <th scope="col" className={classes(heading, 'ps-4 text-start')}>
              {say.transactions.website}
            </th>
          )}
          {has('reference') && (
            <th scope="col" className={classes(heading, 'ps-4 text-start')}>
              {say.transactions.reference}
            </th>
          )}
          <th
            scope="col"
            className={classes(heading, 'ps-4 text-end', !onOpen && !has('balanceAfter') && 'pe-6')}
          >
            {say.transactions.amount}
          </th>
          {has('balanceAfter') && (
            <th scope="col" className={classes(heading, 'ps-4 text-end max-lg:hidden', !onOpen && 'pe-6')}>
              {say.transactions.balanceAfter}
            </th>
          )}
          {onOpen && (
            <th scope="col" className={classes(heading, 'pe-4')}>
              <span className="sr-only">{say.transactions.details}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {lines.map((line) => (
          <Row key={line.transactionId} line={line} view={view} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly line: Transaction;
  readonly view: TableView;
  readonly onOpen: ((line: Transaction) => void) | undefined;
}

function Row({ line, view, onOpen }: RowProps) {
  const has = (column: Column): boolean => view.columns.includes(column);
  return (
    <tr
      className={classes(
        'grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 border-t border-line px-5 hover:bg-sunken sm:table-row sm:p-0',
        view.compact ? 'py-1.5 sm:h-9' : 'py-3 sm:h-12',
      )}
    >
      {has('date') && (
        <td className="order-3 text-xs text-muted sm:ps-6 sm:text-sm sm:whitespace-nowrap">
          <time
            dateTime={line.occurredAt}
            title={view.utc ? dateAndTime(line.occurredAt) : inUtc(line.occurredAt)}
          >
            {view.utc ? inUtc(line.occurredAt) : dateAndTime(line.occurredAt)}
          </time>
        </td>
      )}
      <td className={classes('order-1 min-w-0', has('date') ? 'sm:ps-4' : 'sm:ps-6')}>
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <TypePill type={line.type} />
          <span className="min-w-0 break-words">{line.description}</span>
        </span>
      </td>
      {has('website') && (
        <td className="order-4 max-w-48 text-end sm:ps-4 sm:text-start">
          {line.website && <WebsiteLink website={line.website} />}
        </td>
      )}
      {has('reference') && (
        <td className="order-6 col-span-2 min-w-0 sm:max-w-44 sm:ps-4">
          {line.reference != null && <CopyText text={line.reference} what={say.transactions.reference} />}
        </td>
      )}
      <td className={classes('order-2 text-end sm:ps-4', !onOpen && !has('balanceAfter') && 'sm:pe-6')}>
        <Amount amount={line.amount} />
      </td>
      {has('balanceAfter') && (
        <td className={classes('figures text-end text-muted max-lg:hidden sm:ps-4', !onOpen && 'pe-6')}>
          {credits(line.balanceAfter)}
        </td>
      )}
      {onOpen && (
        <td className="order-5 col-span-2 text-end sm:pe-4">
          <button
            type="button"
            data-transaction={line.transactionId}
            aria-label={say.transactions.detailsOf(line.description, dateAndTime(line.occurredAt))}
            onClick={() => {
              onOpen(line);
            }}
            className="inline-grid size-8 place-items-center rounded-lg text-muted hover:bg-accent-soft hover:text-accent-ink"
          >
            <Icon name="arrow" />
          </button>
        </td>
      )}
    </tr>
  );
}
