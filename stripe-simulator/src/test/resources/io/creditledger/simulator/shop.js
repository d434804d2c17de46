// A page as a merchant would write it, driven by its address.
const query = new URLSearchParams(location.search);
const secret = query.get('secret');
const stripe = window.Stripe(query.get('key'));
const events = [];

const note = (event) => {
  events.push(event);
  document.getElementById('events').textContent = events.join(' ');
};

const finish = async (outcome) => {
  document.getElementById('outcome').textContent = JSON.stringify(outcome);
  await fetch('/outcome', { method: 'POST', body: JSON.stringify(outcome) });
};

const deferred = { mode: 'payment', amount: 2000, currency: 'usd' };
const elements = stripe.elements({
  ...(query.get('mode') === 'token' ? deferred : { clientSecret: secret }),
  appearance: { theme: query.get('theme') || 'stripe' },
});
const element = elements.create('payment');
element.on('ready', () => note('ready'));
element.on('loaderror', (event) => note(`loaderror:${event.error.code}`));
element.on('change', (event) => note(event.complete ? 'complete' : 'typing'));
element.mount('#element');

const ways = {
  payment: () => stripe.confirmPayment({ elements, redirect: 'if_required', confirmParams: { return_url: location.href } }),
  setup: () => stripe.confirmSetup({ elements, redirect: 'if_required', confirmParams: { return_url: location.href } }),
  redirect: () => stripe.confirmPayment({ elements, confirmParams: { return_url: `${location.origin}/back` } }),
  next: () => stripe.handleNextAction({ clientSecret: secret }),
  retrieve: () => stripe.retrievePaymentIntent(secret),
  clear: async () => element.clear(),
  token: async () => {
    const { error } = await elements.submit();
    return error ? { error } : stripe.createConfirmationToken({ elements });
  },
};

document.getElementById('pay').addEventListener('click', async () => {
  try {
    await finish(await ways[query.get('mode')]());
  } catch (thrown) {
    await finish({ thrown: thrown.message });
  }
});
