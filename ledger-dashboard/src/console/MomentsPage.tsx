import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, type LedgerClient } from '../api/client';
import type { Balance } from '../api/types';
import { Page } from '../app/Page';
import { dateAndTime, timeOfDay, timeZone } from '../format/time';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Section, SkeletonLines } from '../ui/Panel';
import { Segments } from '../ui/Segments';
import { Facts } from './Facts';
import { ComparedFigures } from './Figures';
import { useKeyholder } from './keyholder';
import { inOrder, momentOf, periodOf, statementName, type By, type Moment, type Said } from './moments';
import { inputLook, Labelled, linkLook, Trouble } from './parts';
import { balanceAtQuery } from './queries';
import { words } from './words';

const say = words.moments;
const PAGE = '/console/accounts/$accountId/moments';

export function MomentsPage() {
  const { accountId } = useParams({ from: PAGE });
  const { a, b } = useSearch({ from: PAGE });
  return (
    <Page
      title={say.title(accountId)}
      action={
        <Link to="/console/accounts/$accountId" params={{ accountId }} className={linkLook}>
          {words.account.back}
        </Link>
      }
    >
      <Choose key={`${a ?? ''} ${b ?? ''}`} accountId={accountId} a={a} b={b} />
      {a !== undefined && b !== undefined && (
        <Compared key={`${a} ${b}`} accountId={accountId} a={BigInt(a)} b={BigInt(b)} />
      )}
    </Page>
  );
}

async function revisionOf(client: LedgerClient, accountId: string, moment: Moment): Promise<bigint> {
  const balance = await answerOf(
    client.GET('/v1/accounts/{accountId}/balance', { params: { path: { accountId }, query: moment } }),
  );
  return balance.revision;
}

const saidAs = (revision: number | undefined): Said => ({
  by: revision === undefined ? 'time' : 'revision',
  time: '',
  revision: revision === undefined ? '' : String(revision),
});

interface ChooseProps {
  readonly accountId: string;
  readonly a: number | undefined;
  readonly b: number | undefined;
}

function Choose({ accountId, a, b }: ChooseProps) {
  const { client } = useKeyholder();
  const navigate = useNavigate({ from: PAGE });
  const [first, setFirst] = useState(() => saidAs(a));
  const [second, setSecond] = useState(() => saidAs(b));
  const [missing, setMissing] = useState(false);
  const compare = useMutation({
    mutationFn: async ({ one, other }: { readonly one: Moment; readonly other: Moment }) =>
      inOrder(await revisionOf(client, accountId, one), await revisionOf(client, accountId, other)),
    onSuccess: (search) => navigate({ search }),
  });
  const submit = (): void => {
    const one = momentOf(first);
    const other = momentOf(second);
    setMissing(one === null || other === null);
    if (one !== null && other !== null && !compare.isPending) {
      compare.mutate({ one, other });
    }
  };
  return (
    <Section title={say.choose}>
      <form
        noValidate
        className="grid gap-4 px-5 pb-5 sm:px-6"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Side side={say.sides.a} said={first} onChange={setFirst} />
          <Side side={say.sides.b} said={second} onChange={setSecond} />
        </div>
        <p className="text-xs text-muted">{say.zone(timeZone())}</p>
        <p role="alert" className="text-sm text-bad empty:hidden">
          {missing ? say.missing : null}
        </p>
        {compare.isError && <Trouble error={compare.error} />}
        <Button kind="primary" type="submit" busy={compare.isPending} className="w-fit">
          {say.compare}
        </Button>
      </form>
    </Section>
  );
}

const ways: readonly By[] = ['time', 'revision'];

interface SideProps {
  readonly side: string;
  readonly said: Said;
  readonly onChange: (said: Said) => void;
}

function Side({ side, said, onChange }: SideProps) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <Segments
        label={say.how(side)}
        value={said.by}
        options={ways.map((value) => ({ value, label: say.by[value] }))}
        onChange={(by) => {
          onChange({ ...said, by });
        }}
      />
      {said.by === 'time' ? (
        <Labelled name={say.moment(side)}>
          <input
            type="datetime-local"
            step="1"
            value={said.time}
            onChange={(event) => {
              onChange({ ...said, time: event.target.value });
            }}
            className={`${inputLook} w-full min-w-0`}
          />
        </Labelled>
      ) : (
        <Labelled name={say.revision(side)}>
          <input
            inputMode="numeric"
            autoComplete="off"
            value={said.revision}
            onChange={(event) => {
              onChange({ ...said, revision: event.target.value.trim() });
            }}
            className={`${inputLook} figures`}
          />
        </Labelled>
      )}
    </div>
  );
}

interface ComparedProps {
  readonly accountId: string;
  readonly a: bigint;
  readonly b: bigint;
}

function Compared({ accountId, a, b }: ComparedProps) {
  const { client } = useKeyholder();
  const one = useQuery(balanceAtQuery(client, accountId, a));
  const other = useQuery(balanceAtQuery(client, accountId, b));
  const error = one.error ?? other.error;
  if (error !== null) {
    return (
      <div className="card">
        <Trouble error={error} />
      </div>
    );
  }
  if (one.data === undefined || other.data === undefined) {
    return <SkeletonLines lines={7} />;
  }
  return (
    <>
      <Section title={say.balances}>
        <ComparedFigures a={one.data} b={other.data} />
        <p className="px-5 py-4 text-xs text-muted sm:px-6">{say.permanent}</p>
      </Section>
      {a < b && <Statement accountId={accountId} a={one.data} b={other.data} />}
      <Between accountId={accountId} a={a} b={b} />
    </>
  );
}

const Between = ({ accountId, a, b }: ComparedProps) => (
  <Section title={say.between(a, b)}>
    {a < b ? (
      <Facts accountId={accountId} start={b} within={{ from: a + 1n, to: b }} />
    ) : (
      <p className="px-5 pb-4 text-sm text-muted sm:px-6">{say.same}</p>
    )}
  </Section>
);

interface StatementProps {
  readonly accountId: string;
  readonly a: Balance;
  readonly b: Balance;
}

const kinds = { csv: 'text/csv', pdf: 'application/pdf' } as const;
type Kind = keyof typeof kinds;

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function Statement({ accountId, a, b }: StatementProps) {
  const { client } = useKeyholder();
  const period = periodOf(a.asOf, b.asOf);
  const download = useMutation({
    mutationFn: async (kind: Kind) => {
      const { data } = await client.GET('/v1/accounts/{accountId}/statement', {
        params: { path: { accountId }, query: period },
        headers: { Accept: kinds[kind] },
        parseAs: 'blob',
      });
      save(data ?? new Blob(), statementName(accountId, period.from, period.to, kind));
    },
  });
  const button = (kind: Kind) => (
    <Button
      small
      busy={download.isPending && download.variables === kind}
      onClick={() => {
        download.mutate(kind);
      }}
    >
      <Icon name="download" />
      {say[kind]}
    </Button>
  );
  const when = (moment: string): string => `${dateAndTime(moment)} (${timeOfDay(moment)})`;
  return (
    <Section title={say.statement}>
      <p className="px-5 pb-3 text-sm text-muted sm:px-6">{say.statementText(when(a.asOf), when(b.asOf))}</p>
      <div className="flex flex-wrap gap-3 px-5 pb-5 sm:px-6">
        {button('csv')}
        {button('pdf')}
      </div>
      {download.isError && <Trouble error={download.error} />}
    </Section>
  );
}
