import { useEffect, useSyncExternalStore } from 'react';
import { say } from '../messages/english';
import { Dialog } from '../ui/Dialog';
import { useStripeScript } from '../stripe/useStripeScript';
import { OrderForm } from './OrderForm';
import { isClosable, showsForm } from './phase';
import { Progress } from './Progress';
import type { PurchaseRun } from './run';

interface AddCreditsDialogProps {
  readonly run: PurchaseRun;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Chooses a package and a card, pays, and stays until it is known what came of it. */
export function AddCreditsDialog({ run, open, onOpenChange }: AddCreditsDialogProps) {
  const phase = useSyncExternalStore(run.subscribe, run.current);
  const script = useStripeScript();
  const closable = isClosable(phase);

  useEffect(() => {
    if (closable) {
      return undefined;
    }
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
    };
  }, [closable]);

  const change = (wanted: boolean): void => {
    if (!wanted && phase.at === 'paid') {
      run.reset();
    }
    onOpenChange(wanted);
  };

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={say.buy.title}
      closable={closable}
      // The bank's question is a layer of the payment provider's, over everything and outside of this window.
      givesWay={phase.at === 'authenticating'}
      wide
    >
      {showsForm(phase) ? (
        <OrderForm run={run} phase={phase} script={script} />
      ) : (
        <Progress
          run={run}
          phase={phase}
          stripe={script.state === 'ready' ? script.stripe : null}
          onClose={() => {
            change(false);
          }}
        />
      )}
    </Dialog>
  );
}
