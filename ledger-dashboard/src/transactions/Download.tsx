import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useLedger } from '../api/ledger';
import type { TransactionFilter } from '../api/queries';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { downloadTransactions } from './csv';

/** All transactions that match, as a file for spreadsheets. */
export function Download({ filter }: { readonly filter: TransactionFilter }) {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  const [failed, setFailed] = useState<string | null>(null);
  const download = useMutation({
    mutationFn: () => downloadTransactions(ledger, filter),
    onMutate: () => {
      setFailed(null);
    },
    onError: (error) => {
      setFailed(sentenceOf(error));
      note(sentenceOf(error));
    },
  });
  return (
    <div className="flex items-center gap-3">
      {failed !== null && <p className="text-sm text-bad">{failed}</p>}
      <Button
        busy={download.isPending}
        onClick={() => {
          download.mutate();
        }}
      >
        <Icon name="download" />
        {download.isPending ? say.transactions.downloading : say.transactions.download}
      </Button>
    </div>
  );
}
