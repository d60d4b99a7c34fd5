import 'server-only';
import { joinTimes, standing } from '@/components/appointments/words/words';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import type { Reader } from '@/lib/appointments/when';
import { settings } from '@/lib/platform/settings';
import { JoinArea } from './join-area';

interface JoinProps {
  appointment: AppointmentView;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
  /** Path of the page to come back to. */
  from: string;
  /** Id of the element that says whose appointment it is. */
  describedBy: string;
  /** Fewer words and smaller targets, for the page of a doctor. */
  dense?: boolean;
  /** Says also that the button comes by itself, where there is room. */
  announced?: boolean;
}

/** The way into the call or the sentence in its place. */
export async function Join({ appointment, reader, now, dense = false, announced = false, ...place }: JoinProps) {
  const sentence = await standing(appointment, now, dense);
  if (sentence === '') return null;
  if (sentence !== null) return <p className="text-ink-2">{sentence}</p>;
  return (
    <JoinArea
      appointmentId={appointment.id}
      appointment={joinable(appointment)}
      window={settings().joinWindow}
      renderedAt={now}
      times={joinTimes(appointment, now, reader)}
      {...{ dense, announced, ...place }}
    />
  );
}
