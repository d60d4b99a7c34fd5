import { type Room, RoomEvent } from 'livekit-client';
import { useCallback, useSyncExternalStore } from 'react';

const read = (room: Room) => (room.canPlaybackVideo ? (room.canPlaybackAudio ? null : 'sound') : 'picture');

/** What the browser plays only after a press: the sound, or, as an iPhone that saves power, the picture too; null: it plays everything. */
export function usePlaybackBlocked(room: Room): 'sound' | 'picture' | null {
  const subscribe = useCallback(
    (onChange: () => void) => {
      room.on(RoomEvent.AudioPlaybackStatusChanged, onChange).on(RoomEvent.VideoPlaybackStatusChanged, onChange);
      return () =>
        void room
          .off(RoomEvent.AudioPlaybackStatusChanged, onChange)
          .off(RoomEvent.VideoPlaybackStatusChanged, onChange);
    },
    [room],
  );
  return useSyncExternalStore(
    subscribe,
    () => read(room),
    () => null,
  );
}
