import { changeHandler } from '@/app/api/respond';
import { moveAppointment } from '@/lib/appointments/commands/move';
import { appointmentMove } from '@/lib/appointments/schema/move';

export const POST = changeHandler(appointmentMove, moveAppointment);
