import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf } from '../api/client';
import { dateAndTime } from '../format/time';
import { useAnnouncer } from '../ui/Announcer';
import { Button } from '../ui/Button';
import { Empty, Section, SkeletonLines } from '../ui/Panel';
import { Pill, type Tone } from '../ui/Pill';
import { Segments } from '../ui/Segments';
import { jsonOf } from './facts';
import { useKeyholder } from './keyholder';
import { cellLook, headingLook, inputLook, Labelled, linkLook, Trouble, Wide } from './parts';
import {
  verificationQuery,
  verificationsKey,
  verificationsQuery,
  type Difference,
  type Verification,
} from './queries';
import { progressOf, requestOf, scopeOf, type Scope, type Wanted } from './verification';
import { words } from './words';

const say = words.verifications;

/** The proof that the read models say what the facts say. */
export function Verifications() {
  const runs = useInfiniteQuery(verificationsQuery(useKeyholder().client));
  const lines = runs.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  return (
    <Section title={say.title}>
      <p className="px-5 pb-3 text-sm text-muted sm:px-6">{say.explain}</p>
      <Start />
      {runs.isPending && <SkeletonLines lines={2} />}
      {runs.isError && <Trouble error={runs.error} onRetry={() => void runs.refetch()} />}
      {runs.isSuccess && lines.length === 0 && <Empty icon="check" title={say.none} hint={say.noneHint} />}
      <ul>
        {lines.map((run) => (
          <Run key={run.verificationId} run={run} />
        ))}
      </ul>
      {runs.hasNextPage && (
        <div className="border-t border-line px-5 py-4 sm:px-6">
          <Button small busy={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Section>
  );
}

function useChanged(): () => void {
  const { cache } = useKeyholder();
  return () => void cache.invalidateQueries({ queryKey: verificationsKey });
}

const nothing: Wanted = { scope: 'all', account: '', from: '', to: '', pace: '' };
const scopes: readonly Scope[] = ['all', 'one', 'range'];

function Start() {
  const { client } = useKeyholder();
  const { note } = useAnnouncer();
  const changed = useChanged();
  const [wanted, setWanted] = useState(nothing);
  const request = requestOf(wanted);
  const start = useMutation({
    mutationFn: (body: NonNullable<typeof request>) =>
      answerOf(client.POST('/v1/audit/verifications', { body })),
    onSuccess: () => {
      note(say.started);
      changed();
    },
  });
  const field = (name: string, key: Exclude<keyof Wanted, 'scope'>, numeric = false) => (
    <Labelled name={name}>
      <input
        autoComplete="off"
        spellCheck={false}
        inputMode={numeric ? 'numeric' : 'text'}
        value={wanted[key]}
        onChange={(event) => {
          setWanted({ ...wanted, [key]: event.target.value.trim() });
        }}
        className={inputLook}
      />
    </Labelled>
  );
  return (
    <form
      className="grid gap-3 px-5 pb-5 sm:px-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (request !== null && !start.isPending) {
          start.mutate(request);
        }
      }}
    >
      <Segments
        label={say.scope}
        value={wanted.scope}
        options={scopes.map((value) => ({ value, label: say.scopes[value] }))}
        onChange={(scope) => {
          setWanted({ ...wanted, scope });
        }}
      />
      <div className="flex flex-wrap items-end gap-3">
        {wanted.scope === 'one' && field(say.account, 'account')}
        {wanted.scope === 'range' && field(say.from, 'from')}
        {wanted.scope === 'range' && field(say.to, 'to')}
        {field(say.pace, 'pace', true)}
        <Button kind="primary" type="submit" busy={start.isPending} disabled={request === null}>
          {say.start}
        </Button>
      </div>
      {start.isError && <Trouble error={start.error} />}
    </form>
  );
}

const tones: Readonly<Record<NonNullable<Verification['state']>, Tone>> = {
  running: 'accent',
  stopped: 'warn',
  completed: 'good',
  failed: 'bad',
};

