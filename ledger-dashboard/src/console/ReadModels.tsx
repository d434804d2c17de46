import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dateAndTime } from '../format/time';
import { Pill } from '../ui/Pill';
import { Section, SkeletonLines } from '../ui/Panel';
import { useKeyholder } from './keyholder';
import { cellLook, headingLook, linkLook, Trouble, Wide } from './parts';
import { completenessQuery, readModelsQuery, type ReadModel } from './queries';
import { words } from './words';

/** Where each read model is, as of a few seconds ago at most while the page is looked at. */
export function ReadModels() {
  const models = useQuery(readModelsQuery(useKeyholder().client));
  return (
    <Section title={words.readModels.title}>
      <CompleteOrNot />
      {models.isPending && <SkeletonLines lines={3} />}
      {models.isError && <Trouble error={models.error} onRetry={() => void models.refetch()} />}
      {models.isSuccess && <Table lines={models.data.items ?? []} />}
    </Section>
  );
}

function Table({ lines }: { readonly lines: readonly ReadModel[] }) {
  const { caption, name, state, behind, setAside } = words.readModels;
  return (
    <Wide name={caption}>
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {[name, state, behind, setAside].map((heading) => (
              <th key={heading} scope="col" className={headingLook}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((model) => (
            <tr key={model.projection} className="border-t border-line">
              <th scope="row" className={`${cellLook} text-start font-medium`}>
                {model.projection}
              </th>
              <td className={cellLook}>
                <State model={model} />
              </td>
              <td className={cellLook}>{lagOf(model)}</td>
              <td className={cellLook}>{setAsideBy(model)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function State({ model }: { readonly model: ReadModel }) {
  const { running, replaying, stopped } = words.readModels;
  if (!model.running) {
    return <Pill tone="bad">{stopped}</Pill>;
  }
  return model.replaying ? <Pill tone="warn">{replaying}</Pill> : <Pill tone="good">{running}</Pill>;
}

function lagOf({ lagEvents = 0n, lagMillis = 0n }: ReadModel): string {
  return lagEvents === 0n ? words.readModels.nothing : words.readModels.lag(lagEvents, lagMillis);
}

function setAsideBy({ deadLetterAccounts = 0n, deadLetterEvents = 0n }: ReadModel): string {
  return deadLetterAccounts === 0n
    ? words.readModels.nothing
    : words.readModels.accounts(deadLetterAccounts, deadLetterEvents);
}

/** What the check that runs all the time found. */
function CompleteOrNot() {
  const { data } = useQuery(completenessQuery(useKeyholder().client));
  const say = words.completeness;
  if (data === undefined) {
    return null;
  }
  const { verifiedThrough, verifiedAt, accounts, incomplete, incompleteCount } = data;
  return (
    <div className="px-5 pb-4 text-sm sm:px-6">
      {incompleteCount > 0n && (
        <div role="alert" className="mb-2 text-bad">
          <p className="font-medium">{say.missing(incompleteCount)}</p>
          <ul>
            {incomplete.map((each) => (
              <li key={`${each.accountId} ${each.projection}`} className="wrap-anywhere">
                <Link
                  to="/console/accounts/$accountId"
                  params={{ accountId: each.accountId }}
                  className={linkLook}
                >
                  {each.accountId}
                </Link>
                {`: ${say.of(each.projection, each.storedRevision, each.shownRevision ?? null)}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{verifiedThrough == null ? say.notYet : say.complete(verifiedThrough)}</p>
      {verifiedAt != null && (
        <p className="text-xs text-muted">{say.seen(accounts, dateAndTime(verifiedAt))}</p>
      )}
    </div>
  );
}
