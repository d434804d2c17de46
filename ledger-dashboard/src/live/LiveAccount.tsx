import { createContext, use, useEffect, useState, type ReactNode } from 'react';
import { keys, useLedger } from '../api/ledger';
import { pause } from '../api/retry';
import { NewsDesk } from './apply';
import { Feed, type FeedStatus } from './feed';
import { shareConnection } from './shared';
import { listen } from './stream';

const LiveContext = createContext<FeedStatus>({ state: 'connecting', heardAt: null });

export const useLive = (): FeedStatus => use(LiveContext);

/** Keeps all that is shown up to date for as long as somebody looks. */
export function LiveAccount({ children }: { readonly children: ReactNode }) {
  const ledger = useLedger();
  const [status, setStatus] = useState<FeedStatus>({ state: 'connecting', heardAt: null });

  useEffect(() => {
    const desk = new NewsDesk(ledger);
    let tellOthers: Parameters<Parameters<typeof shareConnection>[0]['hold']>[0] = () => undefined;
    const feed = new Feed({
      listen: (resumeAfter, listener, signal) =>
        listen(ledger.base, ledger.session, resumeAfter, listener, signal),
      poll: async () => {
        ledger.put(keys.balance, await ledger.readBalance());
        desk.catchUp();
      },
      onEvent: (event) => {
        desk.apply(event);
        tellOthers({ event });
      },
      onStatus: (told) => {
        setStatus(told);
        tellOthers({ status: told });
      },
      pause,
      now: () => Date.now(),
    });
    return shareConnection({
      name: `ledger ${ledger.base} ${ledger.accountId}`,
      hold: (tell, signal) => {
        tellOthers = tell;
        return feed.run(signal);
      },
      onTold: (told) => {
        if ('event' in told) {
          feed.noteRevision(told.event.revision);
          desk.apply(told.event);
        } else {
          setStatus(told.status);
        }
      },
      onPaused: () => {
        setStatus((before) => ({ ...before, state: 'paused' }));
      },
      onResumed: () => {
        setStatus((before) => ({
          ...before,
          state: before.state === 'paused' ? 'connecting' : before.state,
        }));
        if (feed.lastRevision !== null) {
          desk.catchUp();
        }
      },
    });
  }, [ledger]);

  return <LiveContext value={status}>{children}</LiveContext>;
}
