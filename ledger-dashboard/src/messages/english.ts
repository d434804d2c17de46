import { credits } from '../format/credits';
import { price } from '../format/price';
import type { CreditPackage, PaymentMethod, Price, PurchaseStatus, TransactionType } from '../api/types';

/**
 * All that the pages say. A sentence is whole here, with its gaps, since other languages put its parts in another order; for
 * another language, write another object of this shape.
 */
const plurals = new Intl.PluralRules('en');

const counted = (count: bigint | number, one: string, other: string): string =>
  `${credits(BigInt(count))} ${plurals.select(Number(count)) === 'one' ? one : other}`;

const ofCredits = (amount: bigint): string => counted(amount, 'credit', 'credits');

const brands: Readonly<Record<string, string>> = {
  amex: 'American Express',
  diners: 'Diners Club',
  discover: 'Discover',
  jcb: 'JCB',
  mastercard: 'Mastercard',
  unionpay: 'UnionPay',
  visa: 'Visa',
};

const transactionTypes: Readonly<Record<TransactionType, string>> = {
  purchase: 'Purchase',
  grant: 'Bonus',
  consumption: 'Usage',
  reversal: 'Given back',
  expiry: 'Expired',
  refund: 'Refund',
  revocation: 'Taken back',
  dispute: 'Dispute',
  adjustment: 'Adjustment',
};

const purchaseStatuses: Readonly<Record<PurchaseStatus, string>> = {
  processing: 'Processing',
  requires_action: 'Waiting for your bank',
  requires_payment_method: 'Not paid',
  succeeded: 'Paid',
  failed: 'Failed',
  canceled: 'Canceled',
  partially_refunded: 'Partly refunded',
  refunded: 'Refunded',
  disputed: 'Disputed',
};

