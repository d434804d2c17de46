import type { PaymentIntent, Stripe, StripeElements, StripeError } from '@stripe/stripe-js';
import { answerOf } from '../api/client';
import type { Ledger } from '../api/ledger';
import { keys } from '../api/ledger';
import { isProblem, mayPass } from '../api/problem';
import { backOffMillis, pause, retryDelayMillis } from '../api/retry';
import type { PaymentFailure, Purchase, PurchaseAnswer } from '../api/types';
import { say } from '../messages/english';
import { sentenceOf, sentenceOfFailure } from '../messages/problems';
import { beginAttempt, forgetAttempt, keepAttempt, type Attempt, type Order } from './attempt';
import { isUnderWay, type Phase } from './phase';

/** The payment provider's script, and the form in which a card was typed, if one was. */
export interface Payer {
  readonly stripe: Stripe | null;
  readonly elements: StripeElements | null;
}

interface Told {
  readonly purchaseId: string;
  readonly status: Purchase['status'];
  readonly clientSecret?: string;
  readonly failure?: PaymentFailure;
}

/** What the payment provider's script says came of it. */
interface Outcome {
  readonly error?: StripeError | undefined;
  readonly paymentIntent?: Pick<PaymentIntent, 'status'> | undefined;
}

/** Buys once: from the press of the button to credits that have arrived, whatever gets lost on the way. */
export class PurchaseRun {
  #phase: Phase = { at: 'choosing', failure: null };
  #attempt: Attempt | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #ledger: Ledger;
  readonly #pause: (millis: number) => Promise<void>;

