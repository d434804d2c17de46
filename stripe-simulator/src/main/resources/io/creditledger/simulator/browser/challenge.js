// Tells the simulator what the customer chose, then goes back to where the customer came from.
(() => {
  'use strict';

  const LOOPBACK = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
  const query = new URLSearchParams(location.search);
  const parentOrigin = query.get('origin') || '';
  const status = document.getElementById('status');
  const buttons = [...document.querySelectorAll('button')];

  const leave = (returnUrl) => {
    if (window.parent !== window && LOOPBACK.test(parentOrigin)) {
      window.parent.postMessage({ challengeAnswered: true }, parentOrigin);
    } else if (returnUrl) {
      location.assign(returnUrl);
    } else {
      status.textContent = 'Done. You can close this page.';
    }
  };

  const choose = async (outcome) => {
    buttons.forEach((button) => {
      button.disabled = true;
    });
    status.textContent = 'One moment…';
    try {
      const response = await fetch(location.pathname, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ challenge: query.get('challenge') || '', outcome }),
      });
      const answer = await response.json();
      leave(answer.returnUrl);
    } catch {
      status.textContent = 'The simulator does not answer. Try again.';
      buttons.forEach((button) => {
        button.disabled = false;
      });
    }
  };

  // Until now a click would have been lost.
  buttons.forEach((button) => {
    button.addEventListener('click', () => choose(button.dataset.outcome));
    button.disabled = false;
  });
})();
