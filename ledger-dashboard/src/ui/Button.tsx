import type { ComponentProps } from 'react';
import { Spinner } from './Spinner';
import { classes } from './classes';

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly kind?: Kind;
  readonly small?: boolean;
  /** Under way: it can't be pressed again, and stays where the focus is. */
  readonly busy?: boolean;
}

const looks: Readonly<Record<Kind, string>> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'bg-surface text-ink border border-control hover:bg-sunken',
  quiet: 'text-accent-ink hover:bg-accent-soft',
  danger: 'bg-bad-strong text-white hover:brightness-95',
};

export const buttonLook = (kind: Kind, small = false): string =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-lg font-medium transition-colors whitespace-nowrap select-none',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:opacity-60 disabled:cursor-not-allowed',
    small ? 'min-h-8 px-3 text-sm' : 'min-h-10 px-4 text-[0.9375rem]',
    looks[kind],
  );

export function Button({
  kind = 'secondary',
  small = false,
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      // Not disabled: that would throw the focus away.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={classes(buttonLook(kind, small), className)}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
