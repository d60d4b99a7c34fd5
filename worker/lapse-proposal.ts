import { lapseProposal } from '@/lib/appointments/commands/by-the-clock';

export const lapseProposalTask = ({ appointmentId }: { appointmentId: string }) =>
  lapseProposal(appointmentId, new Date());
