import type { StreamEvent } from './events';
import type { FeedStatus } from './feed';

/** What the page that holds the connection tells the others. */
export type Told = { readonly event: StreamEvent } | { readonly status: FeedStatus };

interface Sharing {
  /** Names what is shared: pages of another account or another ledger have their own. */
  readonly name: string;
  /** Holds the connection until it is aborted. */
  hold(tellOthers: (told: Told) => void, signal: AbortSignal): Promise<void>;
  /** Something that the page which holds the connection told. */
  onTold(told: Told): void;
  /** Nobody looks at this page now. */
  onPaused(): void;
  /** Somebody looks at this page again. */
  onResumed(): void;
}

/**
 * One connection for all pages of a browser: whoever is looked at and gets the lock first holds it and tells the others. A page that
 * nobody looks at gives it up, so that the connection is always a visible page's, or none.
 */
export function shareConnection(sharing: Sharing): () => void {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(sharing.name) : null;
  const ended = new AbortController();
  let visible: AbortController | null = null;

  const tellOthers = (told: Told): void => {
    channel?.postMessage(told);
  };
  if (channel) {
    channel.onmessage = (message: MessageEvent<Told>) => {
      sharing.onTold(message.data);
    };
  }

  const begin = (): void => {
    visible = new AbortController();
    const signal = AbortSignal.any([visible.signal, ended.signal]);
    const hold = (): Promise<void> => sharing.hold(tellOthers, signal);
    // Without locks, as on a page that came unencrypted from another machine, each page has its own connection.
    const held = 'locks' in navigator ? navigator.locks.request(sharing.name, { signal }, hold) : hold();
    held.catch((error: unknown) => {
      if (!signal.aborted) {
        throw error;
      }
    });
  };
  const lookAtVisibility = (): void => {
    if (document.visibilityState === 'hidden') {
      visible?.abort();
      visible = null;
      sharing.onPaused();
    } else if (visible === null) {
      sharing.onResumed();
      begin();
    }
  };

  document.addEventListener('visibilitychange', lookAtVisibility);
  lookAtVisibility();
  return () => {
    document.removeEventListener('visibilitychange', lookAtVisibility);
    ended.abort();
    channel?.close();
  };
}
