import { QueryClient } from '@tanstack/react-query';
import { retryDelayMillis, shouldReadAgain } from '../api/retry';

export const makeCache = (): QueryClient =>
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
