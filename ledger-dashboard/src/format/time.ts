import { locale } from '../messages/locale';

type When = string | number | Date;

const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const universal = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
});

export const dateAndTime = (when: When): string => moment.format(new Date(when));
export const date = (when: When): string => day.format(new Date(when));
export const monthAndDay = (when: When): string => shortDay.format(new Date(when));
export const monthAndYear = (when: When): string => month.format(new Date(when));
export const timeOfDay = (when: When): string => clock.format(new Date(when));
export const hourOfDay = (when: When): string => hour.format(new Date(when));
/** For those who compare with a log. */
export const inUtc = (when: When): string => universal.format(new Date(when));

/** The beginning of a day of UTC, as the reader's day of the same date: west of Greenwich it would be called the day before. */
export function universalDay(start: string): Date {
  const day = new Date(start);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
}

/** The day that a moment is in, by the reader's calendar. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The zone that all times are shown in, by its name. */
export const timeZone = (): string => new Intl.DateTimeFormat(locale).resolvedOptions().timeZone;

/** A card is good until the end of the month it names. */
export const cardExpiry = (month: number, year: number): string =>
  `${month.toString().padStart(2, '0')}/${(year % 100).toString().padStart(2, '0')}`;

export function isCardExpired(month: number, year: number, now: Date): boolean {
  return now.getTime() >= new Date(year, month, 1).getTime();
}

const MONTHS_OF_WARNING = 2;

export function isCardExpiringSoon(month: number, year: number, now: Date): boolean {
  return (
    !isCardExpired(month, year, now) &&
    now.getTime() >= new Date(year, month - MONTHS_OF_WARNING, 1).getTime()
  );
}
