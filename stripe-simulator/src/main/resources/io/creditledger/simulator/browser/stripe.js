// Stands in for Stripe.js in development and tests: the same calls, answered by the simulator that served this file.
(() => {
  'use strict';

  const script = document.currentScript;
  const origin = new URL(script ? script.src : location.href).origin;
  const NO_ANSWER = 'The Stripe simulator does not answer.';
  const LOAD_PATIENCE_MILLIS = 10000;

  class IntegrationError extends Error {
    constructor(message) {
      super(message);
      this.name = 'IntegrationError';
    }
  }

  // --- Calling the API ----------------------------------------------------------------------------------------------

  const encode = (parameters, prefix = '') =>
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => {
        const path = prefix ? `${prefix}[${name}]` : name;
        return typeof value === 'object' ? encode(value, path) : `${encodeURIComponent(path)}=${encodeURIComponent(value)}`;
      })
      .filter((part) => part !== '')
      .join('&');

  const call = async (key, method, path, parameters) => {
    const encoded = encode(parameters);
    const get = method === 'GET';
    let response;
    let body;
    try {
      response = await fetch(origin + path + (get && encoded ? `?${encoded}` : ''), {
        method,
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: get ? undefined : encoded,
        credentials: 'omit',
      });
      body = await response.json();
    } catch {
      return { error: { type: 'api_connection_error', message: NO_ANSWER } };
    }
    return response.ok ? { object: body } : { error: body.error };
  };

  const intentOf = (clientSecret) => {
    const id = String(clientSecret).split('_secret_')[0];
    const setup = id.startsWith('seti_');
    if (!setup && !id.startsWith('pi_')) {
      throw new IntegrationError('The client secret is none of a PaymentIntent or SetupIntent.');
    }
    return {
      id,
      path: `/v1/${setup ? 'setup_intents' : 'payment_intents'}/${id}`,
      name: setup ? 'setupIntent' : 'paymentIntent',
      parameter: setup ? 'setup_intent' : 'payment_intent',
      lastError: setup ? 'last_setup_error' : 'last_payment_error',
    };
  };

  const retrieve = async (key, clientSecret) => {
    const intent = intentOf(clientSecret);
    const { object, error } = await call(key, 'GET', intent.path, { client_secret: clientSecret });
    return error ? { error } : { [intent.name]: object };
  };

  // --- 3-D Secure ---------------------------------------------------------------------------------------------------

  const challengePage = (nextAction) => {
    const details = nextAction && nextAction[nextAction.type];
    const page = details && (details.stripe_js || details.url);
    // The same server under whichever of its names this script came by.
    return page ? origin + new URL(page).pathname + new URL(page).search : null;
  };

  // Shows the bank's page over everything else until the customer has answered it.
  const challenge = (page) =>
    new Promise((resolve) => {
      const focused = document.activeElement;
      const overlay = document.createElement('div');
      overlay.setAttribute('role', 'dialog');
      overlay.setAttribute('aria-modal', 'true');
      overlay.setAttribute('aria-label', '3-D Secure authentication');
      overlay.dataset.stripeSimulator = 'challenge';
      Object.assign(overlay.style, {
        position: 'fixed', inset: '0', zIndex: '2147483647', display: 'flex', alignItems: 'center',
        justifyContent: 'center', padding: '16px', background: 'rgba(10, 20, 40, 0.55)',
      });
      const frame = document.createElement('iframe');
      frame.title = '3-D Secure authentication';
      frame.src = `${page}&origin=${encodeURIComponent(location.origin)}`;
      Object.assign(frame.style, {
        width: '100%', maxWidth: '420px', height: '420px', maxHeight: '100%', border: '0', borderRadius: '14px',
        background: '#ffffff', boxShadow: '0 20px 60px rgba(0, 0, 0, 0.35)', colorScheme: 'light',
      });
      const answered = (event) => {
        if (event.origin === origin && event.source === frame.contentWindow && event.data && event.data.challengeAnswered) {
          window.removeEventListener('message', answered);
          overlay.remove();
          if (focused && focused.focus) {
            focused.focus();
          }
          resolve();
        }
      };
      window.addEventListener('message', answered);
      overlay.append(frame);
      document.body.append(overlay);
      frame.focus();
    });

  const failed = (intent, object) => ({ error: { ...object[intent.lastError], [intent.parameter]: object } });

  // Follows an intent to where it needs nothing more from the customer.
  const finish = async (key, clientSecret, object) => {
    const intent = intentOf(clientSecret);
    const page = object.status === 'requires_action' ? challengePage(object.next_action) : null;
    if (!page) {
      return object.status === 'requires_payment_method' && object[intent.lastError]
        ? failed(intent, object)
        : { [intent.name]: object };
    }
    await challenge(page);
    const { object: current, error } = await call(key, 'GET', intent.path, { client_secret: clientSecret });
    if (error) {
      return { error };
    }
    return current.status === 'requires_payment_method' ? failed(intent, current) : { [intent.name]: current };
  };

  const confirm = async (key, clientSecret, parameters, handleActions = true) => {
    const intent = intentOf(clientSecret);
    const { object, error } = await call(key, 'POST', `${intent.path}/confirm`, {
      client_secret: clientSecret, use_stripe_sdk: true, ...parameters,
    });
    if (error) {
      return { error };
    }
    return handleActions ? finish(key, clientSecret, object) : { [intent.name]: object };
  };

  // --- Elements -----------------------------------------------------------------------------------------------------

  const TYPES = ['payment', 'card'];

  class SimulatedElement {
    constructor(elements, type, options) {
      this.elements = elements;
      this.type = type;
      this.options = { ...options };
      this.listeners = new Map();
      this.waiting = new Map();
      this.lastQuestion = 0;
      this.frame = null;
      this.parent = null;
      this.isReady = false;
      this.state = { empty: true, complete: false };
      this.receive = this.receive.bind(this);
    }

    on(event, listener) {
      this.listeners.set(event, [...(this.listeners.get(event) || []), { listener, once: false }]);
      return this;
    }

    once(event, listener) {
      this.listeners.set(event, [...(this.listeners.get(event) || []), { listener, once: true }]);
      return this;
    }

    off(event, listener) {
      const kept = listener ? (this.listeners.get(event) || []).filter((each) => each.listener !== listener) : [];
      this.listeners.set(event, kept);
      return this;
    }

    emit(event, detail) {
      const listeners = this.listeners.get(event) || [];
      this.listeners.set(event, listeners.filter((each) => !each.once));
      listeners.forEach((each) => each.listener(detail));
    }

    mount(target) {
      const parent = typeof target === 'string' ? document.querySelector(target) : target;
      if (!parent) {
        throw new IntegrationError('The selector you specified applies to no DOM elements that are currently on the page.');
      }
      if (this.frame && this.parent === parent) {
        return;
      }
      this.unmount();
      this.parent = parent;
      this.frame = document.createElement('iframe');
      this.frame.title = 'Secure payment input frame';
      this.frame.name = `__privateStripeFrame${SimulatedElement.count++}`;
      this.frame.src = `${origin}/elements/payment?origin=${encodeURIComponent(location.origin)}`;
      this.frame.setAttribute('allow', 'payment');
      Object.assign(this.frame.style, {
        display: 'block', width: '100%', height: '190px', border: '0', margin: '0', padding: '0', background: 'transparent',
        colorScheme: 'light',
      });
      window.addEventListener('message', this.receive);
      parent.replaceChildren(this.frame);
      this.patience = setTimeout(
        () => this.failToLoad({ type: 'api_connection_error', message: NO_ANSWER }),
        LOAD_PATIENCE_MILLIS,
      );
      this.checkIntent();
    }

    // A wrong secret is told when the form is shown, not when the customer has filled it in.
    async checkIntent() {
      const { clientSecret } = this.elements.options;
      if (clientSecret) {
        const { error } = await retrieve(this.elements.key, clientSecret);
        if (error && this.frame) {
          this.failToLoad(error);
        }
      }
    }

    failToLoad(error) {
      clearTimeout(this.patience);
      this.emit('loaderror', { elementType: this.type, error });
    }

    unmount() {
      clearTimeout(this.patience);
      window.removeEventListener('message', this.receive);
      if (this.frame) {
        this.frame.remove();
      }
      this.waiting.forEach((answer) =>
        answer({ error: { type: 'invalid_request_error', message: 'The element was removed.' } }));
      this.waiting.clear();
      this.frame = null;
      this.isReady = false;
    }

    destroy() {
      this.unmount();
      this.listeners.clear();
      this.elements.forget(this);
    }

    update(options) {
      this.options = { ...this.options, ...options };
      this.tell({ action: 'options', options: this.visibleOptions() });
    }

    visibleOptions() {
      return {
        appearance: JSON.parse(JSON.stringify(this.elements.options.appearance || {})),
        readOnly: Boolean(this.options.readOnly),
      };
    }

    focus() {
      this.tell({ action: 'focus' });
    }

    blur() {
      this.tell({ action: 'blur' });
    }

    clear() {
      this.tell({ action: 'clear' });
    }

    collapse() {}

    tell(message) {
      if (this.frame && this.isReady) {
        this.frame.contentWindow.postMessage({ simulatedElement: message }, origin);
      }
    }

    ask(message) {
      if (!this.frame || !this.isReady) {
        return Promise.reject(new IntegrationError('The element is not mounted and ready.'));
      }
      this.lastQuestion += 1;
      const question = this.lastQuestion;
      return new Promise((resolve) => {
        this.waiting.set(question, resolve);
        this.tell({ ...message, question });
      });
    }

    receive(event) {
      const message = event.data && event.data.simulatedElement;
      if (event.origin !== origin || !this.frame || event.source !== this.frame.contentWindow || !message) {
        return;
      }
      switch (message.event) {
        case 'loaded':
          clearTimeout(this.patience);
          this.isReady = true;
          this.tell({ action: 'options', options: this.visibleOptions() });
          this.emit('ready', this.type === 'card' ? this : { elementType: this.type });
          break;
        case 'height':
          this.frame.style.height = `${message.height}px`;
          break;
        case 'change':
          this.state = message.state;
          this.emit('change', {
            elementType: this.type, collapsed: false, value: { type: 'card' }, error: undefined, ...message.state,
          });
          break;
        case 'answer': {
          const answer = this.waiting.get(message.question);
          this.waiting.delete(message.question);
          if (answer) {
            answer(message.answer);
          }
          break;
        }
        default:
          this.emit(message.event, { elementType: this.type });
      }
    }
  }
  SimulatedElement.count = 1;

  class SimulatedElements {
    constructor(key, options) {
      this.key = key;
      this.options = { ...options };
      this.created = [];
      this.submitted = false;
    }

    create(type, options) {
      if (!TYPES.includes(type)) {
        throw new IntegrationError(`The simulator has the elements ${TYPES.join(', ')}, not ${type}.`);
      }
      if (this.getElement(type)) {
        throw new IntegrationError(`Can only create one Element of type ${type} through create().`);
      }
      const element = new SimulatedElement(this, type, options);
      this.created.push(element);
      return element;
    }

    getElement(type) {
      const name = typeof type === 'string' ? type : type && type.__elementType;
      return this.created.find((element) => element.type === name) || null;
    }

    forget(element) {
      this.created = this.created.filter((each) => each !== element);
    }

    update(options) {
      this.options = { ...this.options, ...options };
      this.created.forEach((element) => element.update({}));
    }

    async fetchUpdates() {
      return {};
    }

    async submit() {
      const answer = await this.theElement().ask({ action: 'validate' });
      this.submitted = !answer.error;
      return answer.error ? { error: answer.error } : { selectedPaymentMethod: 'card' };
    }

    theElement() {
      if (this.created.length === 0) {
        throw new IntegrationError('Elements has no element: create and mount one first.');
      }
      return this.created[0];
    }

    get isDeferred() {
      return !this.options.clientSecret;
    }

    // Makes a payment method of what was typed; the number stays in the frame.
    async paymentMethod(billingDetails) {
      if (this.isDeferred && !this.submitted) {
        throw new IntegrationError('elements.submit() must be called before the payment is confirmed.');
      }
      return this.theElement().ask({ action: 'createPaymentMethod', key: this.key, billingDetails });
    }
  }

  // --- The object itself --------------------------------------------------------------------------------------------

  const cardMethod = async (key, data) => {
    const given = data && data.payment_method;
    if (!given || typeof given === 'string') {
      return { paymentMethod: given ? { id: given } : undefined };
    }
    return given.card.ask({ action: 'createPaymentMethod', key, billingDetails: given.billing_details });
  };

  const confirmLegacy = async (key, clientSecret, data, options = {}) => {
    const { paymentMethod, error } = await cardMethod(key, data);
    if (error) {
      return { error };
    }
    const parameters = {
      payment_method: paymentMethod && paymentMethod.id,
      return_url: data && data.return_url,
      setup_future_usage: data && data.setup_future_usage,
    };
    return confirm(key, clientSecret, parameters, options.handleActions !== false);
  };

  const withRedirect = (url, clientSecret, outcome) => {
    const intent = intentOf(clientSecret);
    const target = new URL(url);
    target.searchParams.set(intent.parameter, intent.id);
    target.searchParams.set(`${intent.parameter}_client_secret`, clientSecret);
    target.searchParams.set('redirect_status', outcome[intent.name].status === 'succeeded' ? 'succeeded' : 'failed');
    location.assign(target);
    return new Promise(() => {});
  };

  const confirmWithElements = async (key, options, kind) => {
    const { elements, redirect = 'always', confirmParams = {} } = options;
    const clientSecret = options.clientSecret || (elements && elements.options.clientSecret);
    if (!clientSecret || intentOf(clientSecret).name !== kind) {
      throw new IntegrationError('The client secret of the intent is missing or belongs to another kind of intent.');
    }
    if (redirect !== 'if_required' && !confirmParams.return_url) {
      throw new IntegrationError('confirmParams.return_url is required unless redirect is if_required.');
    }
    let method = confirmParams.payment_method;
    if (elements) {
      const billing = confirmParams.payment_method_data && confirmParams.payment_method_data.billing_details;
      const { paymentMethod, error } = await elements.paymentMethod(billing);
      if (error) {
        return { error };
      }
      method = paymentMethod.id;
    }
    const outcome = await confirm(key, clientSecret, {
      payment_method: method, return_url: confirmParams.return_url, receipt_email: confirmParams.receipt_email,
    });
    return outcome.error || redirect === 'if_required'
      ? outcome
      : withRedirect(confirmParams.return_url, clientSecret, outcome);
  };

  // A function that may also be called with `new`, as older pages do.
  const Stripe = function Stripe(key, options) {
    if (typeof key !== 'string' || !key.startsWith('pk_')) {
      throw new IntegrationError('Invalid publishable key: it must start with pk_.');
    }
    return {
      elements: (elementsOptions) => new SimulatedElements(key, elementsOptions),
      confirmPayment: (parameters) => confirmWithElements(key, parameters, 'paymentIntent'),
      confirmSetup: (parameters) => confirmWithElements(key, parameters, 'setupIntent'),
      confirmCardPayment: (secret, data, more) => confirmLegacy(key, secret, data, more),
      confirmCardSetup: (secret, data, more) => confirmLegacy(key, secret, data, more),
      retrievePaymentIntent: (secret) => retrieve(key, secret),
      retrieveSetupIntent: (secret) => retrieve(key, secret),
      handleNextAction: async ({ clientSecret }) => {
        const intent = intentOf(clientSecret);
        const found = await retrieve(key, clientSecret);
        if (found.error) {
          return found;
        }
        const object = found[intent.name];
        if (object.status !== 'requires_action') {
          throw new IntegrationError(`handleNextAction: the intent is in no requires_action state but ${object.status}.`);
        }
        return finish(key, clientSecret, object);
      },
      createPaymentMethod: async (parameters) => {
        const { elements, card, billing_details: typed, params = {} } = parameters;
        return elements
          ? elements.paymentMethod(params.billing_details)
          : cardMethod(key, { payment_method: { card, billing_details: typed } });
      },
      createConfirmationToken: async ({ elements, params = {} }) => {
        const billing = params.payment_method_data && params.payment_method_data.billing_details;
        const { paymentMethod, error } = await elements.paymentMethod(billing);
        if (error) {
          return { error };
        }
        const made = await call(key, 'POST', '/v1/confirmation_tokens', {
          payment_method: paymentMethod.id,
          return_url: params.return_url,
          setup_future_usage: elements.options.setupFutureUsage || elements.options.setup_future_usage,
        });
        return made.error ? { error: made.error } : { confirmationToken: made.object };
      },
      createToken: async () => ({
        error: { type: 'invalid_request_error', message: 'The simulator has no tokens: use payment methods.' },
      }),
      registerAppInfo: () => {},
      _registerWrapper: () => {},
      _apiKey: key,
      _options: options,
    };
  };

  Stripe.version = new URL(script ? script.src : location.href).searchParams.get('version') || 'dahlia';
  window.Stripe = Stripe;
})();
