export interface Choices {
  camera?: string;
  microphone?: string;
  speaker?: string;
  /** A microphone that comes is used without a question. */
  takesNew?: boolean;
  /** A sound tells of a message. */
  chime?: boolean;
  /** The own picture is shown during a call. */
  self?: boolean;
  /** The keys M and V turn microphone and camera on and off. */
  keys?: boolean;
}

/** The last of this person in a visit: what they wanted, and whether they were in the call until a moment ago. */
export interface VisitNote {
  camera: boolean;
  microphone: boolean;
  inCall: boolean;
  /** The id of their stay in the call, under which a reload comes back. */
  call: string;
}

/** Reached when they are needed: forbidden storage throws at the mere look at it, and a server has none. */
export interface Stores {
  /** Kept until the tab is closed. */
  tab: () => Storage;
  /** Kept for good. */
  browser: () => Storage;
}

type Wishes = Pick<VisitNote, 'camera' | 'microphone'>;

const CHOICES = 'anteroom-devices';
const WISHES = 'anteroom-wishes';
const noteKey = (appointmentId: string) => `anteroom-visit-${appointmentId}`;
const talkKey = (key: string) => `anteroom-talk-${key}`;
/** A reload takes seconds; a tab that comes back later starts before the door. */
const RELOAD_LASTS = 5 * 60_000;

/**
 * Kept in this browser: device choices for the next call, and what was wanted last in a visit, in whichever tab; in this tab, the conversation,
 * and whether one was in the call.
 */
export class Memory {
  constructor(private readonly stores: Stores) {}

  readonly choices = (): Choices => this.read('browser', CHOICES) ?? {};

  choose(choice: Choices) {
    this.write('browser', CHOICES, { ...this.choices(), ...choice });
  }

  note(appointmentId: string): VisitNote | null {
    // `at`: milliseconds since the epoch, this browser's clock.
    const note = this.read<VisitNote & { at: number }>('tab', noteKey(appointmentId));
    if (!note) return null;
    const { camera, microphone, inCall, call, at } = note;
    return { camera, microphone, call, inCall: inCall && Math.abs(Date.now() - at) < RELOAD_LASTS };
  }

  keepNote(appointmentId: string, note: VisitNote) {
    this.write('tab', noteKey(appointmentId), { ...note, at: Date.now() });
  }

  /** What was wanted last, by a key of visit and person; of one visit, the last one. */
  wishes(key: string): Wishes | null {
    const kept = this.read<Wishes & { of: string }>('browser', WISHES);
    return kept?.of === key ? { camera: kept.camera === true, microphone: kept.microphone === true } : null;
  }

  keepWishes(key: string, { camera, microphone }: Wishes) {
    this.write('browser', WISHES, { of: key, camera, microphone });
  }

  conversation<T>(key: string) {
    return this.read<T>('tab', talkKey(key));
  }

  /** Whether it was kept: the tab's storage may have no room for it. */
  keepConversation(key: string, value: unknown): boolean {
    return this.write('tab', talkKey(key), value);
  }

  private read<T>(store: keyof Stores, key: string): T | null {
    try {
      return JSON.parse(this.stores[store]().getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  private forget(store: keyof Stores, key: string) {
    try {
      this.stores[store]().removeItem(key);
    } catch {
      // Forbidden: nothing is there.
    }
  }

  private write(store: keyof Stores, key: string, value: unknown): boolean {
    try {
      if (value === null) this.stores[store]().removeItem(key);
      else this.stores[store]().setItem(key, JSON.stringify(value));
      return true;
    } catch {
      // Storage can be forbidden or full: the call goes on without it, and nothing that is no longer so stays.
      this.forget(store, key);
      return false;
    }
  }
}
