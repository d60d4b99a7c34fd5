import { type RosterPerson, rosterOf } from '@/lib/appointments/roster';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** The people of a visit besides its reader. The front desk, which is on no roster, calls a visit by its patient. */
export function peopleBeside(reader: Pick<Actor, 'id' | 'role'>, appointment: AppointmentView): RosterPerson[] {
  const isNamed = ({ id, role }: RosterPerson) => (reader.role === 'admin' ? role === 'patient' : id !== reader.id);
  return rosterOf(appointment).filter(isNamed);
}
