import { LedgerProblem, mayPass } from './problem';

/** Longer with every failure, and never the same for all who wait: a ledger that comes back is not stormed. */
export function backOffMillis(failures: number, random: () => number = Math.random): number {
  const most = Math.min(30_000, 500 * 2 ** Math.max(0, failures - 1));
  return most / 2 + (random() * most) / 2;
}

/** How long to wait before the same request is sent again. */
export function retryDelayMillis(failures: number, error: unknown): number {
  const asked = error instanceof LedgerProblem ? error.retryAfterMillis : null;
  return Math.max(asked ?? 0, backOffMillis(failures));
}

export const READ_ATTEMPTS = 4;

export const shouldReadAgain = (failures: number, error: unknown): boolean =>
  failures < READ_ATTEMPTS && mayPass(error);

export const pause = (millis: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason instanceof Error ? signal.reason : new DOMException('aborted', 'AbortError'));
    });
  });
