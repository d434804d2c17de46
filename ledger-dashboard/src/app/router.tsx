import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  useLocation,
} from '@tanstack/react-router';
import { lazy } from 'react';
import { readAccountSearch, readConsoleSearch, readMomentsSearch } from '../console/search';
import { say } from '../messages/english';
import { Overview } from '../overview/Overview';
import { readReceiptSearch } from '../receipts/search';
import { Boundary } from '../ui/Boundary';
import { readTransactionSearch } from '../transactions/search';
import { readUsageSearch } from '../usage/range';
import { isConsole } from './console';
import { Page } from './Page';
import { Shell } from './Shell';

const ConsoleShell = lazy(async () => ({ default: (await import('../console/Console')).ConsoleShell }));

function Frame() {
  return isConsole(useLocation().pathname) ? <ConsoleShell /> : <Shell />;
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: Overview });

export const transactionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/transactions',
  validateSearch: readTransactionSearch,
  component: lazyRouteComponent(() => import('../transactions/TransactionsPage'), 'TransactionsPage'),
});

const usage = createRoute({
  getParentRoute: () => root,
  path: '/usage',
  validateSearch: readUsageSearch,
  component: lazyRouteComponent(() => import('../usage/UsagePage'), 'UsagePage'),
});

const paymentMethods = createRoute({
  getParentRoute: () => root,
  path: '/payment-methods',
  component: lazyRouteComponent(() => import('../payment-methods/PaymentMethodsPage'), 'PaymentMethodsPage'),
});

const autoTopUp = createRoute({
  getParentRoute: () => root,
  path: '/auto-top-up',
  component: lazyRouteComponent(() => import('../auto-top-up/AutoTopUpPage'), 'AutoTopUpPage'),
});

const receipts = createRoute({
  getParentRoute: () => root,
  path: '/receipts',
  validateSearch: readReceiptSearch,
  component: lazyRouteComponent(() => import('../receipts/ReceiptsPage'), 'ReceiptsPage'),
});

const consoleHome = createRoute({
  getParentRoute: () => root,
  path: '/console',
  validateSearch: readConsoleSearch,
  component: lazyRouteComponent(() => import('../console/Console'), 'HomePage'),
});

const consoleAccount = createRoute({
  getParentRoute: () => root,
  path: '/console/accounts/$accountId',
  validateSearch: readAccountSearch,
  component: lazyRouteComponent(() => import('../console/Console'), 'AccountPage'),
});

const consoleMoments = createRoute({
  getParentRoute: () => root,
  path: '/console/accounts/$accountId/moments',
  validateSearch: readMomentsSearch,
  component: lazyRouteComponent(() => import('../console/Console'), 'MomentsPage'),
});

function NotFound() {
  return (
    <Page title={say.pages.notFound}>
      <p className="text-muted">{say.pages.notFoundHint}</p>
      <p>
        <Link to="/" className="text-accent-ink underline">
          {say.pages.toOverview}
        </Link>
      </p>
    </Page>
  );
}

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    transactionsRoute,
    usage,
    paymentMethods,
    autoTopUp,
    receipts,
    consoleHome,
    consoleAccount,
    consoleMoments,
  ]),
  defaultErrorComponent: ({ error }) => (
    <Boundary>
      <Rethrown error={error} />
    </Boundary>
  ),
  scrollRestoration: true,
});

function Rethrown({ error }: { readonly error: unknown }): never {
  throw error;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