function Run({ run }: { readonly run: Verification }) {
  const { state = 'running', progressPercent = 0, differenceCount = 0n, verificationId = '' } = run;
  const name = scopeOf(run);
  return (
    <li className="grid gap-3 border-t border-line px-5 py-4 text-sm sm:px-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 className="min-w-0 font-medium break-all">{name}</h3>
        <Pill tone={tones[state]}>{say.states[state]}</Pill>
        <Pill tone={differenceCount === 0n ? 'neutral' : 'bad'}>{say.differences(differenceCount)}</Pill>
        <span className="ms-auto">
          <Steering run={run} name={name} />
        </span>
      </div>
      <Bar percent={progressPercent} name={name} />
      <p className="text-muted">{progressOf(run)}</p>
      <p className="text-xs break-words text-muted">
        {say.by(run.requestedBy ?? '', run.requestedAt === undefined ? '' : dateAndTime(run.requestedAt))}
      </p>
      {run.failure !== undefined && <p className="break-words text-bad">{run.failure}</p>}
      {differenceCount > 0n && <Found verificationId={verificationId} count={differenceCount} />}
    </li>
  );
}

/** An image, since the page's policy refuses a style that says how long a bar is. */
const Bar = ({ percent, name }: { readonly percent: number; readonly name: string }) => (
  <div
    role="progressbar"
    aria-label={say.progress(name)}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={Math.floor(percent)}
  >
    <svg
      aria-hidden="true"
      viewBox="0 0 100 2"
      preserveAspectRatio="none"
      className="h-2 w-full rounded-full"
    >
      <rect width="100" height="2" className="fill-line" />
      <rect width={percent} height="2" className="fill-accent" />
    </svg>
  </div>
);

function Steering({ run, name }: { readonly run: Verification; readonly name: string }) {
  const { client } = useKeyholder();
  const changed = useChanged();
  const path = { verificationId: run.verificationId ?? '' };
  const steer = useMutation({
    mutationFn: () =>
      answerOf(
        run.state === 'running'
          ? client.POST('/v1/audit/verifications/{verificationId}/stop', { params: { path } })
          : client.POST('/v1/audit/verifications/{verificationId}/resumption', { params: { path } }),
      ),
    onSettled: changed,
  });
  if (run.state === 'completed') {
    return null;
  }
  const stops = run.state === 'running';
  return (
    <>
      <Button
        small
        busy={steer.isPending}
        aria-label={stops ? say.stopOf(name) : say.resumeOf(name)}
        onClick={() => {
          steer.mutate();
        }}
      >
        {stops ? say.stop : say.resume}
      </Button>
      {steer.isError && <Trouble error={steer.error} />}
    </>
  );
}

function Found({ verificationId, count }: { readonly verificationId: string; readonly count: bigint }) {
  const found = useQuery(verificationQuery(useKeyholder().client, verificationId, count));
  if (found.isPending) {
    return <SkeletonLines lines={1} />;
  }
  return found.isError ? (
    <Trouble error={found.error} onRetry={() => void found.refetch()} />
  ) : (
    <Differences caption={say.caption(verificationId)} lines={found.data.differences ?? []} all={count} />
  );
}

function Differences({
  caption,
  lines,
  all,
}: {
  readonly caption: string;
  readonly lines: readonly Difference[];
  readonly all: bigint;
}) {
  return (
    <>
      {BigInt(lines.length) < all && <p>{say.some(lines.length)}</p>}
      <Wide name={caption}>
        <table className="w-full text-xs">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {Object.values(say.columns).map((heading) => (
                <th key={heading} scope="col" className={headingLook}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Line key={index} line={line} />
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

function Line({ line }: { readonly line: Difference }) {
  const { accountId = '', revision } = line;
  return (
    <tr className="border-t border-line">
      <td className={cellLook}>
        <Link to="/console/accounts/$accountId" params={{ accountId }} className={linkLook}>
          {accountId}
        </Link>
      </td>
      <td className={`${cellLook} figures`}>{revision === undefined ? '' : String(revision)}</td>
      <td className={cellLook}>{line.projection}</td>
      <td className={cellLook}>{line.subject}</td>
      <td className={cellLook}>
        <Json value={line.expected} />
      </td>
      <td className={cellLook}>
        <Json value={line.actual} />
      </td>
    </tr>
  );
}

const Json = ({ value }: { readonly value: unknown }) => {
  const text = jsonOf(value);
  return text === null ? say.nothing : <pre className="font-mono">{text}</pre>;
};
