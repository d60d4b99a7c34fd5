import { useMemo } from 'react';
import type { CallRoom } from '@/components/call/session/room';
import { useSelected, useStore } from '@/components/call/session/use-store';
import type { Roster } from '@/lib/appointments/roster';
import { type CallPerson, people } from './people';

/** The people of a call as they are now. */
export function usePeople({ participants, conversation }: CallRoom, roster: Roster): readonly CallPerson[] {
  const states = useStore(participants.store);
  const hands = useSelected(conversation.store, ({ hands }) => hands);
  return useMemo(() => people(roster, states, hands), [roster, states, hands]);
}
