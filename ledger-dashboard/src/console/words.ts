import { credits } from '../format/credits';

/** All that the console says of its own; apart from the customers' words, since customers never load them. */
const plurals = new Intl.PluralRules('en');

const counted = (count: bigint | number, one: string, other: string): string =>
  `${credits(BigInt(count))} ${plurals.select(Number(count)) === 'one' ? one : other}`;

const facts = (count: bigint | number): string => counted(count, 'fact', 'facts');

function span(seconds: bigint): string {
  if (seconds < 60n) {
    return counted(seconds, 'second', 'seconds');
  }
  return seconds < 3600n
    ? counted(seconds / 60n, 'minute', 'minutes')
    : `${counted(seconds / 3600n, 'hour', 'hours')} ${counted((seconds % 3600n) / 60n, 'minute', 'minutes')}`;
}

export const words = {
  title: 'Ledger console',
  signOut: 'Sign out',
  facts,
  span,
  forbidden:
    'Your key may not do this. An auditor may look and verify; retrying and repairing take an operator’s key, with the scope ledger:admin.',
  revision: (revision: bigint | string) => `Revision ${revision}`,
  shown: (count: number, more: boolean) =>
    more ? `${credits(BigInt(count))} shown, there are more` : `${credits(BigInt(count))} shown`,
  more: 'Load more',

  entrance: {
    title: 'Sign in to the ledger console',
    key: 'Ledger key',
    hint: 'Of an auditor or an operator. It is kept in this page’s memory alone: after loading the page anew you are asked again.',
    enter: 'Sign in',
    unauthenticated: 'This key is not valid. It may be mistyped, revoked or expired.',
    forbidden: 'This key is valid but may not use the console: it lacks the scope ledger:audit.',
    ended: 'The ledger no longer accepts your key: it was revoked or has expired. Sign in with another.',
  },

  accounts: {
    title: 'Find an account',
    prefix: 'Account id, or how it begins',
    find: 'Find',
    caption: 'Accounts in the order of their ids',
    account: 'Account',
    available: 'Available',
    used: 'Used',
    revision: 'Revision',
    none: 'No account begins like that',
    noneHint: 'Ids are written exactly as they are, capital letters too.',
  },

  readModels: {
    title: 'Read models',
    caption: 'Where each read model is in the history',
    name: 'Read model',
    state: 'State',
    behind: 'Behind by',
    setAside: 'Set aside',
    running: 'Running',
    replaying: 'Being made anew',
    stopped: 'Not running',
    nothing: 'Nothing',
    lag: (events: bigint, millis: bigint) =>
      `${facts(events)}, ${millis < 1000n ? 'less than a second' : span(millis / 1000n)}`,
    accounts: (accounts: bigint, events: bigint) =>
      `${counted(accounts, 'account', 'accounts')} with ${facts(events)}`,
  },

  completeness: {
    title: 'Completeness',
    complete: (through: bigint) => `All is there and shown through fact ${credits(through)} of the history.`,
    seen: (accounts: bigint, moment: string) =>
      `${counted(accounts, 'account', 'accounts')} looked at, seen ${moment}`,
    notYet: 'It has not been seen yet whether all is there and shown.',
    missing: (count: bigint) => `Something is missing of ${counted(count, 'account', 'accounts')}.`,
    of: (projection: string, stored: bigint, shown: bigint | null) =>
      projection === 'history'
        ? `facts are missing, the last stored is revision ${stored}`
        : `${projection} shows ${shown === null ? 'nothing' : `revision ${shown}`} of revision ${stored}`,
  },

  deadLetters: {
    title: 'Dead letters',
    none: 'No account is set aside',
    noneHint:
      'When a read model can’t apply a fact of an account, the account waits here and the others go on.',
    of: (account: string, projection: string) => `${account} in ${projection}`,
    since: 'Since',
    lastTried: 'Last tried',
    fact: 'Fact',
    waiting: 'Waiting',
    cause: 'Cause',
    retry: 'Retry',
    retryOf: (account: string, projection: string) => `Retry ${account} in ${projection}`,
    repair: 'Repair',
    repairOf: (account: string) => `Repair ${account}`,
    applied: (account: string) => `${account} is up to date again.`,
    stillFails: (account: string) => `${account} could still not be applied: see the cause.`,
    repairTitle: (account: string) => `Make the rows of ${account} anew?`,
    repairText:
      'All its facts are folded once more and its rows in every read model exchanged at once. Its facts stay as they are.',
    repairConfirm: 'Make them anew',
    repaired: (account: string) => `The rows of ${account} were made anew.`,
  },

  verifications: {
    title: 'Verification',
    explain:
      'Folds the stored facts once more from the first one and compares every row of every read model with what comes out.',
    scope: 'Which accounts',
    scopes: { all: 'All', one: 'One account', range: 'A range' },
    account: 'Account',
    from: 'From account',
    to: 'Up to account',
    pace: 'At most facts a second (optional)',
    start: 'Start verification',
    started: 'The verification is under way.',
    none: 'Nothing has been verified yet',
    noneHint: 'Start a verification above: it runs beside live traffic and can be stopped and resumed.',
    states: { running: 'Running', stopped: 'Stopped', completed: 'Completed', failed: 'Failed' },
    all: 'All accounts',
    only: (account: string) => `Account ${account}`,
    range: (from: string | undefined, to: string | undefined) =>
      `Accounts ${from === undefined ? 'from the first' : `from ${from}`} ${to === undefined ? 'to the last' : `to ${to}`}`,
    progress: (name: string) => `Progress of ${name}`,
    done: (percent: string, accounts: bigint, events: bigint) =>
      `${percent} done: ${counted(accounts, 'account', 'accounts')}, ${facts(events)}`,
    rate: (rate: bigint) => `${facts(rate)} a second`,
    left: (seconds: bigint) => `about ${span(seconds)} left`,
    by: (who: string, when: string) => `Asked for by ${who}, ${when}`,
    differences: (count: bigint) =>
      count === 0n ? '0 differences' : counted(count, 'difference', 'differences'),
    some: (shown: number) => `The first ${credits(BigInt(shown))} are shown.`,
    nothing: 'Nothing',
    caption: (verification: string) =>
      `Differences between the facts and the read models, found by ${verification}`,
    columns: {
      account: 'Account',
      revision: 'Revision',
      projection: 'Read model',
      subject: 'Row',
      expected: 'By the facts',
      actual: 'In the read model',
    },
    stop: 'Stop',
    resume: 'Resume',
    stopOf: (name: string) => `Stop ${name}`,
    resumeOf: (name: string) => `Resume ${name}`,
  },

  account: {
    moments: 'Compare past moments',
    back: 'To the account',
    balance: 'Balance',
    asOf: (revision: bigint, when: string) => `As of revision ${revision}, ${when}`,
    figures: {
      available: 'Available',
      held: 'On hold',
      used: 'Used',
      total: 'In total',
      current: 'Not used',
      frozen: 'Frozen',
      debt: 'Owed',
    },
  },

  timeline: {
    title: 'Facts',
    hint: 'The newest is first. Within the list, the arrow keys or j and k go from one to the next, and Enter opens it.',
    revision: 'Go to revision',
    go: 'Go',
    newest: 'Newest',
    newer: 'Load newer facts',
    older: 'Load older facts',
    further: 'Look further back',
    about: (id: string) => `Only facts that name ${id}`,
    everything: 'Show all facts',
    searching: (revision: bigint) => `Looked back to revision ${revision}.`,
    none: 'No facts',
    noneHint: 'There are none here.',
    after: 'Balance after it',
    afterwards: (available: bigint) => `${credits(available)} available`,
    actor: 'Asked for by',
    itself: 'The ledger itself',
    causes: 'Belongs to',
    raw: 'The stored fact',
    permalink: 'Link to this revision',
    showAbout: (kind: string, id: string) => `Facts of ${kind} ${id}`,
    kinds: {
      idempotencyKey: 'request',
      purchaseId: 'purchase',
      consumptionId: 'consumption',
      reversalId: 'reversal',
      revocationId: 'revocation',
      lotId: 'lot',
      refundId: 'refund',
      paymentReference: 'payment',
      disputeReference: 'dispute',
      paymentMethodId: 'card',
      customerReference: 'customer',
    },
  },

  moments: {
    title: (account: string) => `Past moments of ${account}`,
    choose: 'Two moments',
    by: { time: 'A moment', revision: 'A revision' },
    zone: (zone: string) => `Times are in ${zone}.`,
    sides: { a: 'First', b: 'Second' },
    how: (side: string) => `How the ${side.toLowerCase()} is said`,
    moment: (side: string) => `${side}: date and time`,
    revision: (side: string) => `${side}: revision`,
    compare: 'Compare',
    missing: 'Enter both moments, as a date with a time or as a whole number of a revision.',
    balances: 'Both balances',
    caption: 'The balances at both moments, and the differences',
    figure: 'Figure',
    difference: 'Difference',
    permanent: 'This address names revisions, so what it shows never changes, whenever it is opened.',
    same: 'Both are the same revision: nothing lies between them.',
    between: (a: bigint, b: bigint) => `Facts after revision ${a} up to revision ${b}`,
    statement: 'Statement',
    statementText: (from: string, to: string) =>
      `What moved after ${from} and until ${to}. A statement is of time rather than of revisions, to the millisecond.`,
    csv: 'Download CSV',
    pdf: 'Download PDF',
  },
} as const;
