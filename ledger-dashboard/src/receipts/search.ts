/** The purchase whose receipt is open, as the address has it. */
export interface ReceiptSearch {
  readonly open?: string;
}

const PURCHASE_ID = /^[A-Za-z0-9._:-]{1,255}$/;

export function readReceiptSearch({ open }: Record<string, unknown>): ReceiptSearch {
  const text = typeof open === 'string' || typeof open === 'number' ? String(open) : '';
  return PURCHASE_ID.test(text) ? { open: text } : {};
}
