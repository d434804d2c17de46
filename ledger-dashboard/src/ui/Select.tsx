import { Select as BaseSelect } from '@base-ui/react/select';
import { Icon } from './Icon';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of some, from a list that opens. */
export function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  return (
    <BaseSelect.Root
      items={options}
      value={value}
      onValueChange={(chosen) => {
        if (chosen !== null) {
          onChange(chosen);
        }
      }}
    >
      <BaseSelect.Trigger
        aria-label={label}
        className="inline-flex min-h-10 items-center justify-between gap-3 rounded-lg border border-control bg-surface px-3 text-sm hover:bg-sunken"
      >
        <BaseSelect.Value />
        <BaseSelect.Icon className="rotate-90 text-muted">
          <Icon name="arrow" className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner className="z-50" sideOffset={4} alignItemWithTrigger={false}>
          <BaseSelect.Popup className="max-h-72 min-w-(--anchor-width) overflow-y-auto rounded-xl border border-line bg-raised p-1 text-sm shadow-popup">
            {options.map((option) => (
              <BaseSelect.Item
                key={option.value}
                value={option.value}
                className="flex min-h-9 cursor-default items-center gap-2 rounded-lg px-2.5 outline-none data-[highlighted]:bg-accent-soft"
              >
                <span className="size-4">
                  <BaseSelect.ItemIndicator>
                    <Icon name="check" />
                  </BaseSelect.ItemIndicator>
                </span>
                <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
