import 'server-only';
import { seriesOf } from '@/components/appointments/words/series-words.server';
import { reader } from '@/components/appointments/words/words';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { type Answer, type AnswerAll, AnswerButtons, type AnswerVisit } from './answer-buttons';
import { availableActions } from './available';

/** A doctor's answers to an appointment at `now` (milliseconds), in the order of the buttons. Moving and canceling have their page. */
export const answersFor = (appointment: AppointmentView, now: number): Answer[] =>
  availableActions(appointment, 'doctor', now).filter((name) => name !== 'move' && name !== 'cancel');

interface AnswersProps {
  appointment: AppointmentView;
  actor: Actor;
  now: number;
  send: AnswerVisit;
  /** Id of what keeps the focus afterwards, where the appointment stays on the page. */
  focus?: string;
  /** The appointment stands for all of its series that wait, and is answered for all unless someone says otherwise. */
  forAll?: boolean;
}

/** The buttons of a doctor for one appointment; nothing when there is nothing to answer. */
export async function Answers({ appointment, actor, now, send, focus, forAll = false }: AnswersProps) {
  const answers = answersFor(appointment, now);
  if (answers.length === 0) return null;
  return (
    <AnswerButtons
      // Another revision is another question: a reason begun for the one before would answer the wrong one.
      key={appointment.revision}
      id={appointment.id}
      revision={appointment.revision}
      patient={appointment.patient.name}
      when={when(appointment.startsAt.getTime(), null, now, inSentence(await reader(actor)))}
      answers={answers}
      all={await answerAll(actor, appointment, now, forAll)}
      send={send}
      focus={focus}
    />
  );
}

/** One answer for all of a series that wait for it; null when there are no others. */
async function answerAll(
  actor: Actor,
  appointment: AppointmentView,
  now: number,
  atFirst: boolean,
): Promise<AnswerAll | null> {
  const answers = answersFor(appointment, now);
  const series = await seriesOf(actor, appointment);
  const count = series?.visits.filter((visit) => answersFor(visit, now)[0] === answers[0]).length ?? 0;
  // One visit at a time is over.
  return count < 2 || answers.includes('complete') ? null : { count, atFirst };
}
