import type { Plugin } from 'vite';

/**
 * While developing: passes calls on to a ledger, with its key, and plays the session that a platform would have begun. Part of the
 * development server alone: what is built knows nothing of it.
 *
 * LEDGER_ADDRESS, LEDGER_API_KEY and LEDGER_ACCOUNT say which ledger and whose account.
 */
export function developmentLedger(): Plugin {
  const address = process.env.LEDGER_ADDRESS ?? 'http://127.0.0.1:8080';
  const key = process.env.LEDGER_API_KEY;
  const accountId = process.env.LEDGER_ACCOUNT ?? 'acme';
  return {
    name: 'development-ledger',
    apply: 'serve',
    config: () => ({
      server: {
        proxy: {
          '/v1': { target: address, headers: key ? { Authorization: `Bearer ${key}` } : {} },
        },
      },
    }),
    configureServer(server) {
      if (!key) {
        return;
      }
      server.middlewares.use('/v1/dashboard-session', (_request, response) => {
        response.setHeader('Content-Type', 'application/json');
        response.end(
          JSON.stringify({
            accountId,
            expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
            csrfToken: 'development',
          }),
        );
      });
    },
  };
}
