/**
 * JSON with 64-bit whole numbers, which JavaScript's own numbers can't hold beyond 2^53. Fields that the interface declares as
 * int64 become bigints, whatever their size; all others stay numbers.
 */

/** The fields that the interface declares as something else than int64: numbers of 32 bits and shares in percent. */
const ORDINARY_NUMBERS = new Set([
  'status',
  'version',
  'priority',
  'expMonth',
  'expYear',
  'usedPercent',
  'sharePercent',
  'progressPercent',
  'maxEventsPerSecond',
]);

/** The caller's own notes may hold any number, and no word of ours. */
const NOTES = new Set(['metadata']);

// In no text of the ledger: its database keeps none with this character.
const MARK = '\u0000';
/** All places of a JSON text where a string or a number stands. */
export const STRINGS_AND_NUMBERS = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const WHOLE = /^-?\d+$/;
const MOST_EXACT_DIGITS = 15;

function marked(token: string): string {
  const large = WHOLE.test(token) && token.length > MOST_EXACT_DIGITS;
  return large ? `"\\u0000${token}"` : token;
}

function revive(this: unknown, key: string, value: unknown): unknown {
  if (NOTES.has(key)) {
    return unmarkedNotes(value);
  }
  if (typeof value === 'string' && value.startsWith(MARK)) {
    return ORDINARY_NUMBERS.has(key) ? Number(value.slice(1)) : BigInt(value.slice(1));
  }
  if (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !ORDINARY_NUMBERS.has(key) &&
    !Array.isArray(this)
  ) {
    return BigInt(value);
  }
  return value;
}

/** Notes are shown and never reckoned with: their numbers are kept as written. */
function unmarkedNotes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, note]) => [name, typeof note === 'bigint' ? String(note) : note]),
  );
}

export function parseLossless(text: string): unknown {
  return JSON.parse(text.replace(STRINGS_AND_NUMBERS, marked), revive);
}

/** What we send is within what numbers hold exactly: a command moves a million millions at most. */
export function stringifyLossless(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'bigint') {
      return part;
    }
    const number = Number(part);
    if (!Number.isSafeInteger(number)) {
      throw new RangeError(`${part} is more than can be sent`);
    }
    return number;
  });
}
