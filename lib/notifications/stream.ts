import { type AppointmentChanged, onChange } from '@/lib/adapters/changes';
import type { Actor } from '@/lib/platform/actor';

const HEARTBEAT_MS = 20_000;

/** True for a change that is the actor's business: of an appointment on whose roster they are, and of any at the front desk. */
export const concerns = (actor: Pick<Actor, 'id' | 'role'>, { people }: Pick<AppointmentChanged, 'people'>): boolean =>
  actor.role === 'admin' || people.includes(actor.id);

/**
 * Server-sent events for one actor: `changed` with the id and revision of an appointment that concerns them, `slots` with the doctor when
 * it is somebody else's or the doctor's hours changed (free times may have changed, which anyone signed in may see), `resync` at the
 * beginning and after every gap, when the page should look for itself, `ended` when the session has ended, and the stream with it. Nothing
 * in it tells more than that something changed.
 * @param holds asked at each heartbeat and whenever something may have been missed: whether the session still holds; when it does not, the
 *   stream ends
 * @param onEnd called once, when the stream has ended in whichever way
 */
export function streamFor(
  actor: Actor,
  holds: () => Promise<boolean>,
  signal: AbortSignal,
  onEnd: () => void = () => {},
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      const send = (event: string, data: object) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      const unlisten = onChange((change) => {
        if (!change) {
          send('resync', {});
          void look();
        } else if (change.of === 'session') {
          if (change.session === actor.session.id) over();
        } else if (change.of === 'hours') send('slots', { doctor: change.doctor });
        else if (concerns(actor, change)) send('changed', { id: change.id, revision: change.revision });
        else if (actor.role === 'patient') send('slots', { doctor: change.doctor });
      });
      const look = async () => {
        const held = await holds().catch(() => true);
        if (finished) return;
        if (held) controller.enqueue(encoder.encode(': still here\n\n'));
        else over();
      };
      const heartbeat = setInterval(look, HEARTBEAT_MS);
      let finished = false;
      const finish = () => {
        if (finished) return;
        finished = true;
        clearInterval(heartbeat);
        unlisten();
        onEnd();
        try {
          controller.close();
        } catch {
          // The browser was first.
        }
      };
      const over = () => {
        if (!finished) send('ended', {});
        finish();
      };
      stop = finish;
      signal.addEventListener('abort', finish, { once: true });
      send('resync', {});
      // Whoever asked may have gone before this began.
      if (signal.aborted) finish();
    },
    cancel: () => stop(),
  });
}
