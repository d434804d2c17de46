import { useQuery } from '@tanstack/react-query';
import { useLedger } from '../api/ledger';
import { autoTopUpQuery, configQuery, paymentMethodsQuery } from '../api/queries';
import { Page } from '../app/Page';
import { say } from '../messages/english';
import { Boundary } from '../ui/Boundary';
import { ErrorPanel, Section, SkeletonLines } from '../ui/Panel';
import { TopUpPill } from './TopUpPill';
import { AutomaticPurchases } from './AutomaticPurchases';
import { PausedNotice, RetryNotice } from './PausedNotice';
import { TermsForm } from './TermsForm';

export function AutoTopUpPage() {
  return (
    <Page title={say.topUp.title}>
      <p className="-mt-2 max-w-2xl text-muted">{say.topUp.intro}</p>
      <Boundary>
        <Settings />
      </Boundary>
      <Boundary>
        <AutomaticPurchases />
      </Boundary>
    </Page>
  );
}

function Settings() {
  const ledger = useLedger();
  const topUp = useQuery(autoTopUpQuery(ledger));
  const config = useQuery(configQuery(ledger));
  const methods = useQuery(paymentMethodsQuery(ledger));
  const failed = [topUp, config, methods].find((query) => query.isError && query.data === undefined);
  const loaded =
    topUp.data && config.data && methods.data
      ? { topUp: topUp.data, packages: config.data.packages, methods: methods.data }
      : null;
  return (
    <>
      {topUp.data?.state === 'paused' && <PausedNotice topUp={topUp.data} />}
      {topUp.data?.state === 'on' && topUp.data.failure && <RetryNotice topUp={topUp.data} />}
      <Section title={say.topUp.settings} action={topUp.data && <TopUpPill state={topUp.data.state} />}>
        {failed !== undefined && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
        {failed === undefined && loaded === null && <SkeletonLines lines={4} className="h-16" />}
        {loaded !== null && <TermsForm {...loaded} />}
      </Section>
    </>
  );
}
