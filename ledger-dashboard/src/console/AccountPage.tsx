import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Account } from '../api/types';
import { Page } from '../app/Page';
import { dateAndTime } from '../format/time';
import { Boundary } from '../ui/Boundary';
import { buttonLook, Button } from '../ui/Button';
import { Section, SkeletonLines } from '../ui/Panel';
import { Facts } from './Facts';
import { Figures } from './Figures';
import { useKeyholder } from './keyholder';
import { inputLook, Labelled, linkLook, Trouble } from './parts';
import { accountNowQuery } from './queries';
import { isRevision } from './search';
import { words } from './words';

/** The first fact of an account. */
const FIRST = 0n;

export function AccountPage() {
  const { accountId } = useParams({ from: '/console/accounts/$accountId' });
  const account = useQuery(accountNowQuery(useKeyholder().client, accountId));
  return (
    <Page
      title={accountId}
      action={
        <Link
          to="/console/accounts/$accountId/moments"
          params={{ accountId }}
          className={buttonLook('secondary', true)}
        >
          {words.account.moments}
        </Link>
      }
    >
      {account.isPending && <SkeletonLines lines={6} />}
      {account.isError && account.data === undefined && (
        <div className="card">
          <Trouble error={account.error} onRetry={() => void account.refetch()} />
        </div>
      )}
      {account.data !== undefined && <Known account={account.data} />}
    </Page>
  );
}

function Known({ account }: { readonly account: Account }) {
  return (
    <>
      <Section title={words.account.balance}>
        <Figures balance={account.balance} />
        <p className="px-5 pb-4 text-xs text-muted sm:px-6">
          {words.account.asOf(account.balance.revision, dateAndTime(account.balance.asOf))}
        </p>
      </Section>
      <Boundary>
        <Timeline key={account.accountId} account={account} />
      </Boundary>
    </>
  );
}

function Timeline({ account }: { readonly account: Account }) {
  const { accountId } = account;
  const newest = account.balance.revision;
  const { revision, about } = useSearch({ from: '/console/accounts/$accountId' });
  // What comes in meanwhile is offered above, and moves nothing that somebody reads.
  const [top] = useState(newest);
  const wanted = revision === undefined ? top : BigInt(revision);
  const start = wanted > newest ? newest : wanted;
  return (
    <Section
      title={words.timeline.title}
      action={<GoTo revision={revision === undefined ? '' : String(revision)} />}
    >
      <p className="px-5 pb-3 text-xs text-muted sm:px-6">{words.timeline.hint}</p>
      {(about !== undefined || revision !== undefined) && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 pb-3 text-sm sm:px-6">
          {about !== undefined && <span className="break-all">{words.timeline.about(about)}</span>}
          <Link to="/console/accounts/$accountId" params={{ accountId }} className={linkLook}>
            {about === undefined ? words.timeline.newest : words.timeline.everything}
          </Link>
        </p>
      )}
      <Facts
        key={`${start} ${about ?? ''}`}
        accountId={accountId}
        start={start}
        within={{ from: FIRST, to: newest }}
        about={about}
      />
    </Section>
  );
}

function GoTo({ revision }: { readonly revision: string }) {
  const navigate = useNavigate({ from: '/console/accounts/$accountId' });
  const [typed, setTyped] = useState(revision);
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRevision(typed)) {
          void navigate({ search: { revision: Number(typed) } });
        }
      }}
    >
      <Labelled name={words.timeline.revision}>
        <input
          inputMode="numeric"
          autoComplete="off"
          pattern="\d{1,15}"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value.trim());
          }}
          className={`${inputLook} figures w-28`}
        />
      </Labelled>
      <Button small type="submit" className="min-h-10">
        {words.timeline.go}
      </Button>
    </form>
  );
}
