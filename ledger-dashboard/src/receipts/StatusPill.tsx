import type { PurchaseStatus } from '../api/types';
import { say } from '../messages/english';
import { Pill, type Tone } from '../ui/Pill';

const tones: Readonly<Record<PurchaseStatus, Tone>> = {
  processing: 'accent',
  requires_action: 'warn',
  requires_payment_method: 'neutral',
  succeeded: 'good',
  failed: 'bad',
  canceled: 'neutral',
  partially_refunded: 'warn',
  refunded: 'warn',
  disputed: 'bad',
};

export const StatusPill = ({ status }: { readonly status: PurchaseStatus }) => (
  <Pill tone={tones[status]}>{say.receipts.statuses[status]}</Pill>
);
