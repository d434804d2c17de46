import type { Stripe, StripeConstructor } from '@stripe/stripe-js';

/**
 * Loads the payment provider's script from the address that the ledger names, which in development is a simulator's. Stripe's own
 * loader knows one address only; apart from that this does the same: one script element, the browser's own caching, no copy of the
 * script in ours.
 */
const loading = new Map<string, Promise<StripeConstructor>>();

const constructorIn = (view: Window): StripeConstructor | undefined =>
  (view as Window & { Stripe?: StripeConstructor }).Stripe;

function loadScript(address: string): Promise<StripeConstructor> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.async = true;
    script.onload = () => {
      const found = constructorIn(window);
      if (found) {
        resolve(found);
      } else {
        reject(new Error('the payment script brought nothing along'));
      }
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('the payment script could not be loaded'));
    };
    document.head.append(script);
  });
}

/** Fails if the script is blocked or unreachable; the next call tries again. */
export async function loadStripe(scriptAddress: string, publishableKey: string): Promise<Stripe> {
  let script = loading.get(scriptAddress);
  if (!script) {
    script = loadScript(scriptAddress);
    loading.set(scriptAddress, script);
    script.catch(() => loading.delete(scriptAddress));
  }
  return (await script)(publishableKey);
}
