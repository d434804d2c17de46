import { useQuery } from '@tanstack/react-query';
import type { Stripe } from '@stripe/stripe-js';
import { useLedger } from '../api/ledger';
import { configQuery } from '../api/queries';
import { loadStripe } from './loader';

export type StripeScript =
  | { readonly state: 'loading' | 'not-configured' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly stripe: Stripe };

/** The payment provider's script, loaded when somebody is about to need it. */
export function useStripeScript(): StripeScript {
  const { data: config } = useQuery(configQuery(useLedger()));
  const address = config?.scriptAddress ?? null;
  const key = config?.publishableKey ?? null;
  const script = useQuery({
    queryKey: ['stripe-script', address, key],
    queryFn: () => loadStripe(address ?? '', key ?? ''),
    enabled: address !== null && key !== null,
    retry: false,
    staleTime: Infinity,
    // Not data: comparing it part by part would break it.
    structuralSharing: false,
  });
  if (script.data) {
    return { state: 'ready', stripe: script.data };
  }
  if (script.isError) {
    return { state: 'failed', retry: () => void script.refetch() };
  }
  return { state: config && (address === null || key === null) ? 'not-configured' : 'loading' };
}