  constructor(ledger: Ledger, wait: (millis: number) => Promise<void> = pause) {
    this.#ledger = ledger;
    this.#pause = wait;
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** The package of the attempt that is going on; null while there is none. */
  get packageId(): string | null {
    return this.#attempt?.order.packageId ?? null;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Phase => this.#phase;

  #enter(phase: Phase): void {
    this.#phase = phase;
    this.#listeners.forEach((listener) => {
      listener();
    });
  }

  /** Back to the form, for another purchase. Nothing happens in the middle of one. */
  reset(): void {
    if (!isUnderWay(this.#phase)) {
      this.#finish();
      this.#enter({ at: 'choosing', failure: null });
    }
  }

  #finish(): void {
    this.#attempt = null;
    forgetAttempt();
  }

  /** Pays. Pressed twice, or while something is under way, it pays once. */
  async buy(order: Order, payer: Payer): Promise<void> {
    if (isUnderWay(this.#phase)) {
      return;
    }
    this.#enter({ at: 'submitting' });
    const wrong = await this.#cardProblem(order, payer);
    if (wrong !== null) {
      this.#enter({ at: 'choosing', failure: wrong });
      return;
    }
    if (this.#attempt?.purchaseId != null) {
      if (canGoOn(this.#attempt.order, order)) {
        await this.#goOn(this.#attempt.purchaseId, payer);
        return;
      }
      if (!(await this.#giveUp(this.#attempt.purchaseId))) {
        return;
      }
    }
    this.#attempt = beginAttempt(this.#ledger.accountId, order);
    await this.#send(payer);
  }

  /** What is wrong with the card that was typed, before anything is sent. */
  async #cardProblem(order: Order, payer: Payer): Promise<string | null> {
    if (order.paymentMethodId !== null) {
      return null;
    }
    if (payer.elements === null) {
      return say.buy.formFailed;
    }
    const { error } = await payer.elements.submit();
    return error ? (error.message ?? say.buy.incomplete) : null;
  }

  /** Goes on with what this tab was in the middle of when it was loaded anew. */
  async recover(attempt: Attempt): Promise<void> {
    if (isUnderWay(this.#phase)) {
      return;
    }
    this.#attempt = attempt;
    this.#enter({ at: 'unknown' });
    if (attempt.purchaseId === null) {
      await this.#send({ stripe: null, elements: null });
    } else {
      await this.#settle(attempt.purchaseId);
    }
  }

  /** Goes on with a purchase that was begun elsewhere: in another tab, or by an automatic top-up. */
  async take(purchase: Purchase): Promise<void> {
    if (isUnderWay(this.#phase)) {
      return;
    }
    this.#attempt = attemptOf(this.#ledger.accountId, purchase);
    this.#enter({ at: 'unknown' });
    await this.#settle(purchase.purchaseId);
  }

  /** Answers the bank's question for a payment that waits for it. */
  async authenticate(purchaseId: string, payer: Payer): Promise<void> {
    if (isUnderWay(this.#phase)) {
      return;
    }
    this.#enter({ at: 'submitting' });
    await this.#goOn(purchaseId, payer);
  }

  /** Ends a purchase that nobody has paid; if it was paid at that very moment, it is paid. */
  async cancel(purchaseId: string): Promise<void> {
    if (isUnderWay(this.#phase)) {
      return;
    }
    this.#enter({ at: 'submitting' });
    if (await this.#giveUp(purchaseId)) {
      this.#enter({ at: 'choosing', failure: null });
    }
  }

  // --- Asking the ledger --------------------------------------------------------------------------------------------

  async #send(payer: Payer): Promise<void> {
    const attempt = this.#attempt;
    if (attempt === null) {
      return;
    }
    for (let failures = 0; ; failures += 1) {
      try {
        const answer = await this.#post(attempt);
        this.#attempt = { ...attempt, purchaseId: answer.purchaseId };
        keepAttempt(this.#attempt);
        await this.#handle(answer, payer);
        return;
      } catch (error) {
        if (!mayPass(error)) {
          this.#finish();
          this.#enter({ at: 'choosing', failure: sentenceOf(error) });
          return;
        }
        this.#enter({ at: 'unknown' });
        await this.#pause(retryDelayMillis(failures + 1, error));
      }
    }
  }

  async #post({ key, order }: Attempt): Promise<PurchaseAnswer> {
    const answer = await answerOf(
      this.#ledger.client.POST('/v1/accounts/{accountId}/purchases', {
        params: { path: { accountId: this.#ledger.accountId }, header: { 'Idempotency-Key': key } },
        body: {
          packageId: order.packageId,
          ...(order.paymentMethodId === null
            ? { savePaymentMethod: order.savePaymentMethod }
            : { paymentMethodId: order.paymentMethodId }),
        },
      }),
    );
    this.#ledger.raiseFloor(answer.revision);
    return answer;
  }

  /** The purchase as the payment provider knows it this moment, with what a browser needs to go on. */
  async #ask(purchaseId: string): Promise<Purchase & { clientSecret?: string }> {
    const known = await this.#read(purchaseId);
    if (!isOpen(known)) {
      return known;
    }
    const path = { accountId: this.#ledger.accountId, purchaseId };
    try {
      return await answerOf(
        this.#ledger.client.POST('/v1/accounts/{accountId}/purchases/{purchaseId}/resume', {
          params: { path },
        }),
      );
    } catch (error) {
      if (!isProblem(error, 'purchase-not-open')) {
        throw error;
      }
      // It has ended meanwhile.
      return this.#read(purchaseId);
    }
  }

  #read(purchaseId: string): Promise<Purchase> {
    return answerOf(
      this.#ledger.client.GET('/v1/accounts/{accountId}/purchases/{purchaseId}', {
        params: { path: { accountId: this.#ledger.accountId, purchaseId }, query: this.#ledger.atLeast() },
      }),
    );
  }

  // --- What comes of it ---------------------------------------------------------------------------------------------

  async #handle(told: Told, payer: Payer): Promise<void> {
    const { status, clientSecret, failure, purchaseId } = told;
    if (status === 'requires_action' && clientSecret !== undefined && payer.stripe) {
      this.#enter({ at: 'authenticating' });
      await this.#afterStripe(purchaseId, await payer.stripe.handleNextAction({ clientSecret }));
    } else if (
      status === 'requires_payment_method' &&
      clientSecret !== undefined &&
      !failure &&
      payer.stripe &&
      payer.elements
    ) {
      await this.#confirm(purchaseId, clientSecret, payer.stripe, payer.elements);
    } else if (status === 'requires_payment_method' && failure) {
      this.#declined(sentenceOfFailure(failure));
    } else {
      await this.#settle(purchaseId);
    }
  }

  async #goOn(purchaseId: string, payer: Payer): Promise<void> {
    try {
      const { failure, ...purchase } = await this.#ask(purchaseId);
      const bySavedCard = payer.elements === null;
      await this.#handle(bySavedCard && failure ? { ...purchase, failure } : purchase, payer);
    } catch (error) {
      this.#enter({ at: 'choosing', failure: sentenceOf(error) });
    }
  }

  async #confirm(
    purchaseId: string,
    clientSecret: string,
    stripe: Stripe,
    elements: StripeElements,
  ): Promise<void> {
    this.#enter({ at: 'authenticating' });
    await this.#afterStripe(
      purchaseId,
      await stripe.confirmPayment({
        elements,
        clientSecret,
        redirect: 'if_required',
        confirmParams: { return_url: location.origin + location.pathname },
      }),
    );
  }

  async #afterStripe(purchaseId: string, { error, paymentIntent }: Outcome): Promise<void> {
    if (error && (error.type === 'card_error' || error.type === 'validation_error' || isRefusal(error))) {
      this.#declined(sentenceOfStripe(error));
    } else if (error || awaitsCustomer(paymentIntent?.status)) {
      // Whether the payment went through is known to the ledger, or soon will be.
      this.#enter({ at: 'unknown' });
      await this.#settle(purchaseId);
    } else {
      this.#enter({ at: 'confirming' });
      await this.#settle(purchaseId, true);
    }
  }

  /** The purchase stays open: another card can pay for it. */
  #declined(failure: string): void {
    this.#enter({ at: 'choosing', failure });
  }

  /**
   * Asks until it is known what came of the payment. Whoever has paid is never shown the form again, even if the ledger has not heard
   * of it yet: they would pay again.
   */
  async #settle(purchaseId: string, hasPaid = false): Promise<void> {
    for (let asked = 1; ; asked += 1) {
      try {
        const purchase = await this.#ask(purchaseId);
        if (!(hasPaid && needsCustomer(purchase)) && (await this.#conclude(purchase))) {
          return;
        }
      } catch (error) {
        if (!mayPass(error)) {
          this.#finish();
          this.#enter({ at: 'choosing', failure: sentenceOf(error) });
          return;
        }
        this.#enter({ at: 'unknown' });
      }
      await this.#pause(backOffMillis(asked));
    }
  }

  /** Whether nothing more is to be awaited. */
  async #conclude(purchase: Purchase): Promise<boolean> {
    this.#ledger.put(keys.purchase(purchase.purchaseId), purchase);
    switch (purchase.status) {
      case 'processing':
        this.#enter({ at: 'processing' });
        return false;
      case 'requires_action':
        this.#enter({ at: 'waiting', purchase });
        return true;
      case 'requires_payment_method':
        this.#enter({
          at: 'choosing',
          failure: purchase.failure ? sentenceOfFailure(purchase.failure) : null,
        });
        return true;
      case 'failed':
      case 'canceled':
        this.#finish();
        this.#enter({
          at: 'choosing',
          failure: purchase.failure ? sentenceOfFailure(purchase.failure) : say.buy.canceled,
        });
        return true;
      default:
        await this.#paid(purchase);
        return true;
    }
  }

  /** The credits are shown when the ledger shows them, not before. */
  async #paid(purchase: Purchase): Promise<void> {
    const balance = await this.#ledger.readBalance();
    this.#ledger.putBalance(balance);
    this.#finish();
    this.#enter({ at: 'paid', purchase, balance });
    for (const queryKey of [keys.transactions, keys.purchases, keys.lots, keys.paymentMethods]) {
      void this.#ledger.cache.invalidateQueries({ queryKey });
    }
  }

  /** Whether it is ended: false if it has turned out to be something else, which is then shown. */
  async #giveUp(purchaseId: string): Promise<boolean> {
    const path = { accountId: this.#ledger.accountId, purchaseId };
    try {
      const purchase = await answerOf(
        this.#ledger.client.POST('/v1/accounts/{accountId}/purchases/{purchaseId}/cancel', {
          params: { path },
        }),
      );
      if (purchase.status !== 'canceled' && purchase.status !== 'failed') {
        await this.#settle(purchaseId);
        return false;
      }
    } catch (error) {
      if (!isProblem(error, 'purchase-not-open')) {
        this.#enter({ at: 'choosing', failure: sentenceOf(error) });
        return false;
      }
    }
    this.#finish();
    void this.#ledger.cache.invalidateQueries({ queryKey: keys.purchases });
    return true;
  }
}

