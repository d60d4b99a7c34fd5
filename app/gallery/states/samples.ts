import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** People and visits that the gallery shows. Long names, as people have them: what fits with these fits. */

export const DAY = 24 * 60 * 60_000;
const MINUTE = 60_000;

export const DOCTOR = {
  id: '0198f2a0-0000-7000-8000-000000000001',
  name: 'Dr Margarethe von Hohenstein-Schillingsfürst',
  zone: 'Europe/Berlin',
  specialty: 'Cardiology',
};
export const PATIENT = {
  id: '0198f2a0-0000-7000-8000-000000000002',
  name: 'Guadalupe Fernández de la Vega y Montemayor',
  zone: 'America/Mexico_City',
};
export const CLINIC = { name: 'Hillside Clinic', phone: '+44 20 7946 0000', address: '1 Hill Street, London' };

/** Nobody signed in: the gallery shows what the real one would see, and has nothing of the database. */
export const actorOf = (role: Actor['role']): Actor =>
  ({ ...(role === 'patient' ? PATIENT : DOCTOR), role, locale: null }) as Partial<Actor> as Actor;

let made = 0;

/** A visit of the two. `inMs`: from now to its start. */
export function appointment(about: Partial<AppointmentView> & { inMs?: number } = {}): AppointmentView {
  const { inMs = DAY, ...more } = about;
  const startsAt = new Date(Math.ceil((Date.now() + inMs) / (10 * MINUTE)) * 10 * MINUTE);
  made = (made + 1) % 1000;
  return {
    id: `0198f2a0-0000-7000-8000-000000001${String(made).padStart(3, '0')}`,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 50 * MINUTE),
    visitType: 'video',
    status: 'confirmed',
    reason: 'Palpitations in the evening, mostly after climbing stairs; electroencephalography was suggested elsewhere',
    revision: 1,
    proposedStartsAt: null,
    proposedEndsAt: null,
    closingNote: null,
    updatedAt: new Date(),
    seriesId: null,
    doctor: DOCTOR,
    patient: PATIENT,
    ...more,
  };
}
