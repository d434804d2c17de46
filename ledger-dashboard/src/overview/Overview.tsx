import { say } from '../messages/english';
import { Page } from '../app/Page';
import { Boundary } from '../ui/Boundary';
import { BalanceCards } from './BalanceCards';
import { Banners } from './Banners';
import { DemoPanel } from './DemoPanel';
import { RecentTransactions } from './RecentTransactions';
import { CardsSummary, TopUpSummary } from './Summaries';
import { UsageSection } from './UsageSection';

export function Overview() {
  return (
    <Page title={say.pages.overview}>
      <Boundary>
        <Banners />
      </Boundary>
      <Boundary>
        <DemoPanel />
      </Boundary>
      <Boundary>
        <BalanceCards />
      </Boundary>
      <Boundary>
        <UsageSection />
      </Boundary>
      <Boundary>
        <RecentTransactions />
      </Boundary>
      <div className="grid items-start gap-5 md:grid-cols-2">
        <Boundary>
          <CardsSummary />
        </Boundary>
        <Boundary>
          <TopUpSummary />
        </Boundary>
      </div>
    </Page>
  );
}
