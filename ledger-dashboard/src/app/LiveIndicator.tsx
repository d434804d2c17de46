import { timeOfDay } from '../format/time';
import { useLive } from '../live/LiveAccount';
import { say } from '../messages/english';
import { classes } from '../ui/classes';
import { useNow } from './clock';

export const STALE_MILLIS = 30_000;

/** Since when what is shown may be out of date; null while it is not. */
export function useStaleSince(): number | null {
  const { state, heardAt } = useLive();
  const now = useNow(1_000);
  return state !== 'live' && heardAt !== null && now - heardAt > STALE_MILLIS ? heardAt : null;
}

/** Whether what is shown is up to date, by a dot and in words. */
export function LiveIndicator() {
  const { state, heardAt } = useLive();
  const now = useNow(1_000);
  const staleSince = useStaleSince();
  const words = say.shell[state];
  const time =
    staleSince !== null
      ? say.shell.lastUpdate(timeOfDay(staleSince))
      : heardAt !== null
        ? say.shell.asOf(timeOfDay(state === 'live' ? now : heardAt))
        : null;
  return (
    <p className="flex items-center gap-2 text-xs whitespace-nowrap text-muted">
      <span
        aria-hidden="true"
        className={classes(
          'size-2 rounded-full',
          state === 'live' ? 'bg-good' : 'bg-warn',
          state === 'connecting' && 'animate-pulse',
        )}
      />
      <span>{words}</span>
      {time !== null && <span className="figures hidden sm:inline">{time}</span>}
    </p>
  );
}
