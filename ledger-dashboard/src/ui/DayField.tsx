/** A day of the calendar, as in 2026-11-24; empty while none is chosen. */
export function DayField({
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
        className="min-h-10 rounded-lg border border-control bg-surface px-3 text-sm text-ink"
      />
    </label>
  );
}
