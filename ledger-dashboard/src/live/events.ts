/** An event of the ledger's stream. */
export interface StreamEvent {
  readonly name: string;
  /** The account's revision at which it happened. */
  readonly revision: bigint;
  readonly data: string;
}

const REVISION = /^\d+$/;

/** Reads Server-Sent Events from text that arrives in pieces cut anywhere. */
export class EventReader {
  #rest = '';
  #name = '';
  #id = '';
  #data: string[] = [];

  /** The events that this piece completes, in order. */
  read(piece: string): StreamEvent[] {
    // Half of a line end may come with the next piece.
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#line(line.endsWith('\r') ? line.slice(0, -1) : line));
  }

  #line(line: string): StreamEvent[] {
    if (line === '') {
      return this.#complete();
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      this.#name = value;
    } else if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'id') {
      this.#id = value;
    }
    return [];
  }

  #complete(): StreamEvent[] {
    const event = { name: this.#name, data: this.#data.join('\n'), id: this.#id };
    this.#name = '';
    this.#data = [];
    return event.name !== '' && event.data !== '' && REVISION.test(event.id)
      ? [{ name: event.name, data: event.data, revision: BigInt(event.id) }]
      : [];
  }
}
