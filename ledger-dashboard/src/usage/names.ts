import { date, dateAndTime, hourOfDay, monthAndDay, monthAndYear, universalDay } from '../format/time';
import { say } from '../messages/english';
import type { UsagePlan } from './range';
import type { Rank } from './ranking';

type Shown = Pick<UsagePlan, 'step' | 'days'>;

/** Days that are not sums of the reader's hours are UTC's, and are called so wherever the reader is. */
const dayShown = (start: string, { days }: Shown): string | Date =>
  days === null ? universalDay(start) : start;

/** What a step is called along the axis. */
export function shortStepName(start: string, shown: Shown): string {
  switch (shown.step) {
    case 'hour':
      return hourOfDay(start);
    case 'day':
      return monthAndDay(dayShown(start, shown));
    case 'month':
      return monthAndYear(dayShown(start, shown));
  }
}

/** What a step is called where there is room. */
export function stepName(start: string, shown: Shown): string {
  switch (shown.step) {
    case 'hour':
      return dateAndTime(start);
    case 'day':
      return date(dayShown(start, shown));
    case 'month':
      return monthAndYear(dayShown(start, shown));
  }
}

export const rankName = ({ websiteId, name }: Rank): string =>
  websiteId === undefined ? say.usage.others : (name ?? websiteId ?? say.usage.noWebsite);

/** Of the eight colours that a chart has; the last is for all others. */
export const rankColour = (place: number): string => `var(--series-${place + 1})`;
