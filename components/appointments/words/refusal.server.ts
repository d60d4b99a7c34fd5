import 'server-only';
import { getTranslations } from 'next-intl/server';
import { knownKey } from '@/components/ui/known-key';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import { listHistory } from '@/lib/appointments/queries/history';
import { date, inSentence, type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { Problem } from '@/lib/platform/problems';
import { reader } from './words';

/** What a person is told of a refusal: of a lost race what happened meanwhile, of a series which dates stand in the way (for `to`). */
export async function refusalText({ code, current, conflicts = [] }: Problem, to?: Reader): Promise<string> {
  const t = await getTranslations('problems');
  if (to && conflicts.length > 0) {
    const days = conflicts.map((instant) => date(Date.parse(instant), Date.now(), inSentence(to)));
    return t(knownKey(t, code, 'other'), { dates: new Intl.ListFormat(to.locale).format(days) });
  }
  if (code === 'appointment_changed') return t('changed', { status: current?.status ?? 'other' });
  return t(knownKey(t, code, 'other'), { dates: 'none' });
}

/** The same about one appointment: when someone else was faster, who it was and what they did. */
export async function meanwhileText(actor: Actor, id: string, problem: Problem): Promise<string> {
  if (problem.code !== 'appointment_changed') return refusalText(problem, await reader(actor));
  const [appointment, history] = await Promise.all([findManaged(actor, id), listHistory(actor, id)]);
  const last = history.at(-1);
  if (!appointment || !last) return refusalText(problem);
  return (await getTranslations('requests'))('meanwhile', {
    action: last.action,
    who: last.actor ?? '',
    patient: appointment.patient.name,
    doctor: appointment.doctor.name,
    time: when(appointment.startsAt.getTime(), null, Date.now(), inSentence(await reader(actor))),
  });
}
