'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import type { Answer } from '@/components/appointments/answer-buttons';
import { meanwhile } from '@/components/appointments/meanwhile';
import { reader } from '@/components/appointments/words';
import {
  completeAppointment,
  confirmAppointment,
  declineAppointment,
  markNoShow,
} from '@/lib/appointments/commands/answer';
import { answerProposal } from '@/lib/appointments/commands/move';
import type { Changed } from '@/lib/appointments/commands/write';
import { appointmentChange, appointmentId } from '@/lib/appointments/schema';
import { when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';

interface Request {
  id: string;
  revision: number;
  note?: string;
}

const COMMANDS: Record<Answer, (actor: Actor, request: Request) => Promise<Changed>> = {
  confirm: confirmAppointment,
  decline: declineAppointment,
  complete: completeAppointment,
  no_show: markNoShow,
  accept: (actor, request) => answerProposal(actor, request, true),
  keep: (actor, request) => answerProposal(actor, request, false),
};

/** A doctor's answer to one appointment, at the revision that they saw; says in words what came of it. */
export async function answerVisit(
  id: string,
  revision: number,
  answer: Answer,
  note: string,
): Promise<{ text: string }> {
  const actor = await pageActor('/requests');
  const t = await getTranslations('requests');
  const request = appointmentChange.safeParse({ revision, note: note || undefined });
  const subject = appointmentId.safeParse(id);
  if (!request.success || !subject.success || !Object.hasOwn(COMMANDS, answer)) return { text: t('failed') };
  const result = await COMMANDS[answer](actor, { ...request.data, id: subject.data });
  refresh();
  if (!result.ok) return { text: await meanwhile(actor, subject.data, result) };
  const { patient, startsAt } = result.appointment;
  const time = when(startsAt.getTime(), null, Date.now(), await reader(actor));
  return { text: t(`done.${answer}`, { who: patient.name, time }) };
}
