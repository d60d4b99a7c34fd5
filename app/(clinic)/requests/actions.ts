'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { idOf } from '@/app/api/guard';
import { pageActor } from '@/app/page-actor';
import type { Answer, AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { meanwhileText, refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import { knownKey } from '@/components/ui/known-key';
import {
  completeAppointment,
  confirmAppointment,
  declineAppointment,
  markNoShow,
} from '@/lib/appointments/commands/answer';
import { answerProposal } from '@/lib/appointments/commands/move';
import type { Changed } from '@/lib/appointments/commands/write';
import { appointmentChange, type Scope } from '@/lib/appointments/schema/change';
import { inSentence, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { refuse } from '@/lib/platform/problems';
import { textOf } from '@/lib/platform/schema';

interface Request {
  id: string;
  revision: number;
  note?: string;
  scope?: Scope;
}

const COMMANDS: Record<Answer, (actor: Actor, request: Request, now: Date) => Promise<Changed>> = {
  confirm: confirmAppointment,
  decline: declineAppointment,
  complete: completeAppointment,
  no_show: markNoShow,
  accept: (actor, request, now) => answerProposal(actor, request, true, now),
  keep: (actor, request, now) => answerProposal(actor, request, false, now),
};

/** Carries out a doctor's answer to one appointment, at the revision that they saw; its text says what came of it. */
export const answerVisit: AnswerVisit = async (id, answer, input) => {
  const known = idOf({ id });
  const actor = await pageActor();
  const request = appointmentChange.safeParse(input);
  if (!request.success || !Object.hasOwn(COMMANDS, textOf(answer))) {
    return { ok: false, text: await refusalText(refuse('invalid_request')) };
  }
  const result = await COMMANDS[answer](actor, { ...request.data, id: known }, new Date());
  refresh();
  if (!result.ok) return { ok: false, text: await meanwhileText(actor, known, result) };
  const { patient, startsAt } = result.appointment;
  const [t, to] = await Promise.all([getTranslations('requests'), reader(actor)]);
  const time = when(startsAt.getTime(), null, Date.now(), inSentence(to));
  const count = result.series?.length ?? 1;
  const one = `done.${answer}` as const;
  const said = count > 1 ? knownKey(t, `doneAll.${answer}`, one) : one;
  return { ok: true, text: t(said, { who: patient.name, count, time }) };
};
