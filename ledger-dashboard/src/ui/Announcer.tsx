import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { Icon } from './Icon';

interface Announcer {
  /** Shows a short note for a few seconds, and has it read out. */
  readonly note: (text: string) => void;
  /** Has something read out that is seen elsewhere on the page. */
  readonly readOut: (text: string) => void;
}

const AnnouncerContext = createContext<Announcer | null>(null);
const NOTE_MILLIS = 6_000;

/** One place where news is told, so that it is read out one after the other, politely. */
export function Announcements({ children }: { readonly children: ReactNode }) {
  const [note, setNote] = useState('');
  const [heard, setHeard] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback((text: string) => {
    clearTimeout(timer.current);
    setNote(text);
    timer.current = setTimeout(() => {
      setNote('');
    }, NOTE_MILLIS);
  }, []);
  const announcer = useMemo(() => ({ note: show, readOut: setHeard }), [show]);
  return (
    <AnnouncerContext value={announcer}>
      {children}
      <div role="status" className="sr-only">
        {heard}
      </div>
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-6 z-50 flex justify-center">
        {note !== '' && (
          <p className="flex items-center gap-2 rounded-xl bg-ink px-4 py-3 text-sm text-page shadow-popup">
            <Icon name="check" />
            {note}
          </p>
        )}
      </div>
    </AnnouncerContext>
  );
}

export function useAnnouncer(): Announcer {
  const announcer = use(AnnouncerContext);
  if (!announcer) {
    throw new Error('outside of the announcements');
  }
  return announcer;
}
