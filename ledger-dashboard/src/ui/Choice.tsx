import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId, type ReactNode } from 'react';
import { classes } from './classes';

export interface Option<T extends string> {
  readonly value: T;
  /** What is read out; the card may show it in more beautiful words. */
  readonly label: string;
  readonly content: ReactNode;
  readonly disabled?: boolean;
}

interface RadioCardsProps<T extends string> {
  readonly legend: string;
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly disabled?: boolean;
  readonly columns?: boolean;
  readonly onChange: (value: T) => void;
}

/** One of a few, each shown as a card. One stop of the Tab key; the arrows choose. */
export function RadioCards<T extends string>({
  legend,
  value,
  options,
  disabled = false,
  columns = false,
  onChange,
}: RadioCardsProps<T>) {
  const id = useId();
  return (
    <div>
      <h3 id={id} className="mb-2.5 text-sm font-semibold">
        {legend}
      </h3>
      <RadioGroup
        aria-labelledby={id}
        value={value ?? ''}
        disabled={disabled}
        onValueChange={(chosen) => {
          onChange(chosen as T);
        }}
        className={classes('grid gap-2.5', columns && 'sm:grid-cols-2')}
      >
        {options.map((option) => (
          <Radio.Root
            key={option.value}
            value={option.value}
            aria-label={option.label}
            disabled={option.disabled ?? false}
            className={classes(
              'group flex w-full cursor-pointer items-center gap-3 rounded-xl border border-control bg-surface px-4 py-3 text-start transition-colors',
              'hover:border-accent data-[checked]:border-accent-ink data-[checked]:bg-accent-soft data-[checked]:ring-1 data-[checked]:ring-accent-ink',
              'data-[disabled]:cursor-not-allowed data-[disabled]:opacity-60',
            )}
          >
            <span className="grid size-[1.125rem] shrink-0 place-items-center rounded-full border-2 border-control bg-surface group-data-[checked]:border-accent-ink">
              <Radio.Indicator className="size-2 rounded-full bg-accent-ink" />
            </span>
            {option.content}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
