import { useSyncExternalStore } from 'react';
import { remember } from './storage';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'ledger-theme';
const listeners = new Set<() => void>();
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  remember(KEY, theme);
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  darkSystem.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    darkSystem.removeEventListener('change', listener);
  };
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, chosen);

/** Whether it is dark now, by choice or because the system is. */
export const useDark = (): boolean =>
  useSyncExternalStore(subscribe, () => chosen() === 'dark' || (chosen() === 'system' && darkSystem.matches));
