// The form in the frame. What is typed here goes to the simulator, which served it, and never to the page around it.
(() => {
  'use strict';

  const LOOPBACK = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/;
  const THEMES = ['stripe', 'night', 'flat'];
  const VARIABLES = [
    'colorPrimary', 'colorBackground', 'colorText', 'colorTextSecondary', 'colorTextPlaceholder', 'colorDanger',
    'borderRadius', 'fontFamily', 'fontSizeBase',
  ];
  const parentOrigin = new URLSearchParams(location.search).get('origin') || '';
  const fields = {
    number: document.getElementById('number'),
    expiry: document.getElementById('expiry'),
    cvc: document.getElementById('cvc'),
  };

  const tell = (message) => {
    if (LOOPBACK.test(parentOrigin)) {
      window.parent.postMessage({ simulatedElement: message }, parentOrigin);
    }
  };

  // --- What was typed -----------------------------------------------------------------------------------------------

  const digits = (text) => text.replace(/\D/g, '');

  const brandOf = (number) => {
    if (/^3[47]/.test(number)) {
      return { name: 'AMEX', length: 15, cvcLength: 4, groups: [4, 6, 5] };
    }
    const name = /^4/.test(number) ? 'VISA' : /^(5[1-5]|2[2-7])/.test(number) ? 'MASTERCARD' : '';
    return { name, length: 16, cvcLength: 3, groups: [4, 4, 4, 4] };
  };

  const grouped = (number, groups) => {
    const parts = [];
    let start = 0;
    groups.forEach((size) => {
      if (start < number.length) {
        parts.push(number.slice(start, start + size));
      }
      start += size;
    });
    return parts.join(' ');
  };

  const hasCheckDigit = (number) => {
    let sum = 0;
    [...number].reverse().forEach((character, index) => {
      const value = Number(character) * (index % 2 === 0 ? 1 : 2);
      sum += value > 9 ? value - 9 : value;
    });
    return sum % 10 === 0;
  };

  const problem = (code, message) => ({ type: 'validation_error', code, message });

  const checks = {
    number: () => {
      const number = digits(fields.number.value);
      if (number.length < brandOf(number).length) {
        return problem('incomplete_number', 'Your card number is incomplete.');
      }
      return hasCheckDigit(number) ? null : problem('incorrect_number', 'Your card number is invalid.');
    },
    expiry: () => {
      const typed = digits(fields.expiry.value);
      if (typed.length < 4) {
        return problem('incomplete_expiry', 'Your card’s expiration date is incomplete.');
      }
      const month = Number(typed.slice(0, 2));
      const year = 2000 + Number(typed.slice(-2));
      const now = new Date();
      if (month < 1 || month > 12) {
        return problem('invalid_expiry_month', 'Your card’s expiration date is invalid.');
      }
      if (year < now.getFullYear()) {
        return problem('invalid_expiry_year_past', 'Your card’s expiration year is in the past.');
      }
      return year === now.getFullYear() && month < now.getMonth() + 1
        ? problem('invalid_expiry_month_past', 'Your card’s expiration date is in the past.')
        : null;
    },
    cvc: () => {
      const wanted = brandOf(digits(fields.number.value)).cvcLength;
      return digits(fields.cvc.value).length === wanted
        ? null
        : problem('incomplete_cvc', 'Your card’s security code is incomplete.');
    },
  };

  const format = () => {
    const number = digits(fields.number.value);
    const brand = brandOf(number);
    fields.number.value = grouped(number.slice(0, brand.length), brand.groups);
    document.getElementById('brand').textContent = brand.name;
    fields.cvc.value = digits(fields.cvc.value).slice(0, brand.cvcLength);
  };

  const formatExpiry = (deleting) => {
    let typed = digits(fields.expiry.value);
    if (typed.length === 1 && Number(typed) > 1) {
      typed = `0${typed}`;
    }
    // A full year, as browsers fill it in, is shortened.
    if (typed.length === 6) {
      typed = typed.slice(0, 2) + typed.slice(4);
    }
    typed = typed.slice(0, 4);
    const separated = typed.length > 2 || (typed.length === 2 && !deleting);
    fields.expiry.value = separated ? `${typed.slice(0, 2)} / ${typed.slice(2)}` : typed;
  };

  // --- What is shown ------------------------------------------------------------------------------------------------

  const tellHeight = () => tell({ event: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) });

  const show = (name, found) => {
    document.getElementById(`${name}-error`).textContent = found ? found.message : '';
    fields[name].setAttribute('aria-invalid', found ? 'true' : 'false');
    tellHeight();
  };

  const tellChange = () => {
    const inputs = Object.values(fields);
    tell({
      event: 'change',
      state: {
        empty: inputs.every((input) => input.value === ''),
        complete: Object.values(checks).every((check) => check() === null),
      },
    });
  };

  // Shows every problem and gives back the first.
  const validate = () => {
    let first = null;
    Object.entries(checks).forEach(([name, check]) => {
      const found = check();
      show(name, found);
      if (found && !first) {
        first = found;
        fields[name].focus();
      }
    });
    return first;
  };

  Object.entries(fields).forEach(([name, input]) => {
    input.addEventListener('input', (event) => {
      if (name === 'expiry') {
        formatExpiry(String(event.inputType).startsWith('delete'));
      } else {
        format();
      }
      if (input.getAttribute('aria-invalid') === 'true') {
        show(name, checks[name]());
      }
      tellChange();
    });
    input.addEventListener('blur', () => {
      if (input.value !== '') {
        show(name, checks[name]());
      }
      tell({ event: 'blur' });
    });
    input.addEventListener('focus', () => tell({ event: 'focus' }));
  });
  document.getElementById('form').addEventListener('submit', (event) => event.preventDefault());

  const setOptions = ({ appearance = {}, readOnly = false }) => {
    const root = document.documentElement;
    root.dataset.theme = THEMES.includes(appearance.theme) ? appearance.theme : 'stripe';
    VARIABLES.forEach((name) => {
      const value = appearance.variables && appearance.variables[name];
      root.style.removeProperty(`--${name}`);
      if (value) {
        root.style.setProperty(`--${name}`, String(value));
      }
    });
    Object.values(fields).forEach((input) => {
      input.readOnly = readOnly;
    });
    tellHeight();
  };

  // --- What is asked from outside -----------------------------------------------------------------------------------

  const encode = (parameters, prefix) =>
    Object.entries(parameters)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => {
        const path = prefix ? `${prefix}[${name}]` : name;
        return typeof value === 'object' ? encode(value, path) : `${encodeURIComponent(path)}=${encodeURIComponent(value)}`;
      })
      .filter((part) => part !== '')
      .join('&');

  const createPaymentMethod = async ({ key, billingDetails }) => {
    const found = validate();
    if (found) {
      return { error: found };
    }
    const expiry = digits(fields.expiry.value);
    const parameters = {
      type: 'card',
      card: {
        number: digits(fields.number.value),
        exp_month: Number(expiry.slice(0, 2)),
        exp_year: 2000 + Number(expiry.slice(-2)),
        cvc: fields.cvc.value,
      },
      billing_details: billingDetails,
    };
    try {
      const response = await fetch('/v1/payment_methods', {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: encode(parameters),
      });
      const body = await response.json();
      return response.ok ? { paymentMethod: body } : { error: body.error };
    } catch {
      return { error: { type: 'api_connection_error', message: 'The Stripe simulator does not answer.' } };
    }
  };

  const clear = () => {
    Object.entries(fields).forEach(([name, input]) => {
      input.value = '';
      show(name, null);
    });
    format();
    tellChange();
  };

  const answer = async (message) => {
    switch (message.action) {
      case 'options':
        return setOptions(message.options);
      case 'focus':
        return fields.number.focus();
      case 'blur':
        return document.activeElement.blur();
      case 'clear':
        return clear();
      case 'validate': {
        const found = validate();
        return found ? { error: found } : {};
      }
      case 'createPaymentMethod':
        return createPaymentMethod(message);
      default:
        return undefined;
    }
  };

  window.addEventListener('message', async (event) => {
    const message = event.data && event.data.simulatedElement;
    if (event.source !== window.parent || event.origin !== parentOrigin || !LOOPBACK.test(event.origin) || !message) {
      return;
    }
    const given = await answer(message);
    if (message.question) {
      tell({ event: 'answer', question: message.question, answer: given });
    }
  });

  tell({ event: 'loaded' });
  tellHeight();
})();
