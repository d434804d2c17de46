import { queryOptions } from '@tanstack/react-query';
import { answerOf } from '../api/client';
import { keys, type Ledger } from '../api/ledger';
import { fileName, save } from '../api/save';
import type { Statement } from '../api/types';
import type { Month } from './months';

/** What a statement can be taken along as. */
export type StatementFormat = 'pdf' | 'csv';

const mediaTypes: Readonly<Record<StatementFormat, string>> = { pdf: 'application/pdf', csv: 'text/csv' };

const paramsOf = (ledger: Ledger, { from, to }: Month) => ({
  path: { accountId: ledger.accountId },
  query: { from, ...(to === null ? {} : { to }) },
});

/** What was there, what moved, and what was left. */
export const statementQuery = (ledger: Ledger, month: Month) =>
  queryOptions({
    queryKey: [...keys.statements, month.name],
    queryFn: async ({ signal }) =>
      (await answerOf(
        ledger.client.GET('/v1/accounts/{accountId}/statement', { params: paramsOf(ledger, month), signal }),
      )) as Statement,
    // The month that goes on is another one each time.
    staleTime: 0,
  });

export async function downloadStatement(
  ledger: Ledger,
  month: Month,
  format: StatementFormat,
): Promise<void> {
  const { data } = await ledger.client.GET('/v1/accounts/{accountId}/statement', {
    params: paramsOf(ledger, month),
    headers: { Accept: mediaTypes[format] },
    parseAs: 'blob',
  });
  save(data ?? new Blob(), fileName([ledger.accountId, 'statement', month.name], format));
}
