import type { QueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { LedgerClient } from '../api/client';

/** Somebody who showed a key. The key itself is in the client alone, in memory: loading the page anew forgets it. */
export interface Keyholder {
  readonly client: LedgerClient;
  readonly cache: QueryClient;
  readonly signOut: () => void;
}

export const KeyholderContext = createContext<Keyholder | null>(null);

export function useKeyholder(): Keyholder {
  const keyholder = use(KeyholderContext);
  if (!keyholder) {
    throw new Error('nobody has signed in');
  }
  return keyholder;
}
