import { useMutation, useQuery } from '@tanstack/react-query';
import { useLedger, type Ledger } from '../api/ledger';
import { problemOf } from '../api/problem';
import { configQuery } from '../api/queries';
import { credentialsOf } from '../api/session';
import { Notice } from '../app/Notice';
import { say } from '../messages/english';
import { Button } from '../ui/Button';

const DEMO_ACCOUNT = 'demo';
const WEBSITES = ['bakery', 'cycling', 'florist', 'yoga'] as const;

/** What the platform's services do when somebody generates a website. No part of the contract, so it has no type there. */
async function spend(ledger: Ledger, website: string): Promise<void> {
  const response = await fetch(`${ledger.base}v1/accounts/${DEMO_ACCOUNT}/demo-consumptions/${website}`, {
    method: 'POST',
    credentials: 'include',
    headers: {
      ...credentialsOf(ledger.session, 'POST'),
      'Idempotency-Key': crypto.randomUUID(),
    },
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
}

/** Lets whoever looks at the demo account play the platform. What is spent comes back over the stream, like everything else. */
export function DemoPanel() {
  const ledger = useLedger();
  const { data: config } = useQuery(configQuery(ledger));
  const spending = useMutation({ mutationFn: (website: string) => spend(ledger, website) });
  if (!config?.demo || ledger.accountId !== DEMO_ACCOUNT) {
    return null;
  }
  return (
    <div className="grid gap-3">
      <Notice
        tone="info"
        action={
          <div className="flex w-full flex-wrap gap-2 ps-8">
            {WEBSITES.map((website) => (
              <Button
                key={website}
                small
                busy={spending.isPending && spending.variables === website}
                onClick={() => {
                  spending.mutate(website);
                }}
              >
                {say.demo.generate(say.demo.websites[website])}
              </Button>
            ))}
          </div>
        }
      >
        {say.demo.invitation}
      </Notice>
      {spending.isError && <Notice tone="warn">{say.demo.failed}</Notice>}
    </div>
  );
}
