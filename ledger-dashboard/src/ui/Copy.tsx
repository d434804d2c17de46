import { useState } from 'react';
import { say } from '../messages/english';
import { Icon } from './Icon';

/** An id, and a way to take it along. */
export function CopyText({ text, what }: { readonly text: string; readonly what: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <code className="truncate font-mono text-[0.8125rem]">{text}</code>
      <button
        type="button"
        aria-label={say.common.copy(what)}
        onClick={() => void copy()}
        className="grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
      >
        <Icon name={copied ? 'check' : 'copy'} />
      </button>
      <span role="status" className="sr-only">
        {copied ? say.common.copied : ''}
      </span>
    </span>
  );
}
