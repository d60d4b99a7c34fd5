import { changeHandler } from '@/app/api/respond';
import { declineAppointment } from '@/lib/appointments/commands/answer';
import { appointmentChange } from '@/lib/appointments/schema/change';

export const POST = changeHandler(appointmentChange, declineAppointment);
