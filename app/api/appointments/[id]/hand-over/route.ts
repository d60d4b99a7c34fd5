import { changeHandler } from '@/app/api/respond';
import { handOverAppointment } from '@/lib/appointments/commands/hand-over';
import { appointmentHandOver } from '@/lib/appointments/schema/change';

export const POST = changeHandler(appointmentHandOver, handOverAppointment);
