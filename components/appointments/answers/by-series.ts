import type { AppointmentView } from '@/lib/appointments/views/select';

/** An appointment that waits for an answer, and the others of its series that wait for the same one. */
interface Question {
  first: AppointmentView;
  others: AppointmentView[];
}

/** Appointments that wait, as questions: a series is one question, asked by the first of its visits. */
export function bySeries(requests: readonly AppointmentView[]): Question[] {
  const groups = Map.groupBy(requests, ({ id, seriesId, status }) => (seriesId ? `${seriesId} ${status}` : id));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}
