import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const ROTATE_BYTES = 5_000_000;

/**
 * Whoever reads a token in a log could join, or be someone, with it. An account link's and a calendar feed's stand in their paths.
 * LiveKit's travels as a query parameter, and livekit-server quotes one that it refuses; by their form alone tokens and session cookies (JWT, JWE) are known wherever they stand.
 */
export const scrub = (line: string) =>
  line
    .replace(/access_token=[^&\s"'\\]+/g, 'access_token=…')
    .replace(/\/(welcome|reset|api\/calendar)\/[\w-]{20,}/g, '/$1/…')
    .replace(/\beyJ[\w-]{8,}(?:\.[\w-]*)+/g, '(token)');

/** One service's log file. The one before is kept beside it once it has grown. */
export class ServiceLog {
  readonly file: string;
  #fd: number;
  #last: string[] = [];

  constructor(data: string, name: string) {
    mkdirSync(join(data, 'logs'), { recursive: true, mode: 0o700 });
    this.file = join(data, 'logs', `${name}.log`);
    if ((statSync(this.file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) {
      renameSync(this.file, `${this.file}.1`);
    }
    this.#fd = openSync(this.file, 'a', 0o600);
  }

  /** The last lines, for whoever has to be told why it did not start. */
  get tail(): string {
    return this.#last.join('\n');
  }

  follow(stream: Readable, onLine: (line: string) => void) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (raw) => {
      const line = scrub(raw);
      this.#last = [...this.#last.slice(-14), line];
      if (this.#fd >= 0) writeSync(this.#fd, `${line}\n`);
      onLine(line);
    });
  }

  close() {
    if (this.#fd >= 0) closeSync(this.#fd);
    this.#fd = -1;
  }
}
