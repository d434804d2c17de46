import type { ReactNode } from 'react';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';

/** What stands at the top of everything that is printed. */
export const PaperHead = ({ children }: { readonly children: ReactNode }) => (
  <header className="flex items-center gap-3">
    <img src="/favicon.svg" alt="" className="size-8" />
    <p className="flex-1 text-base font-semibold tracking-tight">{say.product}</p>
    {children}
  </header>
);

export const PaperLine = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="flex flex-wrap justify-between gap-x-4 gap-y-0.5">
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 text-end break-all">{children}</dd>
  </div>
);

export const Print = () => (
  <div className="no-print flex justify-end">
    <Button
      kind="primary"
      onClick={() => {
        window.print();
      }}
    >
      <Icon name="print" />
      {say.receipts.print}
    </Button>
  </div>
);
