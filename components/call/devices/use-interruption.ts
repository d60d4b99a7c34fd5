import { useRoomContext } from '@livekit/components-react';
import { RoomEvent, Track } from 'livekit-client';
import { useEffect, useState } from 'react';
import type { LocalTracks } from './local-tracks';

const EVENTS = [
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;
const SOURCES = { camera: Track.Source.Camera, microphone: Track.Source.Microphone } as const;
const PATIENCE = 2_000;

/** True while the system has taken camera or microphone away although the person wants them sent: an incoming phone call on iOS does. */
export function useInterruption(tracks: LocalTracks): boolean {
  const room = useRoomContext();
  const [interrupted, setInterrupted] = useState(false);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const taken = (device: 'camera' | 'microphone') => {
      const published = room.localParticipant.getTrackPublication(SOURCES[device]);
      const track = published?.track?.mediaStreamTrack;
      return tracks.wanted.get()[device] && track && (published.isMuted || track.readyState === 'ended' || track.muted);
    };
    const judge = () => setInterrupted(Boolean(taken('camera') || taken('microphone')));
    // Devices blink while they are switched; only what stays away is worth a word.
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(judge, PATIENCE);
    };
    const poll = setInterval(judge, 5_000);
    for (const event of EVENTS) room.on(event, look);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      clearInterval(poll);
      for (const event of EVENTS) room.off(event, look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [room, tracks]);

  return interrupted;
}
