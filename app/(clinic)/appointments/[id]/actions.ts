'use server';

import { refresh } from 'next/cache';
import type { ZodType } from 'zod';
import { idOf } from '@/app/api/guard';
import { pageActor } from '@/app/page-actor';
import type { Run } from '@/components/appointments/answers/action-list';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { MoveInput } from '@/components/booking/move-form';
import type { TypedMove } from '@/components/booking/typed-move-form';
import { readTypedTime } from '@/components/booking/typed-time';
import type { TypedSent } from '@/components/booking/use-typed-form';
import type { Sent } from '@/components/ui/use-send';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { moveAppointment } from '@/lib/appointments/commands/move';
import type { Changed } from '@/lib/appointments/commands/write';
import { findManaged } from '@/lib/appointments/queries/find-appointment';
import { appointmentChange } from '@/lib/appointments/schema/change';
import { appointmentMove } from '@/lib/appointments/schema/move';
import type { Actor } from '@/lib/platform/actor';
import { refuse } from '@/lib/platform/problems';

type Command<Input> = (actor: Actor, input: Input & { id: string }, now: Date) => Promise<Changed>;

/** Runs a command for the proven actor with its parsed input; a refusal comes back in words, and the page shows the state that it left. */
async function act<Input>(id: string, input: unknown, schema: ZodType<Input>, command: Command<Input>): Promise<Sent> {
  const known = idOf({ id });
  const actor = await pageActor();
  const asked = schema.safeParse(input);
  if (!asked.success) return { ok: false, text: await refusalText(refuse('invalid_request')) };
  const result = await command(actor, { ...asked.data, id: known }, new Date());
  refresh();
  return result.ok ? { ok: true } : { ok: false, text: await refusalText(result, await reader(actor)) };
}

/** Calls a visit off, with a note. Either party's and the front desk's. */
export const cancelVisit: Run = async (id, input) => act(id, input, appointmentChange, cancelAppointment);

/** Moves a visit or, for a patient whose visit is confirmed, asks for it; leads back to its page. */
export async function moveVisit(id: string, input: MoveInput): Promise<Sent> {
  let proposed = false;
  let several = false;
  const sent = await act(id, input, appointmentMove, async (actor, move, now) => {
    const result = await moveAppointment(actor, move, now);
    proposed = result.ok && result.appointment.startsAt.getTime() !== move.startsAt.getTime();
    several = result.ok && (result.series?.length ?? 1) > 1;
    return result;
  });
  if (!sent.ok) return sent;
  return {
    ok: true,
    href: `/appointments/${idOf({ id })}?done=${proposed ? 'proposed' : 'moved'}${several ? '_series' : ''}`,
  };
}

/** Moves a visit to a time typed by the doctor's clock, which may stand outside the hours. The doctor's and the front desk's. */
export async function moveVisitTo(id: string, typed: TypedMove): Promise<TypedSent> {
  const known = idOf({ id });
  const actor = await pageActor();
  const appointment = actor.role === 'patient' ? null : await findManaged(actor, known);
  if (!appointment) return { ok: false, text: await refusalText(refuse('appointment_not_found')) };
  const { revision, scope, date, time, meant } = Object(typed);
  const read = await readTypedTime({ date, time, meant }, appointment.doctor.zone);
  if (!read.ok) return { ...read, field: 'time' };
  return moveVisit(known, { revision, scope, startsAt: new Date(read.instant).toISOString() });
}
