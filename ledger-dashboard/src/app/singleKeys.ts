import { useEffect, useRef, useSyncExternalStore } from 'react';
import { remember, remembered } from './storage';

/** What a single key does. */
export type Shortcut = 'help' | 'add' | 'search';

export const keysOf: Readonly<Record<Shortcut, string>> = { help: '?', add: 'a', search: '/' };

const KEY = 'ledger-shortcuts';
const OFF = 'off';
const TYPING = 'input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu]';
const OVER_THE_PAGE = '[role=dialog], [role=alertdialog]';
const listeners = new Set<() => void>();

const areOn = (): boolean => remembered(KEY) !== OFF;

export function turnShortcuts(on: boolean): void {
  remember(KEY, on ? 'on' : OFF);
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areOn);

/** The shortcut that a key press is; null while somebody types, is asked something, or has turned shortcuts off. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented || !areOn()) {
    return null;
  }
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING) || document.querySelector(OVER_THE_PAGE)) {
    return null;
  }
  return (Object.keys(keysOf) as Shortcut[]).find((each) => keysOf[each] === event.key) ?? null;
}

/** What each shortcut does while the page is there; the last ones given are done. */
export function useShortcuts(actions: Readonly<Record<Shortcut, () => void>>): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      if (shortcut !== null) {
        event.preventDefault();
        latest.current[shortcut]();
      }
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, []);
}
