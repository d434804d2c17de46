import type { ReactNode } from 'react';
import { Icon, type IconName } from '../ui/Icon';
import { classes } from '../ui/classes';

type NoticeTone = 'info' | 'warn' | 'bad';

const looks: Readonly<Record<NoticeTone, string>> = {
  info: 'bg-accent-soft text-accent-ink',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
};

const icons: Readonly<Record<NoticeTone, IconName>> = { info: 'info', warn: 'alert', bad: 'alert' };

/** Something the customer should know before anything else, and what to do about it. */
export const Notice = ({
  tone,
  children,
  action,
}: {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div
    role={tone === 'info' ? undefined : 'status'}
    className={classes(
      'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl px-4 py-3 text-sm',
      looks[tone],
    )}
  >
    <Icon name={icons[tone]} />
    <p className="min-w-48 flex-1 font-medium">{children}</p>
    {action}
  </div>
);
