import { afterEach, describe, expect, test } from 'vitest';
import { shortcutOf, turnShortcuts } from './singleKeys';

const press = (key: string, on: Element = document.body, more: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  on.dispatchEvent(event);
  return event;
};

function put(html: string): Element {
  document.body.innerHTML = html;
  const first = document.body.firstElementChild;
  if (!first) {
    throw new Error('nothing was put there');
  }
  return first;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('a single key', () => {
  test.each([
    ['?', 'help'],
    ['a', 'add'],
    ['/', 'search'],
    ['x', null],
  ] as const)('%s is %s', (key, shortcut) => {
    expect(shortcutOf(press(key))).toBe(shortcut);
  });

  test.each([
    '<input />',
    '<textarea></textarea>',
    '<div contenteditable></div>',
    '<button role="combobox"></button>',
  ])('is none while somebody types in %s', (html) => {
    expect(shortcutOf(press('a', put(html)))).toBeNull();
  });

  test('is none over an open window', () => {
    put('<div role="dialog"></div>');
    expect(shortcutOf(press('a'))).toBeNull();
  });

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { repeat: true }])(
    'is none with %o',
    (more) => {
      expect(shortcutOf(press('a', document.body, more))).toBeNull();
    },
  );

  test('is none once they are turned off, until they are turned on', () => {
    turnShortcuts(false);
    expect(shortcutOf(press('a'))).toBeNull();
    turnShortcuts(true);
    expect(shortcutOf(press('a'))).toBe('add');
  });
});
