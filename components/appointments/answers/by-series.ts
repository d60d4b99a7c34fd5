import type { AppointmentView } from '@/lib/appointments/views/select';

/** What waits for one answer: an appointment, and the others of its series that wait for the same. */
interface Question {
  first: AppointmentView;
  others: AppointmentView[];
}

/** A series that waits is one question, asked by the first of its visits. */
export function bySeries(requests: readonly AppointmentView[]): Question[] {
  const groups = Map.groupBy(requests, ({ id, seriesId, status }) => (seriesId ? `${seriesId} ${status}` : id));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}
