import { notFound, permanentRedirect } from 'next/navigation';
import { appointmentOfRoom } from '@/lib/appointments/policy';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Leads an older link to the call's page, which is where it is decided who may see it: this looks nothing up. */
export function toCall(id: string | null): never {
  if (!id || !ID.test(id)) notFound();
  permanentRedirect(`/appointments/${id}/call`);
}

export const toCallOfRoom = (room: string): never => toCall(appointmentOfRoom(room));
