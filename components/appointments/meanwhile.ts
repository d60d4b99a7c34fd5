import { getTranslations } from 'next-intl/server';
import { findManaged, listHistory } from '@/lib/appointments/queries';
import { when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { Problem } from '@/lib/platform/problems';
import { reader } from './words';

/** Why an answer was refused: when someone else was faster, who it was and what they did. */
export async function meanwhile(actor: Actor, id: string, { code }: Problem): Promise<string> {
  const t = await getTranslations('requests');
  if (code === 'slot_taken') return t('refused.taken');
  if (code === 'appointment_over') return t('refused.over');
  if (code === 'too_early') return t('refused.early');
  if (code !== 'appointment_changed') return t('failed');
  const [appointment, history] = await Promise.all([findManaged(actor, id), listHistory(actor, id)]);
  const last = history.at(-1);
  if (!appointment || !last) return t('failed');
  return t('meanwhile', {
    action: last.action,
    who: last.actor ?? '',
    patient: appointment.patient.name,
    time: when(appointment.startsAt.getTime(), null, Date.now(), await reader(actor)),
  });
}
