import type { AppointmentView } from '@/lib/appointments/views/select';
import { listHours } from '@/lib/availability/queries/doctors';
import { takenTimes } from '@/lib/availability/queries/taken';
import { byClock, withinHours } from '@/lib/availability/within-hours';

/** A doctor who could have some appointments instead, and what stands against it. */
export interface Candidate {
  id: string;
  name: string;
  specialty: string;
  /** Ids of those at whose time the doctor has another visit. */
  taken: string[];
  /** Ids of those that lie outside the doctor's hours. */
  outside: string[];
}

/** Everyone else whom appointments of this doctor could be handed to: first those of the same specialty. */
export async function findCandidates(
  { id: from, specialty }: { id: string; specialty: string },
  visits: AppointmentView[],
): Promise<Candidate[]> {
  const doctors = (await listHours()).filter(({ id }) => id !== from);
  const ids = visits.map(({ id }) => id);
  const taken = await takenTimes(
    doctors.map(({ id }) => id),
    ids,
  );
  // Many doctors share a clock, and reading it is what takes long.
  const times = new Map([...new Set(doctors.map(({ zone }) => zone))].map((zone) => [zone, timesIn(zone, visits)]));
  const candidates = doctors.map(({ id, name, zone, hours, ...doctor }) => ({
    id,
    name,
    specialty: doctor.specialty,
    taken: taken.filter((time) => time.doctorId === id && time.kind === 'visit').map((time) => time.id),
    outside: (times.get(zone) ?? [])
      .filter(({ time, type }) => !withinHours(hours, time, type))
      .map((visit) => visit.id),
  }));
  const other = (candidate: Candidate) => Number(candidate.specialty !== specialty);
  return candidates.sort((a, b) => other(a) - other(b));
}

const timesIn = (zone: string, visits: AppointmentView[]) =>
  visits.map(({ id, startsAt, endsAt, visitType }) => ({
    id,
    type: visitType,
    time: byClock({ start: startsAt.getTime(), end: endsAt.getTime() }, zone),
  }));
