import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '../app/Page';
import { credits } from '../format/credits';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Empty, Section, SkeletonLines } from '../ui/Panel';
import { DeadLetters } from './DeadLetters';
import { useKeyholder } from './keyholder';
import {
  cellLook,
  figureHeadingLook,
  headingLook,
  inputLook,
  Labelled,
  linkLook,
  Trouble,
  Wide,
} from './parts';
import { accountsQuery } from './queries';
import { ReadModels } from './ReadModels';
import { Verifications } from './Verifications';
import { words } from './words';

export function HomePage() {
  return (
    <Page title={words.title}>
      <Boundary>
        <FindAccount />
      </Boundary>
      <Boundary>
        <Verifications />
      </Boundary>
      <Boundary>
        <ReadModels />
      </Boundary>
      <Boundary>
        <DeadLetters />
      </Boundary>
    </Page>
  );
}

function FindAccount() {
  const { prefix = '' } = useSearch({ from: '/console' });
  const navigate = useNavigate({ from: '/console' });
  const [typed, setTyped] = useState(prefix);
  return (
    <Section title={words.accounts.title}>
      <form
        role="search"
        className="flex flex-wrap items-end gap-3 px-5 pb-4 sm:px-6"
        onSubmit={(event) => {
          event.preventDefault();
          const wanted = typed.trim();
          void navigate({ search: wanted === '' ? {} : { prefix: wanted } });
        }}
      >
        <div className="min-w-0 flex-1">
          <Labelled name={words.accounts.prefix}>
            <input
              type="search"
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              pattern="[A-Za-z0-9._:\-]*"
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
              }}
              className={inputLook}
            />
          </Labelled>
        </div>
        <Button type="submit">
          <Icon name="search" />
          {words.accounts.find}
        </Button>
      </form>
      <Found prefix={prefix} />
    </Section>
  );
}

function Found({ prefix }: { readonly prefix: string }) {
  const accounts = useInfiniteQuery(accountsQuery(useKeyholder().client, prefix));
  const lines = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  if (accounts.isPending) {
    return <SkeletonLines lines={4} />;
  }
  if (accounts.isError) {
    return <Trouble error={accounts.error} onRetry={() => void accounts.refetch()} />;
  }
  if (lines.length === 0) {
    return <Empty icon="search" title={words.accounts.none} hint={words.accounts.noneHint} />;
  }
  return (
    <>
      <Wide name={words.accounts.caption}>
        <table className="w-full text-sm">
          <caption className="sr-only">{words.accounts.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={headingLook}>
                {words.accounts.account}
              </th>
              <th scope="col" className={figureHeadingLook}>
                {words.accounts.available}
              </th>
              <th scope="col" className={figureHeadingLook}>
                {words.accounts.used}
              </th>
              <th scope="col" className={figureHeadingLook}>
                {words.accounts.revision}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((account) => (
              <tr key={account.accountId} className="border-t border-line">
                <td className={cellLook}>
                  <Link
                    to="/console/accounts/$accountId"
                    params={{ accountId: account.accountId }}
                    className={`${linkLook} font-mono break-all`}
                  >
                    {account.accountId}
                  </Link>
                  {account.displayName != null && (
                    <span className="block text-xs text-muted">{account.displayName}</span>
                  )}
                </td>
                <td className={`${cellLook} figures text-end`}>{credits(account.balance.available)}</td>
                <td className={`${cellLook} figures text-end`}>{credits(account.balance.used)}</td>
                <td className={`${cellLook} figures text-end`}>{String(account.revision)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4 text-sm text-muted sm:px-6">
        <p role="status">{words.shown(lines.length, accounts.hasNextPage)}</p>
        {accounts.hasNextPage && (
          <Button small busy={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
            {words.more}
          </Button>
        )}
      </footer>
    </>
  );
}
