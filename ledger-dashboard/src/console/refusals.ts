import { LedgerProblem } from '../api/problem';
import { sentenceOf } from '../messages/problems';
import { words } from './words';

const invalidFields = (problem: LedgerProblem): string => {
  const errors = problem.facts.errors;
  return Array.isArray(errors)
    ? errors
        .map((error: unknown) =>
          typeof error === 'object' && error !== null ? Object.values(error).join(' ') : String(error),
        )
        .join('; ')
    : '';
};

/** Why a key did not open the console. */
export function refusalOf(error: unknown): string {
  if (error instanceof LedgerProblem && error.status === 401) {
    return words.entrance.unauthenticated;
  }
  if (error instanceof LedgerProblem && error.status === 403) {
    return words.entrance.forbidden;
  }
  return sentenceOf(error);
}

/** Why something was not done: for those who work with the ledger, in the ledger's own words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof LedgerProblem)) {
    return sentenceOf(error);
  }
  if (error.status === 403) {
    return words.forbidden;
  }
  if (error.status >= 500 || error.status === 429) {
    return sentenceOf(error);
  }
  const fields = invalidFields(error);
  return fields === '' ? error.detail : `${error.detail}: ${fields}`;
}
