import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { useLedger } from '../api/ledger';
import { websitesQuery } from '../api/queries';
import { date } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Select } from '../ui/Select';
import { isFiltered, transactionTypes, type TransactionSearch } from './search';

interface FiltersProps {
  readonly search: TransactionSearch;
  readonly onChange: (search: TransactionSearch) => void;
}

const ANY = 'any';
const field = 'min-h-10 rounded-lg border border-control bg-surface px-3 text-sm';

export function Filters({ search, onChange }: FiltersProps) {
  const { data: websites } = useQuery(websitesQuery(useLedger()));
  const [text, setText] = useState(search.q ?? '');
  const type = search.type ?? ANY;
  const without = (name: keyof TransactionSearch): TransactionSearch => {
    const { [name]: _removed, ...others } = search;
    return others;
  };
  const change = (name: keyof TransactionSearch, value: string): void => {
    onChange(value === '' || value === ANY ? without(name) : { ...search, [name]: value });
  };
  const find = (event: SyntheticEvent): void => {
    event.preventDefault();
    change('q', text.trim());
  };
  useSlashKey('transaction-search');
  return (
    <form role="search" onSubmit={find} className="grid gap-3 border-b border-line px-5 py-4 sm:px-6">
      <div className="flex flex-wrap items-end gap-3">
        <label className="relative min-w-52 flex-1">
          <span className="sr-only">{say.transactions.search}</span>
          <Icon name="search" className="absolute start-3 top-3 size-4 text-muted" />
          <input
            id="transaction-search"
            type="search"
            maxLength={200}
            value={text}
            placeholder={say.transactions.search}
            onChange={(event) => {
              setText(event.target.value);
            }}
            className={`${field} w-full ps-9 placeholder:text-muted`}
          />
        </label>
        <Select
          label={say.transactions.type}
          value={type}
          options={[
            { value: ANY, label: say.transactions.anyType },
            ...transactionTypes.map((each) => ({
              value: each,
              label: say.transactions.types[each],
            })),
          ]}
          onChange={(value) => {
            change('type', value);
          }}
        />
        {websites && websites.items.length > 0 && (
          <Select
            label={say.transactions.website}
            value={search.website ?? ANY}
            options={[
              { value: ANY, label: say.transactions.anyWebsite },
              ...websites.items.map((site) => ({
                value: site.websiteId,
                label: site.name ?? site.websiteId,
              })),
            ]}
            onChange={(value) => {
              change('website', value);
            }}
          />
        )}
        <DayField
          name={say.transactions.from}
          value={search.from}
          onChange={(day) => {
            change('from', day);
          }}
        />
        <DayField
          name={say.transactions.to}
          value={search.to}
          onChange={(day) => {
            change('to', day);
          }}
        />
      </div>
      {isFiltered(search) && (
        <Chips
          search={search}
          websiteName={nameOf(search.website, websites?.items)}
          onRemove={(name) => {
            onChange(without(name));
          }}
          onClear={() => {
            onChange({});
          }}
        />
      )}
    </form>
  );
}

const nameOf = (
  id: string | undefined,
  websites: readonly { websiteId: string; name?: string | null }[] | undefined,
): string => websites?.find((site) => site.websiteId === id)?.name ?? id ?? '';

function DayField({
  name,
  value,
  onChange,
}: {
  readonly name: string;
  readonly value: string | undefined;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label className="grid gap-1 text-xs text-muted">
      {name}
      <input
        type="date"
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.target.value);
        }}
        className={`${field} text-ink`}
      />
    </label>
  );
}

interface ChipsProps {
  readonly search: TransactionSearch;
  readonly websiteName: string;
  readonly onRemove: (name: keyof TransactionSearch) => void;
  readonly onClear: () => void;
}

/** A day without its hours: read as this reader's own day, not as UTC's. */
const dayName = (day: string): string => date(`${day}T00:00:00`);

function Chips({ search, websiteName, onRemove, onClear }: ChipsProps) {
  const chips: readonly (readonly [keyof TransactionSearch, string | undefined])[] = [
    ['type', search.type && say.transactions.types[search.type]],
    ['website', search.website && websiteName],
    ['from', search.from && say.transactions.fromDay(dayName(search.from))],
    ['to', search.to && say.transactions.toDay(dayName(search.to))],
    ['q', search.q && `\u201c${search.q}\u201d`],
  ];
  return (
    <ul aria-label={say.transactions.filters} className="flex flex-wrap items-center gap-2">
      {chips.map(
        ([name, words]) =>
          words !== undefined && (
            <li
              key={name}
              className="inline-flex min-h-7 items-center gap-1 rounded-full bg-accent-soft ps-3 pe-1 text-xs font-medium text-accent-ink"
            >
              {words}
              <button
                type="button"
                aria-label={say.transactions.remove(words)}
                onClick={() => {
                  onRemove(name);
                }}
                className="grid size-6 place-items-center rounded-full hover:bg-surface"
              >
                <Icon name="close" className="size-3" />
              </button>
            </li>
          ),
      )}
      <li>
        <Button kind="quiet" small onClick={onClear}>
          {say.transactions.clear}
        </Button>
      </li>
    </ul>
  );
}

/** The key / goes to the search field, unless something is being typed. */
function useSlashKey(id: string): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        target.closest('input, textarea, [role=dialog]')
      ) {
        return;
      }
      event.preventDefault();
      document.getElementById(id)?.focus();
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [id]);
}
