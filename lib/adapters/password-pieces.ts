import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** What a guesser would see in a piece of a password. */
export type PieceKind = 'own' | 'common' | 'word' | 'repeat' | 'sequence' | 'keys' | 'date' | 'other';

/** A piece of a password as somebody guesses it. */
export interface Piece {
  /** In lower case, and as the word that it stands for: "p4ssw0rd" is "password". */
  text: string;
  kind: PieceKind;
  /** Tries until it is found, 1 or more. */
  guesses: number;
}

export interface ReaderQuestion {
  id: number;
  texts: string[];
  ownWords: string[];
}

export interface ReaderAnswer {
  id: number;
  /** Of each text. */
  pieces: Piece[][];
}

/** Passwords that may wait before what is only said while somebody types is left unsaid. */
const MANY = 4;

/** The thread that reads passwords (password-reader.ts). */
class Reader {
  private readonly worker = new Worker(join(process.cwd(), 'lib', 'adapters', 'password-reader.ts'));
  private readonly waiting = new Map<number, PromiseWithResolvers<Piece[][]>>();
  private asked = 0;

  constructor(private readonly onEnd: (reader: Reader) => void) {
    this.worker.unref();
    this.worker.on('message', ({ id, pieces }: ReaderAnswer) => this.settle(id)?.resolve(pieces));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('the thread that reads passwords ended')));
  }

  read(texts: string[], ownWords: string[]): Promise<Piece[][]> {
    const question: ReaderQuestion = { id: this.asked++, texts, ownWords };
    const waiting = Promise.withResolvers<Piece[][]>();
    this.waiting.set(question.id, waiting);
    // A process that only waits for this is not at its end.
    this.worker.ref();
    this.worker.postMessage(question);
    return waiting.promise;
  }

  get isBusy(): boolean {
    return this.waiting.size >= MANY;
  }

  private settle(id: number) {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.worker.unref();
    return waiting;
  }

  private fail(error: unknown) {
    this.onEnd(this);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** On globalThis: the bundler gives what runs at the start and what serves pages each a copy of this module. */
const held = globalThis as { anteroomPasswords?: Reader };

function reader(): Reader {
  held.anteroomPasswords ??= new Reader((ended) => {
    if (held.anteroomPasswords === ended) held.anteroomPasswords = undefined;
  });
  return held.anteroomPasswords;
}

/** True while several passwords wait to be read: those that are to be saved go first. */
export const isReaderBusy = (): boolean => reader().isBusy;

/** Starts the thread and has it load the dictionaries, in English and Spanish. The app does it when it starts, so that nobody waits for it. */
export const loadDictionaries = (): void => void reader();

/**
 * Takes texts apart, each by itself, as somebody would who guesses passwords: by words of two languages, passwords and phrases that many have,
 * dates, rows of keys and repetitions.
 * @param ownWords in lower case: those that have to do with the person; each is a piece of kind `own`, however it is written
 */
export const piecesOf = (texts: string[], ownWords: string[]): Promise<Piece[][]> => reader().read(texts, ownWords);
