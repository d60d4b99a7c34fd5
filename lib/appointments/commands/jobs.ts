import type { Tx } from '@/lib/adapters/database';
import { addJob } from '@/lib/adapters/jobs';

/** Ends the call of an appointment now, whoever is in it. */
export const closeRoomNow = (tx: Tx, id: string) =>
  addJob(tx, 'close_room', { appointmentId: id }, { key: `close_room:${id}` });

/** Lets a request lapse at its start if nobody has answered it by then. */
export const expireAt = (tx: Tx, id: string, startsAt: Date) =>
  addJob(tx, 'expire_appointment', { appointmentId: id }, { key: `expire:${id}`, runAt: startsAt });

/** Lets a proposed time lapse if nobody has answered it by `runAt`. */
export const lapseAt = (tx: Tx, id: string, runAt: Date) =>
  addJob(tx, 'lapse_proposal', { appointmentId: id }, { key: `lapse:${id}`, runAt });
