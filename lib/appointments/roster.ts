/** A visit's people, pure. Whoever is not on the roster of a visit is denied. Small: browsers load this file. */

export type RosterRole = 'patient' | 'doctor';

/** One of a visit's people as rules see them. `id` is the person's, and their identity in the call. */
export interface Party {
  readonly id: string;
  readonly role: RosterRole;
}

export interface RosterPerson extends Party {
  readonly name: string;
}

export type Roster = readonly RosterPerson[];

interface Named {
  id: string;
  name: string;
}

/** The roster of an appointment: its patient and the doctor who has it now. */
export const rosterOf = ({ patient, doctor }: { patient: Named; doctor: Named }): Roster => [
  { id: patient.id, name: patient.name, role: 'patient' },
  { id: doctor.id, name: doctor.name, role: 'doctor' },
];

/** The roster of an appointment's row, which knows no names. */
export const partiesOf = ({ patientId, doctorId }: { patientId: string; doctorId: string }): readonly Party[] => [
  { id: patientId, role: 'patient' },
  { id: doctorId, role: 'doctor' },
];

/** The person of a roster who has this id; null for everyone else. */
export const personOn = <P extends Party>(roster: readonly P[], id: string): P | null =>
  roster.find((person) => person.id === id) ?? null;
