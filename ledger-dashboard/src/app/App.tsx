import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { ledgerClient } from '../api/client';
import { Ledger, LedgerContext } from '../api/ledger';
import type { Session } from '../api/session';
import { LiveAccount } from '../live/LiveAccount';
import { Announcements } from '../ui/Announcer';
import { makeCache } from './cache';
import { isConsole } from './console';
import { Gate } from './Gate';
import { router } from './router';

/** Auditors and operators come with a key, and need what customers never load. */
const ConsoleEntrance = lazy(async () => ({
  default: (await import('../console/Console')).ConsoleEntrance,
}));

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
        {isConsole(location.pathname) ? (
          <Suspense>
            <ConsoleEntrance base={base}>
              <RouterProvider router={router} />
            </ConsoleEntrance>
          </Suspense>
        ) : (
          <Gate base={base} token={token}>
            {(session, onEnded) => <Inside base={base} session={session} onEnded={onEnded} />}
          </Gate>
        )}
      </Announcements>
    </CSPProvider>
  );
}
