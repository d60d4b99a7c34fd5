import 'server-only';
import { getTranslations } from 'next-intl/server';
import { clockSentences, standing } from '@/components/appointments/words/words';
import { type AppointmentView, joinable } from '@/lib/appointments/views/select';
import type { Reader } from '@/lib/appointments/when';
import { settings } from '@/lib/platform/settings';
import { JoinArea } from './join-area';

interface JoinProps {
  appointment: AppointmentView;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
  from: string;
  /** Id of the element that says whose appointment it is. */
  describedBy: string;
  /** Fewer words and smaller targets, for the page of a doctor. */
  dense?: boolean;
  /** Said after the time of opening, where there is room. */
  hint?: string;
}

/** The way into the call or the sentence in its place. */
export async function Join({ appointment, reader, now, from, describedBy, dense = false, hint }: JoinProps) {
  const t = await getTranslations('appointments');
  const style = dense ? 'week.sentence' : 'appointments.sentence';
  const sentence = await standing(appointment, now, style);
  if (sentence === '') return null;
  if (sentence !== null) return <p className="text-ink-2">{sentence}</p>;
  const sentences = await clockSentences(appointment, now, reader, style);
  return (
    <JoinArea
      appointmentId={appointment.id}
      appointment={joinable(appointment)}
      window={settings().joinWindow}
      renderedAt={now}
      from={from}
      describedBy={describedBy}
      labels={{ join: t(dense ? 'videoCall' : 'join'), joining: t('joining'), inCall: t('inCall') }}
      sentences={hint ? { ...sentences, too_early: `${sentences.too_early}. ${hint}` } : sentences}
      small={dense}
    />
  );
}
