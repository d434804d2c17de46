import { problemOf, Unreachable } from '../api/problem';
import { credentialsOf, type Session } from '../api/session';
import { EventReader, type StreamEvent } from './events';

export interface Listener {
  onOpen(): void;
  /** Something was heard, if only that the other side is there. */
  onHeard(): void;
  onEvent(event: StreamEvent): void;
}

/** The ledger gives a sign of life every 15 seconds: whoever hears nothing for two of them is not connected any more. */
const SILENCE_MILLIS = 35_000;

/** Listens until the stream ends, fails or is aborted. */
export async function listen(
  base: string,
  session: Session,
  resumeAfter: bigint | null,
  listener: Listener,
  signal: AbortSignal,
): Promise<void> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      silence.abort(new Unreachable('the stream is silent'));
    }, SILENCE_MILLIS);
    listener.onHeard();
  };
  try {
    const response = await fetch(`${base}v1/accounts/${encodeURIComponent(session.accountId)}/stream`, {
      headers: {
        Accept: 'text/event-stream',
        ...credentialsOf(session, 'GET'),
        ...(resumeAfter === null ? {} : { 'Last-Event-ID': `${resumeAfter}` }),
      },
      credentials: 'include',
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || response.body === null) {
      throw await problemOf(response);
    }
    listener.onOpen();
    heard();
    await readAll(response.body, listener, heard);
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  listener: Listener,
  heard: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = new EventReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    heard();
    events.read(decoder.decode(value, { stream: true })).forEach((event) => {
      listener.onEvent(event);
    });
  }
}
