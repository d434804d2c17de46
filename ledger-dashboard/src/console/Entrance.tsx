import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { answerOf, keyClient } from '../api/client';
import { makeCache } from '../app/cache';
import { say } from '../messages/english';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { KeyholderContext, type Keyholder } from './keyholder';
import { inputLook } from './parts';
import { refusalOf } from './refusals';
import { words } from './words';

/** A key is of printable ASCII: anything else could not even be sent. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** Lets those in who show a key, and forgets it when they sign out or load the page anew. */
export function ConsoleEntrance({ base, children }: { readonly base: string; readonly children: ReactNode }) {
  const [keyholder, setKeyholder] = useState<Keyholder | null>(null);
  const [note, setNote] = useState<string | null>(null);

  const leave = (cache: Keyholder['cache'], reason: string | null): void => {
    cache.clear();
    setKeyholder(null);
    setNote(reason);
  };

  const enter = async (key: string): Promise<void> => {
    if (!SENDABLE.test(key)) {
      setNote(words.entrance.unauthenticated);
      return;
    }
    const cache = makeCache();
    let inside = false;
    const client = keyClient(base, key, () => {
      if (inside) {
        leave(cache, words.entrance.ended);
      }
    });
    try {
      await answerOf(client.GET('/v1/accounts', { params: { query: { limit: 1n } } }));
      inside = true;
      setNote(null);
      setKeyholder({
        client,
        cache,
        signOut: () => {
          leave(cache, null);
        },
      });
    } catch (error) {
      setNote(refusalOf(error));
    }
  };

  return keyholder === null ? (
    <SignIn note={note} onKey={enter} />
  ) : (
    <QueryClientProvider client={keyholder.cache}>
      <KeyholderContext value={keyholder}>{children}</KeyholderContext>
    </QueryClientProvider>
  );
}

function SignIn({
  note,
  onKey,
}: {
  readonly note: string | null;
  readonly onKey: (key: string) => Promise<void>;
}) {
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  useEffect(() => {
    document.title = say.pages.title(words.entrance.title);
  }, []);
  const submit = async (): Promise<void> => {
    setBusy(true);
    await onKey(key.trim());
    setBusy(false);
  };
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <form
        className="card grid w-full max-w-md gap-4 p-6 sm:p-8"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) {
            void submit();
          }
        }}
      >
        <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Icon name="lock" className="size-6" />
        </span>
        <h1 className="text-xl font-semibold tracking-tight">{words.entrance.title}</h1>
        <div>
          <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
            {words.entrance.key}
          </label>
          <input
            id={id}
            type="password"
            autoComplete="off"
            spellCheck={false}
            required
            value={key}
            aria-invalid={note !== null}
            aria-describedby={`${id}-note ${id}-hint`}
            onChange={(event) => {
              setKey(event.target.value);
            }}
            className={`${inputLook} w-full font-mono`}
          />
          <p id={`${id}-note`} role="alert" className="mt-1.5 text-sm text-bad empty:hidden">
            {note}
          </p>
          <p id={`${id}-hint`} className="mt-1.5 text-xs text-muted">
            {words.entrance.hint}
          </p>
        </div>
        <Button kind="primary" type="submit" busy={busy}>
          {words.entrance.enter}
        </Button>
      </form>
    </main>
  );
}
