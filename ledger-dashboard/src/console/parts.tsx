import type { ReactNode } from 'react';
import { LedgerProblem } from '../api/problem';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { CopyText } from '../ui/Copy';
import { Icon } from '../ui/Icon';
import { reasonOf } from './refusals';

export const inputLook = 'min-h-10 rounded-lg border border-control bg-surface px-3 text-sm text-ink';
const headingShape = 'px-3 py-2 text-xs font-medium text-muted first:ps-5 last:pe-5';
export const headingLook = `${headingShape} text-start`;
/** Above figures, which stand at the end. */
export const figureHeadingLook = `${headingShape} text-end`;
export const cellLook = 'px-3 py-2.5 align-top first:ps-5 last:pe-5';
export const linkLook = 'text-accent-ink underline underline-offset-2';

/** A table that is wider than a narrow screen moves by itself, and the page does not. */
export const Wide = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div role="region" aria-label={name} tabIndex={0} className="overflow-x-auto">
    {children}
  </div>
);

/** A field with its name above it. */
export const Labelled = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <label className="grid min-w-0 gap-1 text-xs text-muted">
    {name}
    {children}
  </label>
);

/** Why something can't be shown or was not done. */
export function Trouble({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const reference = error instanceof LedgerProblem ? error.reference : null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 px-5 py-4 text-sm sm:px-6">
      <Icon name="alert" className="size-5 text-bad" />
      <div className="min-w-48 flex-1 break-words">
        <p>{reasonOf(error)}</p>
        {reference !== null && (
          <div className="text-muted">
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
