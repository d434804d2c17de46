import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link } from '@tanstack/react-router';
import { say } from '../messages/english';
import { Overview } from '../overview/Overview';
import { Boundary } from '../ui/Boundary';
import { readTransactionSearch } from '../transactions/search';
import { Page } from './Page';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const overview = createRoute({ getParentRoute: () => root, path: '/', component: Overview });

export const transactionsRoute = createRoute({
  getParentRoute: () => root,
  path: '/transactions',
  validateSearch: readTransactionSearch,
  component: lazyRouteComponent(() => import('../transactions/TransactionsPage'), 'TransactionsPage'),
});

const paymentMethods = createRoute({
  getParentRoute: () => root,
  path: '/payment-methods',
  component: lazyRouteComponent(() => import('../payment-methods/PaymentMethodsPage'), 'PaymentMethodsPage'),
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
  routeTree: root.addChildren([overview, transactionsRoute, paymentMethods]),
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
