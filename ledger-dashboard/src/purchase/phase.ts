import type { Balance, Purchase } from '../api/types';

/** How far an attempt to buy has come, as the customer sees it. */
export type Phase =
  /** The form; with why the last attempt failed, if one did. */
  | { readonly at: 'choosing'; readonly failure: string | null }
  /** The request is on its way, or the payment provider asks for the card; the bank may ask too. */
  | { readonly at: 'submitting' }
  /** The bank asks the customer. */
  | { readonly at: 'authenticating' }
  /** The customer has done all; the credits are about to arrive. */
  | { readonly at: 'confirming' }
  /** The bank has not decided yet. */
  | { readonly at: 'processing' }
  /** Nobody knows what came of it, and we are finding out. */
  | { readonly at: 'unknown' }
  /** A payment of earlier that the customer has to go on with. */
  | { readonly at: 'waiting'; readonly purchase: Purchase }
  | { readonly at: 'paid'; readonly purchase: Purchase; readonly balance: Balance };

export type PhaseName = Phase['at'];

/** The form stays in sight, so that nothing typed is lost. */
export const showsForm = ({ at }: Phase): boolean =>
  at === 'choosing' || at === 'submitting' || at === 'authenticating';

/** Nothing may be sent meanwhile. */
export const isUnderWay = ({ at }: Phase): boolean => at !== 'choosing' && at !== 'paid' && at !== 'waiting';

/** Closing now would leave the customer in the dark, or the bank's question behind. */
export const isClosable = ({ at }: Phase): boolean => at !== 'submitting' && at !== 'authenticating';
