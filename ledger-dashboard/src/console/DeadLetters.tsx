import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { answerOf } from '../api/client';
import { dateAndTime } from '../format/time';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import { Empty, Section, SkeletonLines } from '../ui/Panel';
import { useKeyholder } from './keyholder';
import { linkLook, Trouble } from './parts';
import { deadLettersKey, deadLettersQuery, type DeadLetter } from './queries';
import { words } from './words';

/** Accounts that a read model has set aside, and what an operator can do for them. */
export function DeadLetters() {
  const letters = useInfiniteQuery(deadLettersQuery(useKeyholder().client));
  const lines = letters.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <Section title={words.deadLetters.title}>
      {letters.isPending && <SkeletonLines lines={2} />}
      {letters.isError && <Trouble error={letters.error} onRetry={() => void letters.refetch()} />}
      {letters.isSuccess && lines.length === 0 && (
        <Empty icon="check" title={words.deadLetters.none} hint={words.deadLetters.noneHint} />
      )}
      <ul>
        {lines.map((letter) => (
          <Letter key={`${letter.projection ?? ''} ${letter.accountId ?? ''}`} letter={letter} />
        ))}
      </ul>
      {letters.hasNextPage && (
        <div className="border-t border-line px-5 py-4 sm:px-6">
          <Button small busy={letters.isFetchingNextPage} onClick={() => void letters.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Section>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="min-w-0">
    <dt className="text-xs text-muted">{name}</dt>
    <dd className="break-words">{children}</dd>
  </div>
);

function Letter({ letter }: { readonly letter: DeadLetter }) {
  const { accountId = '', projection = '', cause = '', type = '' } = letter;
  const say = words.deadLetters;
  return (
    <li className="grid gap-3 border-t border-line px-5 py-4 text-sm sm:px-6">
      <Link to="/console/accounts/$accountId" params={{ accountId }} className={`${linkLook} break-all`}>
        {say.of(accountId, projection)}
      </Link>
      <dl className="grid gap-3 sm:grid-cols-4">
        <Fact name={say.fact}>
          {words.revision(letter.revision ?? 0n)}, {type}
        </Fact>
        <Fact name={say.waiting}>{words.facts(letter.events ?? 0n)}</Fact>
        <Fact name={say.since}>{letter.since === undefined ? '' : dateAndTime(letter.since)}</Fact>
        <Fact name={say.lastTried}>
          {letter.lastTriedAt === undefined ? '' : dateAndTime(letter.lastTriedAt)}
        </Fact>
      </dl>
      <dl>
        <Fact name={say.cause}>
          <code className="font-mono text-xs whitespace-pre-wrap">{cause}</code>
        </Fact>
      </dl>
      <Remedies accountId={accountId} projection={projection} />
    </li>
  );
}

function Remedies({ accountId, projection }: { readonly accountId: string; readonly projection: string }) {
  const { client, cache } = useKeyholder();
  const { note } = useAnnouncer();
  const say = words.deadLetters;
  const [asks, setAsks] = useState(false);
  const reload = (): void => void cache.invalidateQueries({ queryKey: deadLettersKey });
  const retry = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/v1/audit/dead-letters/{projection}/{setAsideAccountId}/retry', {
          params: { path: { projection, setAsideAccountId: accountId } },
        }),
      ),
    onSuccess: ({ upToDate }) => {
      note(upToDate ? say.applied(accountId) : say.stillFails(accountId));
      reload();
    },
  });
  const repair = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/v1/audit/repairs/{repairedAccountId}', {
          params: { path: { repairedAccountId: accountId } },
        }),
      ),
    onSuccess: () => {
      note(say.repaired(accountId));
      reload();
    },
    onSettled: () => {
      setAsks(false);
    },
  });
  const error = retry.error ?? repair.error;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-3">
        <Button
          small
          busy={retry.isPending}
          aria-label={say.retryOf(accountId, projection)}
          onClick={() => {
            repair.reset();
            retry.mutate();
          }}
        >
          {say.retry}
        </Button>
        <Button
          small
          aria-label={say.repairOf(accountId)}
          onClick={() => {
            retry.reset();
            setAsks(true);
          }}
        >
          {say.repair}
        </Button>
      </div>
      {error !== null && <Trouble error={error} />}
      <Confirm
        open={asks}
        onOpenChange={setAsks}
        title={say.repairTitle(accountId)}
        description={say.repairText}
        confirm={say.repairConfirm}
        busy={repair.isPending}
        onConfirm={() => {
          repair.mutate();
        }}
      />
    </div>
  );
}
