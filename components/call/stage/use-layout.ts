import { useMemo } from 'react';
import type { ParticipantState, Participants } from '@/components/call/people/participants';
import { useStore } from '@/components/call/session/use-store';
import { type Layout, layout } from './layout';

function draw(states: readonly ParticipantState[], speaker: string | null): Layout {
  const here = states.filter((state) => state.here && !state.local);
  const sharing = here.filter((state) => state.sharing);
  const identities = (states: readonly ParticipantState[]) => states.map(({ identity }) => identity);
  return layout({ here: identities(here), sharing: identities(sharing), speaker, pinned: null });
}

/** The layout at this moment, also for those who cannot wait for React. */
export const readLayout = ({ store, speaker }: Participants) => draw(store.get(), speaker.get());

export function useLayout({ store, speaker }: Participants): Layout {
  const states = useStore(store);
  const speaking = useStore(speaker);
  return useMemo(() => draw(states, speaking), [states, speaking]);
}
