import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { answerOf } from '../api/client';
import { keys, useLedger } from '../api/ledger';
import type { AutoTopUp } from '../api/types';
import { say } from '../messages/english';
import { useAnnouncer } from '../ui/Announcer';
import type { Terms } from './terms';

/** Has credits bought by these terms from now on. Sent again with the same terms, it ends a pause. */
export function useTurnOn(): UseMutationResult<AutoTopUp, Error, Terms> {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  return useMutation({
    mutationFn: (terms: Terms) =>
      answerOf(
        ledger.client.PUT('/v1/accounts/{accountId}/auto-top-up', {
          params: { path: { accountId: ledger.accountId } },
          body: terms,
        }),
      ),
    onSuccess: (topUp) => {
      ledger.put(keys.autoTopUp, topUp);
      void ledger.cache.invalidateQueries({ queryKey: keys.purchases });
      if (topUp.state === 'on') {
        note(say.topUp.saved);
      }
    },
  });
}

export function useTurnOff(): UseMutationResult<void, Error, void> {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  return useMutation({
    mutationFn: async () => {
      await ledger.client.DELETE('/v1/accounts/{accountId}/auto-top-up', {
        params: { path: { accountId: ledger.accountId } },
      });
    },
    onSuccess: () => {
      // The answer has no revision to wait for; that it is off is certain all the same.
      ledger.cache.setQueryData<AutoTopUp>(
        keys.autoTopUp,
        (kept) => kept && { state: 'off', revision: kept.revision, asOf: kept.asOf },
      );
      note(say.topUp.turnedOff);
    },
  });
}

/** The terms that are in force, if any are. */
export const termsOf = ({ threshold, packageId, monthlyLimit }: AutoTopUp): Terms | null =>
  threshold != null && packageId != null && monthlyLimit != null
    ? { threshold, packageId, monthlyLimit }
    : null;
