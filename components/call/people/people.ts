import { personOn, type Roster, type RosterRole } from '@/lib/appointments/roster';
import type { ParticipantState } from './participants';

/** One of the people of a call, in the room or awaited. */
export interface CallPerson {
  readonly identity: string;
  readonly name: string;
  /** Null for someone on no roster: a former doctor, or a new one whom this page will know in a moment. */
  readonly role: RosterRole | null;
  readonly local: boolean;
  readonly here: boolean;
  readonly hand: boolean;
  readonly muted: boolean;
  readonly camera: boolean;
  readonly sharing: boolean;
  readonly quality: ParticipantState['quality'];
}

const ABSENT = {
  local: false,
  here: false,
  microphone: false,
  camera: false,
  sharing: false,
  quality: 'unknown',
} as const;

/**
 * The people of a call: who is or was in the room, then those of the roster who were not. The page learns of another roster a moment later
 * than the room of who came: whoever is in the room has the name that the SFU vouches for.
 */
export function people(
  roster: Roster,
  participants: readonly ParticipantState[],
  hands: ReadonlySet<string>,
): readonly CallPerson[] {
  const absent = roster.filter(({ id }) => !participants.some(({ identity }) => identity === id));
  return [...participants, ...absent.map(({ id, name }) => ({ ...ABSENT, identity: id, name }))].map(
    ({ microphone, ...state }) => {
      const listed = personOn(roster, state.identity);
      return {
        ...state,
        name: state.name || (listed?.name ?? ''),
        role: listed?.role ?? null,
        hand: state.here && hands.has(state.identity),
        muted: !microphone,
      };
    },
  );
}

/** The names on a roster, but for one person's. */
export const namesBut = (roster: Roster, id: string) =>
  roster.filter((person) => person.id !== id).map(({ name }) => name);

/** Those in the room besides oneself. */
export const present = (people: readonly CallPerson[]) => people.filter(({ here, local }) => here && !local);

/** Those whom the person here waits for: the others on the roster. */
export const awaited = (people: readonly CallPerson[]) =>
  people.filter(({ here, local, role }) => !here && !local && role !== null);

/** Those to name as the ones the call is with. */
export function company(people: readonly CallPerson[]): readonly CallPerson[] {
  const others = present(people);
  return others.length > 0 ? others : awaited(people);
}

/** The name of whoever has this identity, or undefined. */
export const nameOf = (people: readonly CallPerson[], identity: string) =>
  people.find((person) => person.identity === identity)?.name;
