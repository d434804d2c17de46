import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const sheet = readFileSync('src/styles.css', 'utf8');

function tokensOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

const blockAfter = (selector: string): string => {
  const start = sheet.indexOf(`${selector} {`);
  return sheet.slice(start, sheet.indexOf('}', start));
};

const themes = {
  light: tokensOf(blockAfter('\n:root')),
  dark: tokensOf(blockAfter("\n:root[data-theme='dark']")),
  'dark by the system': tokensOf(blockAfter(":root:not([data-theme='light'])")),
};

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['page', 'surface', 'raised', 'sunken'];

const texts: readonly (readonly [string, string])[] = [
  ...grounds.flatMap((ground) => ['ink', 'muted', 'accent-ink'].map((text) => [text, ground] as const)),
  ...['surface', 'raised'].flatMap((ground) =>
    ['good', 'warn', 'bad'].map((text) => [text, ground] as const),
  ),
  ['accent-ink', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  ['on-accent', 'accent'],
  ['page', 'ink'],
];

const outlines: readonly (readonly [string, string])[] = [
  ...['surface', 'raised', 'page'].flatMap((ground) =>
    ['control', 'accent-ink'].map((line) => [line, ground] as const),
  ),
  ['accent', 'surface'],
  // The colours of a chart's bars, which stand on a card.
  ...Array.from({ length: 8 }, (_, place) => [`series-${place + 1}`, 'surface'] as const),
];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  const colour = (name: string): string => {
    const found = tokens.get(name);
    expect(found, name).toBeDefined();
    return found ?? '';
  };

  test.each(texts)('can be read: %s on %s', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(outlines)('can be made out: %s on %s', (line, ground) => {
    expect(contrast(colour(line), colour(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(['hero-green', 'hero-green-deep', 'hero-orange', 'hero-orange-deep', 'bad-strong'])(
    'can be read: white on %s',
    (ground) => {
      expect(contrast('#ffffff', colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('the dark that is chosen is the dark of the system', () => {
  expect(themes.dark).toEqual(themes['dark by the system']);
  expect(themes.dark.size).toBe(themes.light.size);
});
