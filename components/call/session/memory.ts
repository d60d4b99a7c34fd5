/** What this browser keeps: device choices for the next call, and, for a reload of the tab, that the person was in the call. */

function read<T>(storage: () => Storage, key: string): T | null {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(storage: () => Storage, key: string, value: unknown) {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, JSON.stringify(value));
  } catch {
    // Storage can be forbidden or full: the call goes on without it.
  }
}

const tab = () => sessionStorage;
const browser = () => localStorage;

export interface DeviceChoices {
  camera?: string;
  microphone?: string;
  speaker?: string;
}

export const readChoices = () => read<DeviceChoices>(browser, 'anteroom-devices') ?? {};
export const rememberChoice = (choice: DeviceChoices) =>
  write(browser, 'anteroom-devices', { ...readChoices(), ...choice });

export interface InCallNote {
  /** Milliseconds since the epoch, this browser's clock. */
  at: number;
  camera: boolean;
  microphone: boolean;
}

const noteKey = (appointmentId: string) => `anteroom-in-call-${appointmentId}`;
/** A reload takes seconds; a tab that comes back later starts before the door. */
const NOTE_LASTS = 5 * 60_000;

export function readNote(appointmentId: string): InCallNote | null {
  const note = read<InCallNote>(tab, noteKey(appointmentId));
  return note && Math.abs(Date.now() - note.at) < NOTE_LASTS ? note : null;
}
export const writeNote = (appointmentId: string, note: Omit<InCallNote, 'at'> | null) =>
  write(tab, noteKey(appointmentId), note && { ...note, at: Date.now() });

export const readConversation = <T>(key: string) => read<T>(tab, `anteroom-talk-${key}`);
export const writeConversation = (key: string, value: unknown) => write(tab, `anteroom-talk-${key}`, value);
