import { z } from 'zod';
import { scope } from '@/lib/appointments/schema/change';
import { twice } from '@/lib/appointments/schema/twice';
import { instantInput, revisionInput } from '@/lib/platform/schema';

/** Body of POST /api/appointments/<id>/reschedule. With a scope the others move by as much, on the doctor's clock and calendar. */
export const appointmentMove = z.object({
  revision: revisionInput,
  scope: scope.default('one'),
  twice,
  startsAt: instantInput,
});