const needsCustomer = ({ status }: Purchase): boolean =>
  status === 'requires_action' || status === 'requires_payment_method';

const isOpen = (purchase: Purchase): boolean => purchase.status === 'processing' || needsCustomer(purchase);

/** A payment that waits for a card takes another card, but another package is another purchase. */
function canGoOn(before: Order, now: Order): boolean {
  return (
    now.paymentMethodId === null &&
    before.packageId === now.packageId &&
    before.paymentMethodId === null &&
    before.savePaymentMethod === now.savePaymentMethod
  );
}

function attemptOf(accountId: string, purchase: Purchase): Attempt {
  return {
    key: purchase.purchaseId,
    accountId,
    order: {
      packageId: purchase.package.packageId,
      paymentMethodId: purchase.paymentMethodId ?? null,
      savePaymentMethod: false,
    },
    purchaseId: purchase.purchaseId,
    startedAt: Date.parse(purchase.startedAt),
  };
}

/** The bank's question was answered and the payment waits for something again: for another question, or another card. */
const awaitsCustomer = (status: PaymentIntent.Status | undefined): boolean =>
  status === 'requires_action' || status === 'requires_payment_method' || status === 'requires_confirmation';

/** The customer did not pass, or went away from, the bank's question. */
const isRefusal = (error: StripeError): boolean => error.code?.endsWith('_authentication_failure') ?? false;

const sentenceOfStripe = (error: StripeError): string =>
  error.type === 'validation_error'
    ? (error.message ?? say.buy.incomplete)
    : sentenceOfFailure({
        code: error.code ?? 'card_declined',
        ...(error.decline_code === undefined ? {} : { declineCode: error.decline_code }),
        message: error.message ?? '',
      });
