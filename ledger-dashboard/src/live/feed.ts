import { LedgerProblem } from '../api/problem';
import { backOffMillis } from '../api/retry';
import type { StreamEvent } from './events';
import type { Listener } from './stream';

/** How this page learns of news: from the stream, by asking every few seconds, or not at all while nobody looks. */
export type FeedState = 'connecting' | 'live' | 'polling' | 'paused';

export interface FeedStatus {
  readonly state: FeedState;
  /** When it was last known that nothing newer has happened, in milliseconds since 1970; null before the first time. */
  readonly heardAt: number | null;
}

export interface FeedParts {
  /** Connects, and listens until the connection ends. */
  listen(resumeAfter: bigint | null, listener: Listener, signal: AbortSignal): Promise<void>;
  /** Asks once for what the stream would have told. */
  poll(): Promise<void>;
  onEvent(event: StreamEvent): void;
  onStatus(status: FeedStatus): void;
  pause(millis: number, signal: AbortSignal): Promise<void>;
  now(): number;
}

/** Asked again after an await, when the compiler still believes the answer of before. */
const ended = (signal: AbortSignal): boolean => signal.aborted;

const POLL_MILLIS = 10_000;
const FAILURES_BEFORE_POLLING = 3;

/** Follows an account over one connection, which it makes anew whenever it is lost, from where it was. */
export class Feed {
  #lastRevision: bigint | null = null;
  #failures = 0;
  #status: FeedStatus = { state: 'connecting', heardAt: null };
  readonly #parts: FeedParts;

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  get lastRevision(): bigint | null {
    return this.#lastRevision;
  }

  /** From where to go on, when somebody else has listened so far. */
  noteRevision(revision: bigint): void {
    if (this.#lastRevision === null || revision > this.#lastRevision) {
      this.#lastRevision = revision;
    }
  }

  /** Runs until it is aborted, or the session has ended. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#parts.listen(this.#lastRevision, this.#listener(), signal);
      } catch (error) {
        if (ended(signal) || (error instanceof LedgerProblem && error.status === 401)) {
          return;
        }
      }
      this.#failures += 1;
      await this.#wait(signal).catch(() => undefined);
    }
  }

  #listener(): Listener {
    return {
      onOpen: () => {
        this.#failures = 0;
        this.#tell('live');
      },
      onHeard: () => {
        this.#tell('live');
      },
      onEvent: (event) => {
        this.noteRevision(event.revision);
        this.#parts.onEvent(event);
      },
    };
  }

  async #wait(signal: AbortSignal): Promise<void> {
    if (this.#failures < FAILURES_BEFORE_POLLING) {
      this.#set({ state: 'connecting', heardAt: this.#status.heardAt });
      await this.#parts.pause(backOffMillis(this.#failures), signal);
      return;
    }
    await this.#pollOnce();
    await this.#parts.pause(POLL_MILLIS, signal);
  }

  async #pollOnce(): Promise<void> {
    try {
      await this.#parts.poll();
      this.#tell('polling');
    } catch {
      this.#set({ state: 'polling', heardAt: this.#status.heardAt });
    }
  }

  #tell(state: FeedState): void {
    this.#set({ state, heardAt: this.#parts.now() });
  }

  #set(status: FeedStatus): void {
    this.#status = status;
    this.#parts.onStatus(status);
  }
}