export const english = {
  product: 'Credits Manager',

  credits: ofCredits,
  cardName: (method: Pick<PaymentMethod, 'brand' | 'last4'>) =>
    `${brands[method.brand] ?? method.brand} ending in ${method.last4}`,
  brand: (brand: string) => brands[brand] ?? brand,

  common: {
    cancel: 'Cancel',
    close: 'Close',
    copied: 'Copied',
    copy: (what: string) => `Copy ${what}`,
    loading: 'Loading',
    retry: 'Try again',
    reference: (id: string) => `Reference ${id}`,
    none: 'None',
    opensElsewhere: '(opens in a new tab)',
  },

  demo: {
    invitation:
      'This account is yours to play with. Be the platform: generate a website, which costs 420 credits, and watch the balance. Then add credits; no real money moves.',
    generate: (website: string) => `Generate ${website}`,
    websites: {
      bakery: 'Corner Bakery',
      cycling: 'Cycling Club',
      florist: 'Green Florist',
      yoga: 'Morning Yoga',
    },
    failed: 'That did not work. The account may have too few credits left: add some.',
  },
  shell: {
    skip: 'Skip to content',
    navigation: 'Pages',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    addCredits: 'Add credits',
    live: 'Live',
    connecting: 'Reconnecting',
    polling: 'Updated every 10 seconds',
    paused: 'Paused',
    asOf: (time: string) => `as of ${time}`,
    lastUpdate: (time: string) => `Last update ${time}`,
    offline: 'You are offline. What you see may be out of date; it is updated as soon as you are back.',
    stale: (time: string) => `The connection is interrupted. What you see is from ${time}.`,
    testMode: 'Test mode: payments are simulated and no real money moves.',
  },

  shortcuts: {
    title: 'Keyboard shortcuts',
    open: 'Keyboard shortcuts',
    help: 'Show this help',
    add: 'Add credits',
    search: 'Search transactions',
    single: 'Shortcuts of a single key',
    singleHint:
      'Turn them off if you speak to your computer, or press keys by accident. It is remembered in this browser.',
  },

  pages: {
    overview: 'Overview',
    transactions: 'Transactions',
    usage: 'Usage',
    paymentMethods: 'Payment methods',
    autoTopUp: 'Auto top-up',
    receipts: 'Receipts',
    notFound: 'There is no such page',
    notFoundHint: 'The address may be mistyped, or the page has moved.',
    toOverview: 'Go to the overview',
    title: (page: string) => `${page} · Credits Manager`,
  },

  session: {
    expiredTitle: 'This link has expired',
    expired:
      'For your safety, links to this page work for a limited time. Go back to where you came from and open your credits again: you will be brought back to where you were.',
    failedTitle: 'Your credits can’t be shown right now',
    failed: 'The service does not answer. Nothing has happened to your credits.',
    loading: 'Opening your credits',
  },

  problems: {
    unreachable: 'The service can’t be reached. Check your connection; nothing is lost.',
    behind: 'This is being brought up to date. It takes a moment.',
    forbidden: 'You are not allowed to see this.',
    tooMany: 'That was too much at once. Wait a moment, then try again.',
    unavailable: 'The service is busy or being restarted. Try again in a moment.',
    unknown:
      'Something went wrong on our side. Try again, and tell support the reference if it keeps happening.',
    notFound: 'This is not there any more.',
    'account-not-found': 'This account does not exist.',
    'balance-limit-exceeded': 'Your balance would become too large with this package.',
    'idempotency-key-reused':
      'This request was already used for something else. Reload the page and try again.',
    'open-lot-limit-reached': 'Your account holds too many separate batches of credits to add another one.',
    'open-purchase-limit-reached':
      'Too many payments are still open. Finish or cancel one of them before you start another.',
    'package-not-found': 'This package is not on offer any more. Choose another one.',
    'payment-method-limit-reached': 'You have saved as many cards as possible. Remove one to add another.',
    'payment-method-not-found': 'This card is not saved any more. Choose another one.',
    'payment-provider-refused':
      'The payment service refused the request. This is a matter for support, not for you.',
    'payment-provider-unavailable':
      'The payment service does not answer at the moment. You are not charged twice.',
    'purchase-not-open': 'This payment has ended already.',
    'purchase-not-found': 'This payment does not exist.',
    'statement-too-large': 'So much happened in this month that it only fits into the CSV file.',
  },

  balance: {
    current: 'Current balance',
    currentHint: 'Total minus used',
    used: 'Used credits',
    ofTotal: (share: string, total: bigint) => `${share} of ${ofCredits(total)} in total`,
    available: 'Available now',
    availableHint: 'To spend at this moment',
    worth: (amount: Price) => `Worth ${price(amount)} at today’s best price`,
    usedLately: 'Used in 7 days',
    usedLatelyHint: 'Today and the six days before, by UTC',
    held: 'On hold',
    heldHint: 'Set aside for work that is under way',
    frozen: 'Frozen',
    frozenHint: 'Locked while a payment is disputed',
    expiring: 'Expiring soon',
    expiringOn: (amount: bigint, day: string) => `${ofCredits(amount)} on ${day}`,
    nothingExpires: 'Nothing in the next 30 days',
    daysLeft: 'Lasts about',
    days: (days: number) => (days > 365 ? 'More than a year' : counted(days, 'day', 'days')),
    daysBasis: 'Based on the last 7 days',
    owes: (amount: bigint) => `You owe ${ofCredits(amount)}`,
    owesHint: 'Credits you had spent were refunded or disputed. The next credits you add settle this first.',
    changed: (amount: bigint) => `Balance: ${ofCredits(amount)}`,
  },

  banners: {
    low: (available: bigint) =>
      available === 0n
        ? 'You have no credits left. Work that needs credits is refused until you add some.'
        : `Only ${ofCredits(available)} left.`,
    debt: (amount: bigint) => `You owe ${ofCredits(amount)}. Add credits to settle this and go on.`,
    frozen: (amount: bigint) => `${ofCredits(amount)} are frozen while a payment is disputed with the bank.`,
    authentication: (amount: Price) => `Your bank wants you to confirm a payment of ${price(amount)}.`,
    checking: (amount: Price) => `We are checking a payment of ${price(amount)}. Don’t pay again.`,
    resume: 'Continue',
    topUpPaused: {
      authentication_required: 'Auto top-up is paused: your bank wants you to confirm the payment.',
      payment_declined: 'Auto top-up is paused: your card was declined.',
      payment_method_missing: 'Auto top-up is paused: there is no card to pay with.',
      payment_disputed: 'Auto top-up is paused: a payment is disputed.',
      monthly_limit_reached: 'Auto top-up is paused: this month’s limit is reached.',
    },
  },

  chart: {
    title: 'Usage',
    period: 'Period',
    periods: { day: '24 hours', week: '7 days', month: '30 days' },
    summary: (used: bigint, period: string, peak: string | null) =>
      used === 0n
        ? `No credits used in the last ${period}.`
        : `${ofCredits(used)} used in the last ${period}${peak === null ? '' : `, most of it ${peak}`}.`,
    asTable: 'View as table',
    asChart: 'View as chart',
    time: 'Time',
    used: 'Credits used',
    zone: (zone: string) => `Times are in ${zone}`,
    empty: 'No usage yet',
    emptyHint: 'As soon as credits are spent, this shows when.',
  },

  usage: {
    overTime: 'Over time',
    byWebsite: 'By website',
    ranges: { day: '24 hours', week: '7 days', month: '30 days', custom: 'Custom' },
    daysZone: (zone: string) => `Days are in ${zone}`,
    legend: 'Shown in the chart',
    others: 'Other',
    noWebsite: 'No website',
    total: 'Total',
    summary: (used: bigint, website: string, part: string, peak: string) =>
      `${ofCredits(used)} used in this period. Most by ${website} (${part}), and most on ${peak}.`,
    summaryOfNothing: 'No credits used in this period.',
    emptyRange: 'Nothing used in this period',
    emptyRangeHint: 'Choose a longer period, or come back when credits have been spent.',
    websites: 'Websites, since the beginning',
    caption: 'What each website used since the beginning, most used first',
    website: 'Website',
    used: 'Credits used',
    share: 'Share',
    consumptions: 'Times',
    lastUse: 'Last used',
    noWebsites: 'No websites yet',
    noWebsitesHint: 'As soon as credits are spent for a website, it is listed here.',
  },

  transactions: {
    title: 'Transactions',
    recent: 'Recent transactions',
    all: 'See all transactions',
    caption: 'What was added to and taken from your balance, newest first',
    date: 'Date',
    dateInUtc: 'Date in UTC',
    type: 'Type',
    description: 'Description',
    website: 'Website',
    amount: 'Amount',
    balanceAfter: 'Balance after',
    details: 'Details',
    detailsOf: (description: string, when: string) => `Details of ${description}, ${when}`,
    types: transactionTypes,
    added: 'added',
    debited: 'debited',
    empty: 'No transactions yet',
    emptyHint: 'Buy your first credits, and everything that happens to them is listed here.',
    emptyAction: 'Buy your first credits',
    noMatch: 'No transactions match',
    noMatchHint: 'Nothing fits all of these filters.',
    clear: 'Clear all filters',
    more: 'Load more',
    end: 'That is all',
    shown: (count: number, more: boolean) =>
      `${counted(count, 'transaction', 'transactions')} shown${more ? ', there are more' : ''}`,
    filters: 'Filters',
    search: 'Search in descriptions',
    anyType: 'All types',
    anyWebsite: 'All websites',
    from: 'From',
    to: 'Up to and including',
    period: 'Period',
    presets: { today: 'Today', week: '7 days', month: '30 days', thisMonth: 'This month' },
    view: {
      title: 'Columns and rows',
      columns: 'Columns',
      density: 'Height of rows',
      comfortable: 'Comfortable',
      compact: 'Compact',
      pageSize: 'Rows at once',
      rows: (count: string) => `${count} rows`,
      times: 'Times',
      local: 'Local time',
      utc: 'UTC',
    },
    remove: (filter: string) => `Remove filter: ${filter}`,
    fromDay: (day: string) => `From ${day}`,
    toDay: (day: string) => `Up to ${day}`,
    download: 'Download CSV',
    downloading: 'Preparing the file',
    reference: 'Reference',
    transactionId: 'Transaction id',
    revision: 'Entry number',
    time: 'Time',
    utc: 'In UTC',
    notes: 'Notes',
  },

  cards: {
    title: 'Payment methods',
    section: 'Saved cards',
    intro: 'Cards are stored by our payment provider. We only know what you see here.',
    add: 'Add a card',
    manage: 'Manage cards',
    empty: 'No saved cards',
    emptyHint: 'Save a card to buy credits with one click and to use auto top-up.',
    isDefault: 'Default',
    makeDefault: 'Make default',
    makeDefaultOf: (card: string) => `Make ${card} the default`,
    madeDefault: (card: string) => `${card} is now the default. It is chosen in every later purchase.`,
    defaultHint: 'The default card is chosen in every later purchase.',
    expires: (expiry: string) => `Expires ${expiry}`,
    expired: (expiry: string) => `Expired ${expiry}`,
    expiringSoon: 'Expires soon',
    expiredBadge: 'Expired',
    remove: 'Remove',
    removeOf: (card: string) => `Remove ${card}`,
    removeTitle: (card: string) => `Remove ${card}?`,
    removeHint: 'It is not charged any more. You can add it again at any time.',
    removeConfirm: 'Remove card',
    removed: (card: string) => `${card} was removed.`,
    inUse: 'Auto top-up pays with this card. Turn auto top-up off or make another card the default first.',
    addTitle: 'Add a card',
    addHint: 'Your card is not charged now.',
    save: 'Save card',
    saving: 'Saving the card',
    added: 'The card was saved.',
    secure: 'Card details go straight to our payment provider and never reach us.',
  },

  topUp: {
    title: 'Auto top-up',
    off: 'Off',
    on: 'On',
    paused: 'Paused',
    offHint: 'Never run out in the middle of something: credits are bought by themselves when few are left.',
    onHint: (pack: bigint | null, threshold: bigint) =>
      pack === null
        ? `Buys credits when fewer than ${credits(threshold)} are available.`
        : `Buys ${ofCredits(pack)} when fewer than ${credits(threshold)} are available.`,
    spent: (spent: Price, limit: Price) => `${price(spent)} of ${price(limit)} this month`,
    setUp: 'Set up',
    change: 'Change',
    intro:
      'Credits are bought by themselves before you run out, with your default card, and never for more than you allow in a month. It is off until you turn it on.',
    settings: 'When and how much',
    what: 'What to buy',
    nothingForSale: 'There is nothing for sale at the moment.',
    threshold: 'When fewer are left than',
    thresholdHint: 'Counted in credits that are available now.',
    creditsUnit: 'credits',
    limit: 'At most in a month',
    limitHint: 'Nothing is bought beyond this. Months begin at midnight UTC.',
    card: 'Paid with',
    noCard: 'No card is saved. Add one first.',
    yourCard: 'your default card',
    changeCard: 'Change card',
    sentence: (
      terms: { readonly threshold: bigint; readonly monthlyLimit: Price },
      pack: CreditPackage,
      card: string,
    ) =>
      `When you have fewer than ${ofCredits(terms.threshold)}, we buy ${credits(pack.credits)} for ${price(pack.price)} with ${card}, at most ${price(terms.monthlyLimit)} a month.`,
    sentenceLater: 'Fill in both fields, and this says what will happen.',
    faults: {
      threshold: 'Enter a whole number of credits from 1 to 1,000,000,000,000.',
      thresholdReachesPackage: (pack: bigint) =>
        `Enter less than the ${ofCredits(pack)} that are bought at once, or one purchase would not be enough.`,
      limit: (example: string) => `Enter an amount of money, for example ${example}.`,
      limitBelowPrice: (least: Price) =>
        `Enter at least ${price(least)}, or not even one purchase would be allowed.`,
    },
    turnOn: 'Turn on auto top-up',
    save: 'Save changes',
    saved: 'Auto top-up is on.',
    turnOff: 'Turn off',
    turnedOff: 'Auto top-up is off. Nothing is bought by itself any more.',
    turnOnAgain: 'Turn on again',
    confirmPayment: 'Confirm payment',
    raiseLimit: 'Raise the limit',
    confirmationEnded:
      'Auto top-up is paused: your bank wanted you to confirm a payment, and that payment has ended.',
    goesOn: (day: string) => `It goes on by itself on ${day}.`,
    triedAgain: (when: string) => `It is tried again by itself: ${when}.`,
    history: 'Bought by itself',
    allReceipts: 'See all receipts',
    noHistory: 'Nothing bought yet',
    noHistoryHint: 'Credits that were bought by themselves lately are listed here.',
  },

  receipts: {
    title: 'Receipts',
    caption: 'Your purchases, newest first',
    date: 'Date',
    credits: 'Credits',
    amount: 'Amount',
    status: 'Status',
    actions: 'Receipt',
    statuses: purchaseStatuses,
    automatic: 'Auto top-up',
    refunded: (amount: Price) => `${price(amount)} refunded`,
    takenBack: (amount: bigint) => `${ofCredits(amount)} taken back`,
    provider: 'Payment provider',
    open: 'Receipt',
    openOf: (pack: bigint, when: string) => `Receipt for ${ofCredits(pack)}, ${when}`,
    providerOf: (when: string) => `Receipt of the payment provider, ${when}`,
    empty: 'No purchases yet',
    emptyHint: 'Buy credits, and a receipt for each purchase is kept here.',
    shown: (count: number, more: boolean) =>
      `${counted(count, 'purchase', 'purchases')} shown${more ? ', there are more' : ''}`,
    receipt: 'Receipt',
    print: 'Print',
    number: 'Receipt number',
    issuedTo: 'Account',
    paidOn: 'Date',
    paidWith: 'Paid with',
    payment: 'Payment reference',
    item: (pack: bigint) => `${ofCredits(pack)}, prepaid`,
    paid: 'Paid',
    refund: 'Refunded',
    total: 'Total',
    nothingCharged: 'Nothing was charged for this purchase.',
  },

  statements: {
    title: 'Statements',
    hint: 'What was there, what moved and what was left, month by month. Months begin and end at midnight UTC.',
    month: 'Month',
    open: 'Open',
    of: (month: string) => `Statement of ${month}`,
    downloadOf: (format: string, month: string) => `Statement of ${month} as ${format.toUpperCase()}`,
    from: 'From',
    to: 'Up to, without',
    number: 'Statement number',
    opening: 'Opening balance',
    closing: 'Closing balance',
    counted: (type: string, count: bigint) => `${type} (${credits(count)})`,
    balanced: 'Opening balance and movements make the closing balance.',
    unbalanced: 'Opening balance and movements do not make the closing balance. Tell support.',
  },

  buy: {
    title: 'Add credits',
    choosePackage: 'Choose a package',
    choosePayment: 'Pay with',
    packageOf: (pack: CreditPackage) => ofCredits(pack.credits),
    perThousand: (amount: string) => `${amount} per 1,000`,
    saves: (percent: number) => `Save ${percent}%`,
    newCard: 'A new card',
    save: 'Save this card for later purchases',
    terms: 'Credits are added as soon as the payment succeeds. They are not exchangeable for money.',
    pay: (amount: Price) => `Pay ${price(amount)}`,
    paying: 'Paying',
    loadingForm: 'Loading the secure card form',
    formFailed:
      'The secure card form could not be loaded. An ad blocker or your connection may be in the way. You can pay with a saved card, or try again.',
    notConfigured: 'Cards can’t be entered at the moment. You can pay with a saved card.',
    incomplete: 'Complete the card details.',
    submitting: 'Sending your payment. Keep this page open.',
    authenticating: 'Your bank wants to know that it is you. Answer its question to go on.',
    confirming: 'Payment received. Adding your credits.',
    unknownTitle: 'We are checking your payment',
    unknown:
      'The answer got lost on its way. We are finding out what happened. Don’t pay again: you are not charged twice.',
    processingTitle: 'Your payment is being processed',
    processing:
      'Your bank has not decided yet. Credits are added by themselves as soon as it has. Don’t pay again.',
    laterHint: 'You can close this window: checking goes on, and the overview shows the outcome.',
    paidTitle: 'Credits added',
    paid: (amount: bigint) => `${ofCredits(amount)} were added to your balance.`,
    newBalance: 'New balance',
    receipt: 'Receipt',
    reference: 'Purchase id',
    done: 'Done',
    declinedTitle: 'The payment was declined',
    canceled: 'This payment was canceled. You were not charged.',
    continueTitle: 'Your payment is waiting for you',
    continueHint: (pack: CreditPackage) => `${ofCredits(pack.credits)} for ${price(pack.price)}`,
    continueToBank: 'Continue to your bank',
    cancelPayment: 'Cancel payment',
    failures: {
      insufficient_funds: 'The card has insufficient funds. Pay with another card.',
      expired_card: 'The card has expired. Pay with another card.',
      incorrect_cvc: 'The security code is not right. Check it and try again.',
      incorrect_number: 'The card number is not right. Check it and try again.',
      lost_card: 'The bank declined the card. Pay with another card.',
      stolen_card: 'The bank declined the card. Pay with another card.',
      processing_error: 'The bank could not process the card. Try again in a moment.',
      card_velocity_exceeded: 'The card was used too often or for too much. Pay with another card.',
      fraudulent: 'The bank declined the card. Pay with another card.',
      generic_decline:
        'The bank declined the card and did not say why. Pay with another card or ask your bank.',
      card_declined: 'The bank declined the card. Pay with another card or ask your bank.',
      authentication_required: 'Your bank wants to confirm this payment. Try again.',
      payment_intent_authentication_failure:
        'Your bank could not confirm that it is you. Try again, or pay with another card.',
      setup_intent_authentication_failure:
        'Your bank could not confirm that it is you. Try again, or use another card.',
    },
    failed: 'The payment did not go through. Pay with another card.',
  },
};

export type Messages = typeof english;

export const say: Messages = english;
