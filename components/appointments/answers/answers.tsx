import 'server-only';
import { getTranslations } from 'next-intl/server';
import { seriesWords } from '@/components/appointments/words/series-words.server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { type Answer, type AnswerAll, AnswerButtons, type AnswerVisit } from './answer-buttons';
import { availableActions } from './available';

/** What a doctor may answer at `now` (milliseconds since the epoch), in the order of the buttons. Moving and canceling have their page. */
export const answersFor = (appointment: AppointmentView, now: number): Answer[] =>
  availableActions(appointment, 'doctor', now).filter((name) => name !== 'move' && name !== 'cancel');

interface AnswersProps {
  appointment: AppointmentView;
  actor: Actor;
  now: number;
  send: AnswerVisit;
  /** Id of what keeps the focus afterwards, where the appointment stays on the page. */
  focus?: string;
  /** It stands for all of its series that wait, and is answered for all unless someone says otherwise. */
  forAll?: boolean;
}

/** The buttons of a doctor for one appointment; nothing when there is nothing to answer. */
export async function Answers({ appointment, actor, now, send, focus, forAll = false }: AnswersProps) {
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
      all={await answerAll(actor, appointment, now, forAll)}
      send={send}
      words={{ reason: t('reasonFor', { who }), decline: t('answer.decline'), back: t('back'), failed: t('failed') }}
      focus={focus}
    />
  );
}

/** The same answers for all of a series that wait for them; null when there are no others. */
async function answerAll(
  actor: Actor,
  appointment: AppointmentView,
  now: number,
  atFirst: boolean,
): Promise<AnswerAll | null> {
  const answers = answersFor(appointment, now);
  const series = await seriesWords(actor, appointment);
  const alike = series?.visits.filter((visit) => answersFor(visit, now)[0] === answers[0]) ?? [];
  // One visit at a time is over.
  if (alike.length < 2 || answers.includes('complete')) return null;
  const t = await getTranslations('requests');
  const count = alike.length;
  const choices = answers.map((answer) => {
    const label = t('answerAll', { answer, count });
    return { answer, label, name: t('answerName', { answer: label, who: appointment.patient.name }) };
  });
  return { label: t('forAll', { count }), atFirst, choices };
}
