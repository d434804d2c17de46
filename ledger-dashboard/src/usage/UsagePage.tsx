import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLedger } from '../api/ledger';
import { websitePagesQuery } from '../api/queries';
import type { WebsiteLine } from '../api/types';
import { useNow } from '../app/clock';
import { Page } from '../app/Page';
import { credits, share } from '../format/credits';
import { dateAndTime, inUtc } from '../format/time';
import { say } from '../messages/english';
import { Download } from '../transactions/Download';
import { WebsiteLink } from '../transactions/TransactionsTable';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { Empty, ErrorPanel, Section, SkeletonLines } from '../ui/Panel';
import { classes } from '../ui/classes';
import { planOf } from './range';
import { UsageOverTime } from './UsageOverTime';

const PAGE_SIZE = 25;

export function UsagePage() {
  const search = useSearch({ from: '/usage' });
  const navigate = useNavigate({ from: '/usage' });
  const now = useNow(60_000);
  const plan = useMemo(() => planOf(search, now), [search, now]);
  const { from, to } = plan.period;
  return (
    <Page title={say.pages.usage} action={<Download filter={{ type: 'consumption', from, to }} />}>
      <Boundary>
        <UsageOverTime
          search={search}
          plan={plan}
          onChange={(wanted) => {
            void navigate({ search: wanted, replace: true });
          }}
        />
      </Boundary>
      <Boundary>
        <Websites />
      </Boundary>
    </Page>
  );
}

function Websites() {
  const websites = useInfiniteQuery(websitePagesQuery(useLedger(), PAGE_SIZE));
  const lines = websites.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={say.usage.websites}>
      {websites.isPending && <SkeletonLines lines={4} />}
      {websites.isError && lines.length === 0 && (
        <ErrorPanel error={websites.error} onRetry={() => void websites.refetch()} />
      )}
      {websites.data && lines.length === 0 && (
        <Empty icon="outside" title={say.usage.noWebsites} hint={say.usage.noWebsitesHint} />
      )}
      {lines.length > 0 && <WebsitesTable lines={lines} />}
      {websites.hasNextPage && (
        <p className="border-t border-line px-5 py-4 sm:px-6">
          <Button small busy={websites.isFetchingNextPage} onClick={() => void websites.fetchNextPage()}>
            {say.transactions.more}
          </Button>
        </p>
      )}
    </Section>
  );
}

const heading = 'py-2.5 text-xs font-medium text-muted';

/** A table; on a narrow screen the same rows as cards, in the same order. */
function WebsitesTable({ lines }: { readonly lines: readonly WebsiteLine[] }) {
  const words = say.usage;
  return (
    <table className="block w-full text-sm sm:table">
      <caption className="sr-only">{words.caption}</caption>
      <thead className="hidden sm:table-header-group">
        <tr>
          <th scope="col" className={classes(heading, 'ps-6 text-start')}>
            {words.website}
          </th>
          <th scope="col" aria-sort="descending" className={classes(heading, 'ps-4 text-end')}>
            {words.used}
          </th>
          <th scope="col" className={classes(heading, 'ps-6 text-start')}>
            {words.share}
          </th>
          <th scope="col" className={classes(heading, 'ps-4 text-end max-md:hidden')}>
            {words.consumptions}
          </th>
          <th scope="col" className={classes(heading, 'ps-4 pe-6 text-end')}>
            {words.lastUse}
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {lines.map((line) => (
          <Row key={line.websiteId} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line }: { readonly line: WebsiteLine }) {
  const { websiteId: id, name, url } = line;
  return (
    <tr className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 border-t border-line px-5 py-3 sm:table-row sm:h-12 sm:p-0">
      <td className="max-w-64 min-w-0 font-medium sm:ps-6">
        <WebsiteLink website={{ id, ...(name == null ? {} : { name }), ...(url == null ? {} : { url }) }} />
      </td>
      <td className="figures text-end font-medium sm:ps-4">{credits(line.used)}</td>
      <td className="sm:ps-6">
        <span className="flex items-center gap-3">
          <Bar percent={line.sharePercent} />
          <span className="figures min-w-12 text-end text-muted">{share(line.sharePercent)}</span>
        </span>
      </td>
      <td className="figures text-end text-muted max-md:hidden sm:ps-4">{credits(line.consumptions)}</td>
      <td className="text-end text-muted sm:ps-4 sm:pe-6 sm:whitespace-nowrap">
        <time dateTime={line.lastUsedAt} title={inUtc(line.lastUsedAt)}>
          {dateAndTime(line.lastUsedAt)}
        </time>
      </td>
    </tr>
  );
}

/** The same as the figure beside it, for the eye. */
const Bar = ({ percent }: { readonly percent: number }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 100 4"
    preserveAspectRatio="none"
    className="h-1.5 w-full max-w-32 min-w-16"
  >
    <rect width="100" height="4" fill="var(--line)" />
    <rect width={Math.min(100, Math.max(0, percent))} height="4" fill="var(--accent)" />
  </svg>
);
