import { type RemoteTrack, type Room, RoomEvent, Track, TrackEvent } from 'livekit-client';

type Waited = Pick<Room, 'on' | 'off' | 'remoteParticipants'>;

/**
 * Resolves once a picture of somebody moves, or the connection is over; at once where no picture is on its way. Never rejects.
 * @param patience milliseconds after which it resolves in any case
 */
export async function firstPicture(room: Waited, patience: number): Promise<void> {
  const cameras = [...room.remoteParticipants.values()]
    .map((participant) => participant.getTrackPublication(Track.Source.Camera))
    .filter((camera) => camera !== undefined && !camera.isMuted);
  if (cameras.length === 0) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      room.off(RoomEvent.TrackSubscribed, follow).off(RoomEvent.Disconnected, done);
      resolve();
    };
    const follow = (track: RemoteTrack) => {
      if (track.source !== Track.Source.Camera) return;
      const moves = track.attachedElements.some(({ readyState }) => readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
      if (moves) done();
      else track.once(TrackEvent.VideoPlaybackStarted, done);
    };
    const timer = setTimeout(done, patience);
    room.on(RoomEvent.TrackSubscribed, follow).on(RoomEvent.Disconnected, done);
    for (const camera of cameras) if (camera?.track) follow(camera.track as RemoteTrack);
  });
}
