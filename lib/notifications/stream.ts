import { type AppointmentChanged, onChange } from '@/lib/adapters/changes';
import type { Actor } from '@/lib/platform/actor';

const HEARTBEAT_MS = 20_000;

/** Whether a change is any of the actor's business: a party's own appointments, and all of them at the front desk. */
export function concerns(actor: Pick<Actor, 'id' | 'role'>, { doctor, patient }: AppointmentChanged): boolean {
  return actor.role === 'admin' || actor.id === doctor || actor.id === patient;
}

/**
 * Server-sent events for one actor: `changed` with the id and revision of an appointment of theirs, `slots` with the doctor when it is
 * somebody else's or the doctor's hours changed (free times may have changed, which anyone signed in may see), `resync` at the beginning and after every gap, when
 * the page should look for itself. Nothing in it tells more than that something changed.
 * @param holds asked at each heartbeat: whether the session still holds; when it does not, the stream ends
 */
export function streamFor(
  actor: Actor,
  holds: () => Promise<boolean>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (event: string, data: object) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      const unlisten = onChange((change) => {
        if (!change) send('resync', {});
        else if (change.of === 'hours') send('slots', { doctor: change.doctor });
        else if (concerns(actor, change)) send('changed', { id: change.id, revision: change.revision });
        else if (actor.role === 'patient') send('slots', { doctor: change.doctor });
      });
      const heartbeat = setInterval(async () => {
        if (await holds().catch(() => true)) controller.enqueue(encoder.encode(': still here\n\n'));
        else finish();
      }, HEARTBEAT_MS);
      let finished = false;
      const finish = () => {
        if (finished) return;
        finished = true;
        clearInterval(heartbeat);
        unlisten();
        try {
          controller.close();
        } catch {
          // The browser was first.
        }
      };
      stop = finish;
      signal.addEventListener('abort', finish, { once: true });
      send('resync', {});
    },
    cancel: () => stop(),
  });
}
