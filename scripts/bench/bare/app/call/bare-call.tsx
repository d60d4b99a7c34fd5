'use client';

import { createLocalTracks, type LocalTrack, Room, RoomEvent, Track } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';

/** The least that makes a call: devices open, token in hand; a click connects, publishes and shows the other side. */
export function BareCall({ serverUrl, token }: { serverUrl: string; token: string }) {
  const [tracks, setTracks] = useState<LocalTrack[]>();
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    const resolution = { width: 1280, height: 720 };
    void createLocalTracks({ audio: true, video: { resolution } }).then(setTracks);
  }, []);

  async function join() {
    const room = new Room();
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === Track.Kind.Video && video.current) track.attach(video.current);
      else track.attach();
    });
    addEventListener('pagehide', () => void room.disconnect());
    await room.connect(serverUrl, token);
    for (const track of tracks ?? []) void room.localParticipant.publishTrack(track);
  }

  return (
    <main>
      <button type="button" disabled={!tracks} onClick={() => void join()}>
        Join
      </button>
      <video ref={video} data-remote="camera" autoPlay playsInline muted width={1280} height={720} />
    </main>
  );
}
