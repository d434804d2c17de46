import type { Ledger } from '../api/ledger';
import type { TransactionFilter } from '../api/queries';
import { fileName, save } from '../api/save';

/** All rows that match, as a file; the ledger writes it so that spreadsheets run nothing of what it contains. */
export async function downloadTransactions(ledger: Ledger, filter: TransactionFilter): Promise<void> {
  const { data } = await ledger.client.GET('/v1/accounts/{accountId}/transactions', {
    params: { path: { accountId: ledger.accountId }, query: { ...filter, ...ledger.atLeast() } },
    headers: { Accept: 'text/csv' },
    parseAs: 'blob',
  });
  save(data ?? new Blob(), transactionsFile(ledger.accountId, filter));
}

export function transactionsFile(accountId: string, { from, to }: TransactionFilter): string {
  const range = [from, to].filter((moment) => moment !== undefined).map((moment) => moment.slice(0, 10));
  return fileName([accountId, 'transactions', ...range], 'csv');
}
