import { Allowance } from './allowance';
import { LONGEST_ANSWER, MOST_KEPT, type Packet, type Told } from './chat';

/** Milliseconds between two questions, and how often somebody is asked who does not answer: of an earlier release, or never heard. */
const AGAIN = 1_000;
const TIMES = 20;
/** Milliseconds between two answers to one person: each may be long. */
const ANSWERED = 1_500;
/** Answers to one person at once. */
const ANSWERS = 20;

interface Teller {
  identity: string;
  name?: string;
}

/** What somebody told, all of its packets together, and how things were with them at the last. */
export interface Answer {
  teller: Teller;
  messages: readonly Told[];
  hand: boolean;
  since: number | null;
}

interface Question {
  timer: ReturnType<typeof setInterval>;
  answer: Answer | null;
  /** An answer has been coming in since the last look: asked again, they would begin anew. */
  comes: boolean;
}

/**
 * Who was asked for what was said before, until they told: a channel opens at a moment that neither side is told of, so a question may be lost, and
 * is asked again. An answer is handed over in one piece, at its end: the page is drawn and the storage written once for all of it.
 */
export class Inquiries {
  private readonly open = new Map<string, Question>();
  private readonly answered = new Map<string, number>();
  private readonly incoming = new Allowance(LONGEST_ANSWER);
  private readonly outgoing = new Allowance({ packets: ANSWERS, bytes: LONGEST_ANSWER.bytes });

  constructor(
    private readonly ask: (identity: string) => void,
    private readonly hear: (answer: Answer) => void,
  ) {}

  begin(identity: string): void {
    this.end(identity);
    let times = 1;
    const timer = setInterval(() => {
      if (question.comes) {
        question.comes = false;
        return;
      }
      this.ask(identity);
      if (++times >= TIMES) this.end(identity);
    }, AGAIN);
    const question: Question = { timer, answer: null, comes: false };
    this.open.set(identity, question);
    this.ask(identity);
  }

  /** Whether a packet of an answer was asked for and is within what its sender may tell; what is not is to be left unread. */
  awaits(identity: string, bytes: number, now: number): boolean {
    if (!this.open.has(identity)) return false;
    const may = this.incoming.take(identity, bytes, now);
    if (!may) this.end(identity);
    return may;
  }

  /** Takes a packet of an answer. The last one ends the question, and so does more than anybody keeps. */
  take({ messages, last, hand, since }: Packet & { kind: 'told' }, { identity, name }: Teller): void {
    const question = this.open.get(identity);
    if (!question) return;
    const told = [...(question.answer?.messages ?? []), ...messages];
    question.answer = { teller: { identity, name }, messages: told.slice(-MOST_KEPT), hand, since };
    question.comes = true;
    if (last || told.length > MOST_KEPT) this.end(identity);
  }

  /** Whether somebody who asks is to be answered now (milliseconds since the epoch). */
  mayAnswer(identity: string, now: number): boolean {
    if (now - (this.answered.get(identity) ?? Number.NEGATIVE_INFINITY) < ANSWERED) return false;
    this.answered.set(identity, now);
    return true;
  }

  /** Whether an answer of this size is within what one person may make this browser send. */
  mayTell(identity: string, bytes: number, now: number): boolean {
    return this.outgoing.take(identity, bytes, now);
  }

  end(identity: string): void {
    const question = this.open.get(identity);
    clearInterval(question?.timer);
    this.open.delete(identity);
    if (question?.answer) this.hear(question.answer);
  }

  endAll(): void {
    for (const identity of [...this.open.keys()]) this.end(identity);
    this.answered.clear();
  }
}
