import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ledgerClient } from '../api/client';
import { Ledger, LedgerContext } from '../api/ledger';
import { retryDelayMillis, shouldReadAgain } from '../api/retry';
import type { Session } from '../api/session';
import { LiveAccount } from '../live/LiveAccount';
import { Announcements } from '../ui/Announcer';
import { Gate } from './Gate';
import { router } from './router';

const makeCache = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: shouldReadAgain,
        retryDelay: retryDelayMillis,
        staleTime: 30_000,
        // The stream tells of news, and what happened while nobody looked is asked for then.
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });

function Inside({
  base,
  session,
  onEnded,
}: {
  readonly base: string;
  readonly session: Session;
  readonly onEnded: () => void;
}) {
  const [ledger] = useState(
    () => new Ledger(base, session, ledgerClient(base, session, onEnded), makeCache()),
  );
  return (
    <QueryClientProvider client={ledger.cache}>
      <LedgerContext value={ledger}>
        <LiveAccount>
          <RouterProvider router={router} />
        </LiveAccount>
      </LedgerContext>
    </QueryClientProvider>
  );
}

export function App({ base, token }: { readonly base: string; readonly token: string | null }) {
  return (
    // The page's policy refuses style elements, so Base UI must not make any.
    <CSPProvider disableStyleElements>
      <Announcements>
        <Gate base={base} token={token}>
          {(session, onEnded) => <Inside base={base} session={session} onEnded={onEnded} />}
        </Gate>
      </Announcements>
    </CSPProvider>
  );
}
