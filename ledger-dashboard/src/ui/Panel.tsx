import { useId, type ReactNode } from 'react';
import { LedgerProblem } from '../api/problem';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { Button } from './Button';
import { CopyText } from './Copy';
import { Icon, type IconName } from './Icon';

/** A part of a page with a heading of its own. */
export function Section({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card overflow-hidden">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3 sm:px-6">
        <h2 id={id} className="text-base font-semibold tracking-tight">
          {title}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}

/** What can't be shown, why, and what to do. */
export function ErrorPanel({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const reference = error instanceof LedgerProblem ? error.reference : null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-6 sm:px-6">
      <Icon name="alert" className="size-5 text-bad" />
      <div className="min-w-48 flex-1">
        <p>{sentenceOf(error)}</p>
        {reference !== null && (
          <div className="text-sm text-muted">
            {say.common.reference('')}
            <CopyText text={reference} what={say.common.reference('')} />
          </div>
        )}
      </div>
      {onRetry && (
        <Button small onClick={onRetry}>
          {say.common.retry}
        </Button>
      )}
    </div>
  );
}

/** Nothing yet: what will be here, and how to begin. */
export const Empty = ({
  icon,
  title,
  hint,
  action,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly action?: ReactNode;
}) => (
  <div className="flex flex-col items-center gap-1 px-6 pt-6 pb-9 text-center">
    <span className="mb-2 grid size-11 place-items-center rounded-full bg-accent-soft text-accent-ink">
      <Icon name={icon} className="size-5" />
    </span>
    <p className="font-medium">{title}</p>
    <p className="max-w-sm text-sm text-muted">{hint}</p>
    {action !== undefined && <div className="mt-4">{action}</div>}
  </div>
);

/** Holds the place of lines that are on their way, at their height. */
export const SkeletonLines = ({
  lines,
  className = 'h-11',
}: {
  readonly lines: number;
  readonly className?: string;
}) => (
  <div className="px-5 pb-4 sm:px-6">
    <p role="status" className="sr-only">
      {say.common.loading}
    </p>
    {Array.from({ length: lines }, (_, line) => (
      <div key={line} className={`flex items-center ${className}`}>
        <div className="skeleton h-4 w-full" />
      </div>
    ))}
  </div>
);
