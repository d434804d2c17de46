import { useEffect, type ReactNode } from 'react';
import { say } from '../messages/english';

/** A page with its name, in the window's title too. */
export function Page({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = say.pages.title(title);
  }, [title]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
        {action}
      </div>
      {children}
    </>
  );
}
