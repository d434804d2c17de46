// A page of the ledger's own origin that buys credits with a new card, as one of a platform would.
const element = (id) => document.getElementById(id);

const say = (outcome) => {
  element('outcome').textContent = outcome;
};

const scriptOf = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error(`${address} can't be loaded`)));
    document.head.append(script);
  });

const ledger = async (key, path, body) => {
  const answer = await fetch(path, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'in-the-browser' },
    body: body && JSON.stringify(body),
  });
  return answer.json();
};

const succeeded = async (key, path) => {
  for (;;) {
    const { status } = await ledger(key, path);
    if (status === 'succeeded' || status === 'failed') {
      return status;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const order = async (account, key) => {
  const config = await (await fetch('/v1/config')).json();
  await scriptOf(config.scriptAddress);
  const purchases = `/v1/accounts/${account}/purchases`;
  const purchase = await ledger(key, purchases, { packageId: config.packages[0].packageId });
  const stripe = window.Stripe(config.publishableKey);
  const elements = stripe.elements({ clientSecret: purchase.clientSecret });
  const card = elements.create('payment');
  card.on('ready', () => {
    element('pay').disabled = false;
  });
  card.mount('#card');
  element('pay').addEventListener('click', async () => {
    const { error } = await stripe.confirmPayment({
      elements, redirect: 'if_required', confirmParams: { return_url: location.href },
    });
    say(error ? error.code : await succeeded(key, `${purchases}/${purchase.purchaseId}`));
  });
};

element('order').addEventListener('submit', (event) => {
  event.preventDefault();
  const given = new FormData(event.target);
  order(given.get('account'), given.get('key')).catch((failure) => say(failure.message));
});
