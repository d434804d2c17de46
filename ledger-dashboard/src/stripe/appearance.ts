import type { Appearance } from '@stripe/stripe-js';

/** The card form in the colours of the page around it. It is a frame of the payment provider's, which no style sheet of ours reaches. */
export const appearanceFor = (dark: boolean): Appearance => ({
  theme: dark ? 'night' : 'stripe',
  variables: dark
    ? {
        colorPrimary: '#a9b4ff',
        colorBackground: '#161a23',
        colorText: '#edf0f5',
        colorDanger: '#ff9d94',
        borderRadius: '8px',
      }
    : {
        colorPrimary: '#4050c8',
        colorBackground: '#ffffff',
        colorText: '#161b26',
        colorDanger: '#b3261e',
        borderRadius: '8px',
      },
});
