import type { CallRoom } from '@/components/call/session/room';
import { useSelected } from '@/components/call/session/use-store';
import type { ParticipantState } from './participants';

const self = (states: readonly ParticipantState[]) => states.find(({ local }) => local);

/** Quality of the connection of the person here. */
export const useMyQuality = ({ participants }: CallRoom) =>
  useSelected(participants.store, (states) => self(states)?.quality ?? 'unknown');
