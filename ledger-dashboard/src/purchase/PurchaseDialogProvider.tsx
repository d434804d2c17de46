import { createContext, lazy, Suspense, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLedger } from '../api/ledger';
import type { Purchase } from '../api/types';
import { keptAttempt } from './attempt';
import { PurchaseRun } from './run';

interface PurchaseDialogControl {
  /** Opens the dialog: for a new purchase, or to go on with one. */
  readonly open: (purchase?: Purchase) => void;
}

const ControlContext = createContext<PurchaseDialogControl | null>(null);

const AddCreditsDialog = lazy(() =>
  import('./AddCreditsDialog').then((module) => ({ default: module.AddCreditsDialog })),
);

/** Buying, reachable from every page. What is under way goes on while the dialog is closed. */
export function PurchaseDialogProvider({ children }: { readonly children: ReactNode }) {
  const ledger = useLedger();
  const [run] = useState(() => new PurchaseRun(ledger));
  const [kept] = useState(() => keptAttempt(ledger.accountId, Date.now()));
  const [isOpen, setOpen] = useState(kept !== null);
  const [wasOpened, setWasOpened] = useState(kept !== null);

  useEffect(() => {
    if (kept) {
      void run.recover(kept);
    }
  }, [kept, run]);

  const control = useMemo(
    () => ({
      open: (purchase?: Purchase) => {
        if (purchase) {
          void run.take(purchase);
        }
        setWasOpened(true);
        setOpen(true);
      },
    }),
    [run],
  );

  return (
    <ControlContext value={control}>
      {children}
      {wasOpened && (
        <Suspense fallback={null}>
          <AddCreditsDialog run={run} open={isOpen} onOpenChange={setOpen} />
        </Suspense>
      )}
    </ControlContext>
  );
}

export function usePurchaseDialog(): PurchaseDialogControl {
  const control = use(ControlContext);
  if (!control) {
    throw new Error('outside of the shell');
  }
  return control;
}
