import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { ThemeToggle } from '../app/ThemeToggle';
import { say } from '../messages/english';
import { Boundary } from '../ui/Boundary';
import { Button } from '../ui/Button';
import { useKeyholder } from './keyholder';
import { words } from './words';

/** What is around every page of the console. */
export function ConsoleShell() {
  const { signOut } = useKeyholder();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-3 focus:z-50 focus:rounded-lg focus:bg-accent focus:px-4 focus:py-2 focus:text-on-accent"
      >
        {say.shell.skip}
      </a>
      <header className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:px-6">
          <Link to="/console" className="flex min-h-8 items-center gap-3 font-semibold tracking-tight">
            <img src="/favicon.svg" alt="" className="size-8" />
            {words.title}
          </Link>
          <div className="ms-auto flex flex-wrap items-center gap-3">
            <ThemeToggle />
            <Button small onClick={signOut}>
              {words.signOut}
            </Button>
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid max-w-6xl grid-cols-[minmax(0,1fr)] gap-5 px-4 py-6 outline-none sm:px-6"
      >
        <Boundary>
          <Suspense>
            <Outlet />
          </Suspense>
        </Boundary>
      </main>
    </>
  );
}
