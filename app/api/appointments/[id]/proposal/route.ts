import { changeHandler } from '@/app/api/respond';
import { answerProposal } from '@/lib/appointments/commands/move';
import { proposalAnswer } from '@/lib/appointments/schema/change';

export const POST = changeHandler(proposalAnswer, (actor, { accept, ...request }, now) =>
  answerProposal(actor, request, accept, now),
);
