import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useLedger } from '../api/ledger';
import { websitesQuery } from '../api/queries';
import { date } from '../format/time';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { DayField } from '../ui/DayField';
import { Icon } from '../ui/Icon';
import { Segments } from '../ui/Segments';
import { Select } from '../ui/Select';
import { daysOf, isFiltered, transactionTypes, type Preset, type TransactionSearch } from './search';

interface FiltersProps {
  readonly search: TransactionSearch;
  readonly onChange: (search: TransactionSearch) => void;
}

const ANY = 'any';
const field = 'min-h-10 rounded-lg border border-control bg-surface px-3 text-sm';

const presets: readonly Preset[] = ['today', 'week', 'month', 'thisMonth'];

function isChosen(preset: Preset, { from, to }: TransactionSearch): boolean {
  const days = daysOf(preset, new Date());
  return days.from === from && days.to === to;
}

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
  return (
    <form role="search" onSubmit={find} className="grid gap-3 border-b border-line px-5 py-4 sm:px-6">
      <div className="flex flex-wrap items-end gap-3">
        <label className="relative min-w-52 flex-1">
          <span className="sr-only">{say.transactions.search}</span>
          <Icon name="search" className="absolute start-3 top-3 size-4 text-muted" />
          <input
            id="transaction-search"
            data-search
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
      <Segments
        label={say.transactions.period}
        value={presets.find((preset) => isChosen(preset, search)) ?? null}
        options={presets.map((value) => ({ value, label: say.transactions.presets[value] }))}
        onChange={(preset) => {
          onChange({ ...search, ...daysOf(preset, new Date()) });
        }}
      />
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
