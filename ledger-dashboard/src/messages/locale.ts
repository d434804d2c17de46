const LANGUAGE = 'en';

/** The reader's own kind of the language that the texts are in: a page that says it in English also writes numbers so. */
export function localeOf(wanted: readonly string[]): string {
  return wanted.find((each) => each === LANGUAGE || each.startsWith(`${LANGUAGE}-`)) ?? LANGUAGE;
}

export const locale = localeOf(navigator.languages);
