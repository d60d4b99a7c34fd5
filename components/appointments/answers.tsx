import { getTranslations } from 'next-intl/server';
import type { AppointmentView } from '@/lib/appointments/views';
import { type Answer, AnswerButtons, type AnswerVisit } from './answer-buttons';
import { availableActions } from './available';

/** What a doctor may answer at `now` (milliseconds since the epoch), in the order of the buttons. Moving and canceling have their page. */
export const answersFor = (appointment: AppointmentView, now: number): Answer[] =>
  availableActions(appointment, 'doctor', now).filter((name) => name !== 'move' && name !== 'cancel');

interface AnswersProps {
  appointment: AppointmentView;
  now: number;
  send: AnswerVisit;
  /** Id of what keeps the focus afterwards, where the appointment stays on the page. */
  focus?: string;
}

/** The buttons of a doctor for one appointment; nothing when there is nothing to answer. */
export async function Answers({ appointment, now, send, focus }: AnswersProps) {
  const t = await getTranslations('requests');
  const answers = answersFor(appointment, now);
  if (answers.length === 0) return null;
  const who = appointment.patient.name;
  return (
    <AnswerButtons
      // Another revision is another question: a reason begun for the one before would answer the wrong one.
      key={appointment.revision}
      id={appointment.id}
      revision={appointment.revision}
      choices={answers.map((answer) => ({
        answer,
        label: t(`answer.${answer}`),
        name: t('answerName', { answer: t(`answer.${answer}`), who }),
      }))}
      send={send}
      words={{ reason: t('reasonFor', { who }), decline: t('answer.decline'), back: t('back'), failed: t('failed') }}
      focus={focus}
    />
  );
}
