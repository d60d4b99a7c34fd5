import { expireAppointment } from '@/lib/appointments/commands/by-the-clock';

export const expireAppointmentTask = ({ appointmentId }: { appointmentId: string }) =>
  expireAppointment(appointmentId, new Date());
