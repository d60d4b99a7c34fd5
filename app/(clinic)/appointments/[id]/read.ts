import { notFound } from 'next/navigation';
import { cache } from 'react';
import { idOf } from '@/app/api/guard';
import { pageActor } from '@/app/page-actor';
import { findManaged } from '@/lib/appointments/queries/find-appointment';

/** The actor and the appointment that a page is about; 404 for whoever is neither a party nor the front desk. */
export const readAppointment = cache(async (id: string) => {
  const actor = await pageActor();
  const appointment = await findManaged(actor, idOf({ id }));
  if (!appointment) notFound();
  return { actor, appointment };
});
