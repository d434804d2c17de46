import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf } from './client';
import { isProblem } from './problem';
import { keys, type Ledger } from './ledger';
import type {
  AutoTopUp,
  PaymentMethod,
  Purchase,
  TransactionPage,
  TransactionType,
  UsageSeries,
} from './types';

const path = (ledger: Ledger) => ({ accountId: ledger.accountId });

export const accountQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.account,
    queryFn: ({ signal }) =>
      answerOf(ledger.client.GET('/v1/accounts/{accountId}', { params: { path: path(ledger) }, signal })),
    staleTime: Infinity,
  });

export const balanceQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.balance,
    queryFn: async ({ signal }) => ledger.newest(keys.balance, await ledger.readBalance(signal)),
  });

/** All that is for sale, and how cards are given. */
export const configQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.config,
    queryFn: ({ signal }) => answerOf(ledger.client.GET('/v1/config', { signal })),
    staleTime: 5 * 60_000,
  });

export const lotsQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.lots,
    queryFn: ({ signal }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/lots', {
          params: { path: path(ledger), query: { limit: 200n, ...ledger.atLeast() } },
          signal,
        }),
      ),
  });

export const paymentMethodsQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.paymentMethods,
    queryFn: async ({ signal }): Promise<PaymentMethod[]> => {
      const methods = await answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/payment-methods', {
          params: { path: path(ledger), query: ledger.atLeast() },
          signal,
        }),
      );
      return methods.filter((method) => !method.removed);
    },
  });

/** The first purchases, last started first: enough to see which of them are still open. */
export const purchasesQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.purchases,
    queryFn: ({ signal }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/purchases', {
          params: { path: path(ledger), query: { limit: 50n, ...ledger.atLeast() } },
          signal,
        }),
      ),
  });

/** All purchases, last started first, page by page. */
export const purchasePagesQuery = (ledger: Ledger, pageSize: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.purchases, 'pages', pageSize],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/purchases', {
          params: {
            path: path(ledger),
            query: {
              limit: BigInt(pageSize),
              ...ledger.atLeast(),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });

export const purchaseQuery = (ledger: Ledger, purchaseId: string) =>
  queryOptions({
    queryKey: keys.purchase(purchaseId),
    queryFn: async ({ signal }): Promise<Purchase> =>
      ledger.newest<Purchase>(
        keys.purchase(purchaseId),
        await answerOf(
          ledger.client.GET('/v1/accounts/{accountId}/purchases/{purchaseId}', {
            params: { path: { ...path(ledger), purchaseId }, query: ledger.atLeast() },
            signal,
          }),
        ),
      ),
  });

export const autoTopUpQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.autoTopUp,
    queryFn: async ({ signal }): Promise<AutoTopUp> =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/auto-top-up', {
          params: { path: path(ledger), query: ledger.atLeast() },
          signal,
        }),
      ),
  });

export interface TransactionFilter {
  readonly type?: TransactionType;
  readonly websiteId?: string;
  /** Half-open: from this moment on, up to but without that one. */
  readonly from?: string;
  readonly to?: string;
  readonly q?: string;
}

/** Page by page, by the cursor of the page before: no row is shown twice or passed over while others arrive. */
export const transactionsQuery = (ledger: Ledger, filter: TransactionFilter, pageSize: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.transactions, filter, pageSize],
    queryFn: async ({ signal, pageParam }) =>
      // The same address answers with a table for spreadsheets, but not to this request.
      (await answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/transactions', {
          params: {
            path: path(ledger),
            query: {
              ...filter,
              limit: BigInt(pageSize),
              ...ledger.atLeast(),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      )) as TransactionPage,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
    placeholderData: keepPreviousData,
  });

export interface UsagePeriod {
  readonly from: string;
  readonly to: string;
  readonly granularity: UsageSeries['granularity'];
  readonly byWebsite?: boolean;
}

export const usageQuery = (ledger: Ledger, period: UsagePeriod) =>
  queryOptions({
    queryKey: [...keys.usage, period],
    queryFn: ({ signal }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/usage', {
          params: {
            path: path(ledger),
            query: {
              from: period.from,
              to: period.to,
              granularity: period.granularity,
              ...(period.byWebsite ? { groupBy: 'website' as const } : {}),
              ...ledger.atLeast(),
            },
          },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** All websites, most used first, page by page. */
export const websitePagesQuery = (ledger: Ledger, pageSize: number) =>
  infiniteQueryOptions({
    queryKey: [...keys.websites, 'pages', pageSize],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/websites', {
          params: {
            path: path(ledger),
            query: {
              limit: BigInt(pageSize),
              ...ledger.atLeast(),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor ?? null,
  });

export const websitesQuery = (ledger: Ledger) =>
  queryOptions({
    queryKey: keys.websites,
    queryFn: ({ signal }) =>
      answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/websites', {
          params: { path: path(ledger), query: { limit: 200n, ...ledger.atLeast() } },
          signal,
        }),
      ),
  });

/** While a read model catches up, what is shown is being brought up to date rather than wrong. */
export const isBehind = (error: unknown): boolean => isProblem(error, 'projection-behind');
