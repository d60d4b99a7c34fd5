import 'server-only';
import { getTranslations } from 'next-intl/server';
import { scopeChoices } from '@/components/appointments/words/series-words.server';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';
import { type ActionItem, ActionList, type ActionName, type Run } from './action-list';
import type { AnswerVisit } from './answer-buttons';
import { availableActions } from './available';

const LOOKS: Partial<Record<ActionName, ActionItem['look']>> = {
  confirm: 'button-ok',
  accept: 'button-ok',
  decline: 'button-danger',
  cancel: 'button-danger',
};
const BUSY = {
  confirm: 'confirming',
  decline: 'declining',
  accept: 'accepting',
  keep: 'keeping',
  complete: 'completing',
  no_show: 'noShowing',
  move: 'move',
  cancel: 'canceling',
} as const;

interface ActionsProps {
  appointment: AppointmentView;
  actor: Actor;
  /** Milliseconds since the epoch. */
  now: number;
  answer: AnswerVisit;
  cancel: Run;
}

/** What the actor can do to an appointment now. */
export async function Actions({ appointment, actor, now, answer, cancel }: ActionsProps) {
  const [t, problems, series, scopes] = await Promise.all([
    getTranslations('appointment'),
    getTranslations('problems'),
    getTranslations('series.scope'),
    scopeChoices(actor, appointment, now),
  ]);
  const patient = appointment.patient.name;
  const other = actor.role === 'patient' ? shortName(appointment.doctor.name) : patient;
  const question = { note: t('noteLabel'), noteHint: t('noteHint', { other }), back: t('keepVisit') };
  const asks: Partial<Record<ActionName, ActionItem['ask']>> = {
    decline: { ...question, title: t('declineTitle'), text: t('declineText', { patient }), go: t('decline') },
    cancel: { ...question, title: t('cancelTitle'), text: t('cancelText'), go: t('cancel') },
  };
  const items = availableActions(appointment, actor.role, now).map((name) => ({
    name,
    label: t(name === 'no_show' ? 'noShow' : name),
    busy: t(BUSY[name]),
    look: LOOKS[name] ?? '',
    ask: asks[name],
    href: name === 'move' ? `/appointments/${appointment.id}/move` : undefined,
  }));
  return (
    <ActionList
      id={appointment.id}
      revision={appointment.revision}
      label={t('actions')}
      items={items}
      answer={answer}
      cancel={cancel}
      unreachable={problems('unreachable')}
      // What is said of a visit that has begun is said of that one only.
      scopes={items.some(({ name }) => name !== 'complete' && name !== 'no_show') ? scopes : []}
      scopeLegend={series('legend')}
    />
  );
}
