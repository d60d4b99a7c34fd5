/** Milliseconds between two questions, and how often somebody is asked who does not answer: of an earlier release, or never heard. */
const AGAIN = 1_000;
const TIMES = 20;
/** Milliseconds between two answers to one person: each may be long. */
const ANSWERED = 1_500;
/** Packets of one answer. */
const LONGEST_ANSWER = 200;

interface Question {
  timer: ReturnType<typeof setInterval>;
  packets: number;
}

/**
 * Who was asked for what was said before, until they told: a channel opens at a moment that neither side is told of, so a question may be lost, and
 * is asked again.
 */
export class Inquiries {
  private readonly open = new Map<string, Question>();
  private readonly answered = new Map<string, number>();

  constructor(private readonly ask: (identity: string) => void) {}

  begin(identity: string): void {
    this.end(identity);
    let times = 1;
    const timer = setInterval(() => {
      this.ask(identity);
      if (++times >= TIMES) this.end(identity);
    }, AGAIN);
    this.open.set(identity, { timer, packets: 0 });
    this.ask(identity);
  }

  /** Whether a packet of an answer was asked for; `last` ends the question. */
  hears(identity: string, last: boolean): boolean {
    const question = this.open.get(identity);
    if (!question || ++question.packets > LONGEST_ANSWER) return false;
    if (last) this.end(identity);
    return true;
  }

  /** Whether somebody who asks is to be answered now (milliseconds since the epoch). */
  mayAnswer(identity: string, now: number): boolean {
    if (now - (this.answered.get(identity) ?? Number.NEGATIVE_INFINITY) < ANSWERED) return false;
    this.answered.set(identity, now);
    return true;
  }

  end(identity: string): void {
    clearInterval(this.open.get(identity)?.timer);
    this.open.delete(identity);
  }

  endAll(): void {
    for (const identity of [...this.open.keys()]) this.end(identity);
    this.answered.clear();
  }
}
