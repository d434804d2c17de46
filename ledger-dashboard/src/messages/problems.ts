import { LedgerProblem, Unreachable } from '../api/problem';
import type { PaymentFailure } from '../api/types';
import { say } from './english';

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> =>
  Object.hasOwn(table, key);

/** What went wrong, as a sentence for the customer. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Unreachable) {
    return say.problems.unreachable;
  }
  return error instanceof LedgerProblem ? sentenceOfProblem(error) : say.problems.unknown;
}

function sentenceOfProblem(problem: LedgerProblem): string {
  if (problem.kind === 'projection-behind') {
    return say.problems.behind;
  }
  if (has(say.problems, problem.kind)) {
    return say.problems[problem.kind];
  }
  switch (problem.status) {
    case 403:
      return say.problems.forbidden;
    case 404:
      return say.problems.notFound;
    case 429:
      return say.problems.tooMany;
    case 502:
    case 503:
    case 504:
      return say.problems.unavailable;
    default:
      return say.problems.unknown;
  }
}

/** Why a payment failed: in our words where the bank's reason is known, never with more than the customer may know. */
export function sentenceOfFailure(failure: PaymentFailure | undefined): string {
  const reason = [failure?.declineCode, failure?.code].find(
    (code) => code !== undefined && has(say.buy.failures, code),
  );
  return reason !== undefined && has(say.buy.failures, reason) ? say.buy.failures[reason] : say.buy.failed;
}
