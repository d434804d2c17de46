import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { dateAndTime, inUtc } from '../format/time';
import { Button } from '../ui/Button';
import { CopyText } from '../ui/Copy';
import { Icon } from '../ui/Icon';
import { Empty, SkeletonLines } from '../ui/Panel';
import { Pill } from '../ui/Pill';
import { actorOf, availableAfter, causesOf, names, storyOf, type Cause, type Fact } from './facts';
import { useKeyholder } from './keyholder';
import { linkLook, Trouble } from './parts';
import { factsQuery, type Stretch } from './queries';
import { words } from './words';

/** So many pages are looked through for an id before somebody is asked whether to go on. */
const PAGES_AT_ONCE = 20;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** From one line of the list to the next by the keyboard; keys with others held down are the browser's. */
function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const lines = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-revision]')];
  const at = lines.findIndex((line) => line === document.activeElement);
  const next = at === -1 ? undefined : lines[at + step];
  if (at !== -1) {
    event.preventDefault();
    next?.focus();
  }
}

interface FactsProps {
  readonly accountId: string;
  /** The revision at the top at first; others are loaded towards both sides. */
  readonly start: bigint;
  readonly within: Stretch;
  /** Only facts that name this id. */
  readonly about?: string | undefined;
}

/** Facts from the newest to the oldest, page by page. */
export function Facts({ accountId, start, within, about }: FactsProps) {
  const { client } = useKeyholder();
  const pages = useInfiniteQuery(factsQuery(client, accountId, start, within));
  const [most, setMost] = useState(PAGES_AT_ONCE);
  const loaded = pages.data?.pages ?? [];
  const all = loaded.flatMap((page) => page.facts);
  const shown = about === undefined ? all : all.filter((fact) => names(fact, about));
  const searches = about !== undefined && pages.hasNextPage && loaded.length < most;
  const { fetchNextPage, isFetching, isError } = pages;
  useEffect(() => {
    if (searches && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [searches, isFetching, isError, fetchNextPage]);

  if (pages.isPending) {
    return <SkeletonLines lines={6} className="h-14" />;
  }
  const oldest = loaded.at(-1)?.stretch.from;
  return (
    <>
      {pages.hasPreviousPage && (
        <p className="border-t border-line px-5 py-3 sm:px-6">
          <Button small busy={pages.isFetchingPreviousPage} onClick={() => void pages.fetchPreviousPage()}>
            {words.timeline.newer}
          </Button>
        </p>
      )}
      {pages.isError && <Trouble error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {shown.length === 0 && !searches && !pages.isError && (
        <Empty icon="search" title={words.timeline.none} hint={words.timeline.noneHint} />
      )}
      <ol onKeyDown={walk}>
        {shown.map((fact) => (
          <Line
            key={String(fact.revision)}
            fact={fact}
            accountId={accountId}
            marked={fact.revision === start && start !== within.to}
          />
        ))}
      </ol>
      <footer className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-5 py-4 text-sm text-muted sm:px-6">
        <p role="status">
          {words.shown(shown.length, pages.hasNextPage)}
          {about !== undefined && oldest !== undefined && ` · ${words.timeline.searching(oldest)}`}
        </p>
        {pages.hasNextPage && (
          <Button
            small
            busy={pages.isFetchingNextPage}
            onClick={() => {
              setMost(loaded.length + PAGES_AT_ONCE);
              void pages.fetchNextPage();
            }}
          >
            {about === undefined ? words.timeline.older : words.timeline.further}
          </Button>
        )}
      </footer>
    </>
  );
}

interface LineProps {
  readonly fact: Fact;
  readonly accountId: string;
  /** The one that the address names. */
  readonly marked: boolean;
}

function Line({ fact, accountId, marked }: LineProps) {
  const [open, setOpen] = useState(marked);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (marked) {
      button.current?.focus();
    }
  }, [marked]);
  const id = `fact-${fact.revision}`;
  const available = availableAfter(fact);
  return (
    <li className="border-t border-line">
      <button
        ref={button}
        type="button"
        data-revision={String(fact.revision)}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
        className="grid min-h-11 w-full grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-5 py-2.5 text-start text-sm hover:bg-sunken sm:px-6"
      >
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="figures font-mono text-xs text-muted">#{String(fact.revision)}</span>
          <Pill>{fact.type}</Pill>
          <span className="min-w-0 break-words">{storyOf(fact)}</span>
        </span>
        <Icon name="arrow" className={open ? 'size-4 rotate-90' : 'size-4'} />
        <span className="col-span-2 flex flex-wrap gap-x-4 text-xs text-muted">
          <time dateTime={fact.occurredAt} title={inUtc(fact.occurredAt)}>
            {dateAndTime(fact.occurredAt)}
          </time>
          {available !== null && <span>{words.timeline.afterwards(available)}</span>}
        </span>
      </button>
      <div id={id} hidden={!open} className="px-5 pb-4 sm:px-6">
        {open && <Details fact={fact} accountId={accountId} />}
      </div>
    </li>
  );
}

function Details({ fact, accountId }: { readonly fact: Fact; readonly accountId: string }) {
  const causes = causesOf(fact);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 text-sm">
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <div>
          <dt className="text-xs text-muted">{words.timeline.actor}</dt>
          <dd className="break-words">{actorOf(fact) ?? words.timeline.itself}</dd>
        </div>
        {causes.length > 0 && (
          <div>
            <dt className="text-xs text-muted">{words.timeline.causes}</dt>
            {causes.map((cause) => (
              <dd key={`${cause.kind} ${cause.id}`} className="flex flex-wrap items-center gap-x-2">
                <CauseLink cause={cause} accountId={accountId} />
              </dd>
            ))}
          </div>
        )}
      </dl>
      <Link
        to="/console/accounts/$accountId"
        params={{ accountId }}
        search={{ revision: Number(fact.revision) }}
        className={`${linkLook} w-fit`}
      >
        {words.timeline.permalink}
      </Link>
      <div>
        <p className="flex flex-wrap items-center gap-x-3 text-xs text-muted">
          {words.timeline.raw}
          <span>{inUtc(fact.occurredAt)}</span>
        </p>
        <pre
          tabIndex={0}
          role="region"
          aria-label={`${words.timeline.raw}, ${words.revision(fact.revision)}`}
          className="mt-1 max-h-96 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs"
        >
          {fact.raw}
        </pre>
      </div>
    </div>
  );
}

const CauseLink = ({ cause, accountId }: { readonly cause: Cause; readonly accountId: string }) => (
  <>
    <Link
      to="/console/accounts/$accountId"
      params={{ accountId }}
      search={{ about: cause.id }}
      aria-label={words.timeline.showAbout(words.timeline.kinds[cause.kind], cause.id)}
      className={linkLook}
    >
      {words.timeline.kinds[cause.kind]}
    </Link>
    <CopyText text={cause.id} what={words.timeline.kinds[cause.kind]} />
  </>
);
