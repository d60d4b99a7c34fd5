import { changeHandler } from '@/app/api/respond';
import { cancelAppointment } from '@/lib/appointments/commands/answer';
import { appointmentChange } from '@/lib/appointments/schema/change';

export const POST = changeHandler(appointmentChange, cancelAppointment);
