import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLedger } from '../api/ledger';
import { accountQuery } from '../api/queries';
import type { Statement } from '../api/types';
import { useNow } from '../app/clock';
import { credits, movement } from '../format/credits';
import { inUtc, monthAndYear, universalDay } from '../format/time';
import { say } from '../messages/english';
import { sentenceOf } from '../messages/problems';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { ErrorPanel, Section, SkeletonLines } from '../ui/Panel';
import { Select } from '../ui/Select';
import { PaperHead, PaperLine, Print } from './Paper';
import { monthsSince, type Month } from './months';
import { downloadStatement, statementQuery, type StatementFormat } from './statement';

const formats: readonly StatementFormat[] = ['pdf', 'csv'];

const nameOf = ({ from }: Month): string => monthAndYear(universalDay(from));

/** What was there, what moved and what was left, month by month. */
export function Statements() {
  const ledger = useLedger();
  const now = useNow(60_000);
  const account = useQuery(accountQuery(ledger));
  const months = account.data ? monthsSince(account.data.openedAt, now) : [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const month = months.find(({ name }) => name === chosen) ?? months[0];
  return (
    <Section title={say.statements.title}>
      <p className="px-5 pb-3 text-sm text-muted sm:px-6">{say.statements.hint}</p>
      {account.isError && <ErrorPanel error={account.error} onRetry={() => void account.refetch()} />}
      {month !== undefined && (
        <div className="flex flex-wrap items-center gap-3 px-5 pb-5 sm:px-6">
          <Select
            label={say.statements.month}
            value={month.name}
            options={months.map((each) => ({ value: each.name, label: nameOf(each) }))}
            onChange={setChosen}
          />
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            <Icon name="receipt" />
            {say.statements.open}
          </Button>
          <Downloads month={month} />
          <Dialog open={isOpen} onOpenChange={setOpen} title={say.statements.of(nameOf(month))}>
            <Opened month={month} />
          </Dialog>
        </div>
      )}
    </Section>
  );
}

function Downloads({ month }: { readonly month: Month }) {
  const ledger = useLedger();
  const { note } = useAnnouncer();
  const download = useMutation({
    mutationFn: (format: StatementFormat) => downloadStatement(ledger, month, format),
    onError: (error) => {
      note(sentenceOf(error));
    },
  });
  return (
    <>
      {formats.map((format) => (
        <Button
          key={format}
          busy={download.isPending && download.variables === format}
          aria-label={say.statements.downloadOf(format, nameOf(month))}
          onClick={() => {
            download.mutate(format);
          }}
        >
          <Icon name="download" />
          {format.toUpperCase()}
        </Button>
      ))}
      {download.isError && <p className="basis-full text-sm text-bad">{sentenceOf(download.error)}</p>}
    </>
  );
}

function Opened({ month }: { readonly month: Month }) {
  const statement = useQuery(statementQuery(useLedger(), month));
  if (statement.data) {
    return <StatementPaper statement={statement.data} month={month} />;
  }
  return statement.isError ? (
    <ErrorPanel error={statement.error} onRetry={() => void statement.refetch()} />
  ) : (
    <SkeletonLines lines={6} />
  );
}

function StatementPaper({ statement, month }: { readonly statement: Statement; readonly month: Month }) {
  const words = say.statements;
  return (
    <article data-receipt className="grid gap-6 text-sm">
      <PaperHead>{words.of(nameOf(month))}</PaperHead>
      <dl className="grid gap-2">
        <PaperLine name={say.receipts.issuedTo}>{statement.displayName ?? statement.accountId}</PaperLine>
        <PaperLine name={words.from}>{inUtc(statement.from)}</PaperLine>
        <PaperLine name={words.to}>{inUtc(statement.to)}</PaperLine>
        <PaperLine name={words.number}>
          <code className="font-mono text-xs">{statement.statementId}</code>
        </PaperLine>
      </dl>
      <dl className="figures grid gap-2 border-y border-line py-3">
        <PaperLine name={words.opening}>{credits(statement.opening.current)}</PaperLine>
        {statement.totals.map((total) => (
          <PaperLine
            key={total.type}
            name={words.counted(say.transactions.types[total.type], total.movements)}
          >
            {movement(total.amount)}
          </PaperLine>
        ))}
        <div className="mt-1 flex justify-between gap-4 text-base font-semibold">
          <dt>{words.closing}</dt>
          <dd>{credits(statement.closing.current)}</dd>
        </div>
      </dl>
      <p
        className={
          statement.balanced ? 'flex items-center gap-2 text-good' : 'flex items-center gap-2 text-bad'
        }
      >
        <Icon name={statement.balanced ? 'check' : 'alert'} />
        {statement.balanced ? words.balanced : words.unbalanced}
      </p>
      <Print />
    </article>
  );
}
