import { endCallOfPerson } from '@/lib/calls/commands';

export const endCallOfPersonTask = ({ appointmentId, personId }: { appointmentId: string; personId: string }) =>
  endCallOfPerson(appointmentId, personId);
