import type { TransactionFilter } from '../api/queries';
import type { Ledger } from '../api/ledger';

/** All rows that match, as a file; the ledger writes it so that spreadsheets run nothing of what it contains. */
export async function downloadTransactions(ledger: Ledger, filter: TransactionFilter): Promise<void> {
  const { data } = await ledger.client.GET('/v1/accounts/{accountId}/transactions', {
    params: { path: { accountId: ledger.accountId }, query: { ...filter, ...ledger.atLeast() } },
    headers: { Accept: 'text/csv' },
    parseAs: 'blob',
  });
  const address = URL.createObjectURL(data ?? new Blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName(ledger.accountId, filter);
  link.click();
  URL.revokeObjectURL(address);
}

export function fileName(accountId: string, { from, to }: TransactionFilter): string {
  const range = [from, to].filter((moment) => moment !== undefined).map((moment) => moment.slice(0, 10));
  return [accountId.replace(/[^A-Za-z0-9._-]/g, '-'), 'transactions', ...range].join('-') + '.csv';
}
