import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { useLedger } from '../api/ledger';
import { accountQuery, configQuery } from '../api/queries';
import { timeOfDay } from '../format/time';
import { say } from '../messages/english';
import { PurchaseDialogProvider, usePurchaseDialog } from '../purchase/PurchaseDialogProvider';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { LiveIndicator, useStaleSince } from './LiveIndicator';
import { Notice } from './Notice';
import { useOnline } from './online';
import { Shortcuts } from './Shortcuts';
import { ThemeToggle } from './ThemeToggle';

const links = [
  { to: '/', name: say.pages.overview },
  { to: '/transactions', name: say.pages.transactions },
  { to: '/usage', name: say.pages.usage },
  { to: '/payment-methods', name: say.pages.paymentMethods },
  { to: '/auto-top-up', name: say.pages.autoTopUp },
  { to: '/receipts', name: say.pages.receipts },
] as const;

function Header() {
  const { data: account } = useQuery(accountQuery(useLedger()));
  const { open } = usePurchaseDialog();
  return (
    <header className="no-print sticky top-0 z-30 border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl items-center gap-4 px-4 py-3 sm:px-6">
        <img src="/favicon.svg" alt="" className="size-8" />
        <div className="min-w-0">
          <p className="text-[0.9375rem] leading-tight font-semibold tracking-tight">{say.product}</p>
          <p className="truncate text-xs text-muted">
            {account ? (account.displayName ?? account.accountId) : '\u00a0'}
          </p>
        </div>
        <div className="ms-auto flex items-center gap-3 sm:gap-5">
          <LiveIndicator />
          <div className="hidden sm:block">
            <ThemeToggle />
          </div>
          <Button kind="primary" small className="min-h-9" onClick={() => open()}>
            <Icon name="add" />
            <span className="max-sm:sr-only">{say.shell.addCredits}</span>
          </Button>
        </div>
      </div>
      <nav aria-label={say.shell.navigation} className="mx-auto max-w-6xl overflow-x-auto px-2 sm:px-4">
        <ul className="flex gap-1">
          {links.map(({ to, name }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                className="relative inline-flex min-h-10 items-center px-2.5 text-sm whitespace-nowrap"
                activeProps={{
                  className:
                    'text-ink font-medium after:absolute after:inset-x-2.5 after:bottom-0 after:h-0.5 after:rounded-full after:bg-accent-ink',
                }}
                inactiveProps={{ className: 'text-muted hover:text-ink' }}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** What concerns every page: no connection, old data, play money. */
function Notices() {
  const online = useOnline();
  const staleSince = useStaleSince();
  const { data: config } = useQuery(configQuery(useLedger()));
  return (
    <div className="grid gap-3 empty:hidden">
      {!online && <Notice tone="warn">{say.shell.offline}</Notice>}
      {online && staleSince !== null && <Notice tone="warn">{say.shell.stale(timeOfDay(staleSince))}</Notice>}
      {config?.simulator && <Notice tone="info">{say.shell.testMode}</Notice>}
    </div>
  );
}

export function Shell() {
  return (
    <PurchaseDialogProvider>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
      >
        {say.shell.skip}
      </a>
      <Header />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid max-w-6xl gap-5 px-4 py-6 outline-none sm:px-6"
      >
        <Notices />
        <Boundary>
          <Outlet />
        </Boundary>
      </main>
      <footer className="no-print mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-3 px-4 pb-10 sm:px-6">
        <Shortcuts />
        <div className="sm:hidden">
          <ThemeToggle />
        </div>
      </footer>
    </PurchaseDialogProvider>
  );
}
