import { endCallsOfPerson } from '@/lib/calls/commands';

export const endCallsOfPersonTask = ({ personId }: { personId: string }) => endCallsOfPerson(personId);
