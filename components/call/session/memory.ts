export interface DeviceChoices {
  camera?: string;
  microphone?: string;
  speaker?: string;
}

export interface InCallNote {
  /** Milliseconds since the epoch, this browser's clock. */
  at: number;
  camera: boolean;
  microphone: boolean;
}

/** Reached when they are needed: forbidden storage throws at the mere look at it, and a server has none. */
export interface Stores {
  /** Kept until the tab is closed. */
  tab: () => Storage;
  /** Kept for good. */
  browser: () => Storage;
}

const CHOICES = 'anteroom-devices';
const noteKey = (appointmentId: string) => `anteroom-in-call-${appointmentId}`;
const talkKey = (key: string) => `anteroom-talk-${key}`;
/** A reload takes seconds; a tab that comes back later starts before the door. */
const NOTE_LASTS = 5 * 60_000;

/** Kept in this browser: device choices for the next call; for a reload of the tab, the conversation and that the person was in the call. */
export class Memory {
  constructor(private readonly stores: Stores) {}

  readonly choices = (): DeviceChoices => this.read('browser', CHOICES) ?? {};

  choose(choice: DeviceChoices) {
    this.write('browser', CHOICES, { ...this.choices(), ...choice });
  }

  note(appointmentId: string): InCallNote | null {
    const note = this.read<InCallNote>('tab', noteKey(appointmentId));
    return note && Math.abs(Date.now() - note.at) < NOTE_LASTS ? note : null;
  }

  keepNote(appointmentId: string, note: Omit<InCallNote, 'at'> | null) {
    this.write('tab', noteKey(appointmentId), note && { ...note, at: Date.now() });
  }

  conversation<T>(key: string) {
    return this.read<T>('tab', talkKey(key));
  }

  keepConversation(key: string, value: unknown) {
    this.write('tab', talkKey(key), value);
  }

  private read<T>(store: keyof Stores, key: string): T | null {
    try {
      return JSON.parse(this.stores[store]().getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  private write(store: keyof Stores, key: string, value: unknown) {
    try {
      if (value === null) this.stores[store]().removeItem(key);
      else this.stores[store]().setItem(key, JSON.stringify(value));
    } catch {
      // Storage can be forbidden or full: the call goes on without it.
    }
  }
}
