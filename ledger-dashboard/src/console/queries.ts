import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, type LedgerClient } from '../api/client';
import type { components } from '../api/schema';
import { readFacts, type Fact } from './facts';

type Schemas = components['schemas'];
export type Completeness = Schemas['CompletenessView'];
export type DeadLetter = Schemas['DeadLetterView'];
export type Difference = Schemas['Difference'];
export type ReadModel = Schemas['ReadModelView'];
export type Verification = Schemas['VerificationView'];
export type VerificationRequest = Schemas['VerificationRequest'];

const REFRESH_MILLIS = 5_000;
const BALANCE_REFRESH_MILLIS = 5_000;
const ACCOUNTS_A_PAGE = 25n;
export const FACTS_A_PAGE = 100n;

export const deadLettersKey = ['dead-letters'] as const;
export const verificationsKey = ['verifications'] as const;

const after = (cursor: string | null): { cursor?: string } => (cursor === null ? {} : { cursor });

export const accountsQuery = (client: LedgerClient, prefix: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', prefix],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/v1/accounts', {
          params: {
            query: { limit: ACCOUNTS_A_PAGE, ...(prefix === '' ? {} : { prefix }), ...after(pageParam) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });

/** Asked for again and again, but not while nobody looks at the page. */
export const readModelsQuery = (client: LedgerClient) =>
  queryOptions({
    queryKey: ['read-models'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/audit/projections', { signal })),
    refetchInterval: REFRESH_MILLIS,
  });

export const completenessQuery = (client: LedgerClient) =>
  queryOptions({
    queryKey: ['completeness'],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/audit/completeness', { signal })),
    refetchInterval: REFRESH_MILLIS * 2,
  });

export const deadLettersQuery = (client: LedgerClient) =>
  infiniteQueryOptions({
    queryKey: deadLettersKey,
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/v1/audit/dead-letters', {
          params: { query: { limit: 50n, ...after(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });

export const verificationsQuery = (client: LedgerClient) =>
  infiniteQueryOptions({
    queryKey: [...verificationsKey, 'list'],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        client.GET('/v1/audit/verifications', {
          params: { query: { limit: 10n, ...after(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items?.some((run) => run.state === 'running'))
        ? REFRESH_MILLIS
        : false,
  });

/** With its differences, which the list leaves out; asked for anew when there are more. */
export const verificationQuery = (client: LedgerClient, verificationId: string, differences: bigint) =>
  queryOptions({
    queryKey: [...verificationsKey, verificationId, String(differences)],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/v1/audit/verifications/{verificationId}', {
          params: { path: { verificationId } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const accountNowQuery = (client: LedgerClient, accountId: string) =>
  queryOptions({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) =>
      answerOf(client.GET('/v1/accounts/{accountId}', { params: { path: { accountId } }, signal })),
    refetchInterval: BALANCE_REFRESH_MILLIS,
  });

/** What was, does not change. */
export const balanceAtQuery = (client: LedgerClient, accountId: string, revision: bigint) =>
  queryOptions({
    queryKey: ['balance', accountId, String(revision)],
    queryFn: ({ signal }) =>
      answerOf(
        client.GET('/v1/accounts/{accountId}/balance', {
          params: { path: { accountId }, query: { revision } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** Both revisions included. */
export interface Stretch {
  readonly from: bigint;
  readonly to: bigint;
}

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const most = (one: bigint, other: bigint): bigint => (one > other ? one : other);

/** The page that ends at a revision, not beyond the first that is wanted. */
export const pageUpTo = (to: bigint, first: bigint): Stretch => ({
  from: most(first, to - FACTS_A_PAGE + 1n),
  to,
});

export const pageBefore = (page: Stretch, first: bigint): Stretch | null =>
  page.from > first ? pageUpTo(page.from - 1n, first) : null;

export const pageAfter = (page: Stretch, last: bigint): Stretch | null =>
  page.to < last ? { from: page.to + 1n, to: least(last, page.to + FACTS_A_PAGE) } : null;

/** Facts from the newest to the oldest, from one revision on in both directions. What is stored never changes. */
export const factsQuery = (client: LedgerClient, accountId: string, start: bigint, within: Stretch) =>
  infiniteQueryOptions({
    queryKey: ['facts', accountId, String(start), String(within.from)],
    queryFn: async ({ signal, pageParam }): Promise<{ stretch: Stretch; facts: readonly Fact[] }> => {
      const text = await answerOf(
        client.GET('/v1/accounts/{accountId}/events', {
          params: {
            path: { accountId },
            query: { fromRevision: pageParam.from, limit: pageParam.to - pageParam.from + 1n },
          },
          headers: { Accept: 'application/json' },
          parseAs: 'text',
          signal,
        }),
      );
      return { stretch: pageParam, facts: readFacts(text).reverse() };
    },
    initialPageParam: pageUpTo(start, within.from),
    getNextPageParam: (last) => pageBefore(last.stretch, within.from),
    getPreviousPageParam: (newest) => pageAfter(newest.stretch, within.to),
    staleTime: Infinity,
  });
