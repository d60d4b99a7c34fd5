import { useRoomContext } from '@livekit/components-react';
import type { Room, RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';

/** A value read off the room whenever one of the events (a constant list) comes. `read` answers what Object.is can compare. */
export function useRoomValue<T>(events: readonly RoomEvent[], read: (room: Room) => T): T {
  const room = useRoomContext();
  const subscribe = useCallback(
    (changed: () => void) => {
      for (const event of events) room.on(event, changed);
      return () => {
        for (const event of events) room.off(event, changed);
      };
    },
    [room, events],
  );
  return useSyncExternalStore(subscribe, () => read(room));
}
