import { changeHandler } from '@/app/api/respond';
import { handOverAppointment } from '@/lib/appointments/commands/hand-over';
import { appointmentHandOver } from '@/lib/appointments/schema/hand-over';

export const POST = changeHandler(appointmentHandOver, handOverAppointment);
