import { useId } from 'react';
import { classes } from './classes';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What stands behind the figure, as in "credits". */
  readonly unit: string;
  readonly hint: string;
  /** What is wrong with it; null while nothing is. */
  readonly error: string | null;
  readonly id?: string;
}

/** A figure to be typed in. What is wrong with it stands below it, and is read out with it. */
export function FigureField({ label, value, onChange, unit, hint, error, id }: FieldProps) {
  const made = useId();
  const own = id ?? made;
  return (
    <div>
      <label htmlFor={own} className="mb-1.5 block text-sm font-semibold">
        {label}
      </label>
      <span
        className={classes(
          'flex min-h-10 items-center gap-2 rounded-lg border bg-surface px-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent-ink',
          error === null ? 'border-control' : 'border-bad',
        )}
      >
        <input
          id={own}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={error !== null}
          aria-describedby={error === null ? `${own}-hint` : `${own}-error ${own}-hint`}
          onChange={(event) => {
            onChange(event.target.value);
          }}
          className="figures w-full min-w-0 flex-1 bg-transparent py-2 outline-none"
        />
        <span className="text-sm text-muted">{unit}</span>
      </span>
      {error !== null && (
        <p id={`${own}-error`} className="mt-1.5 text-sm text-bad">
          {error}
        </p>
      )}
      <p id={`${own}-hint`} className="mt-1.5 text-xs text-muted">
        {hint}
      </p>
    </div>
  );
}
