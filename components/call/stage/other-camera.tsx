'use client';

import { useRoomContext } from '@livekit/components-react';
import { type Room, RoomEvent, Track, type VideoTrack } from 'livekit-client';
import { useLayoutEffect, useRef } from 'react';
import { CUT } from './frame';
import { useFrame } from './use-frame';

const TELLING = [
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.Disconnected,
] as const;

/** The other's camera, while there is a picture to show. */
function cameraOf(room: Room): VideoTrack | undefined {
  for (const participant of room.remoteParticipants.values()) {
    const publication = participant.getTrackPublication(Track.Source.Camera);
    if (publication?.videoTrack && !publication.isMuted) return publication.videoTrack;
  }
}

interface OtherCameraProps {
  name: string;
  hidden: boolean;
}

/**
 * The other's face on the stage. The element is there before the picture: whoever joins sees the other as soon as the track comes, and not
 * when React has drawn all that comes with it. It lies over what stands on the stage meanwhile.
 */
export function OtherCamera({ name, hidden }: OtherCameraProps) {
  const room = useRoomContext();
  const area = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const box = useFrame(area, CUT.camera);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    let shown: VideoTrack | undefined;
    const show = () => {
      const track = cameraOf(room);
      if (track === shown) return;
      shown?.detach(element);
      shown = track;
      track?.attach(element);
      element.style.visibility = track ? 'visible' : 'hidden';
    };
    for (const event of TELLING) room.on(event, show);
    show();
    return () => {
      for (const event of TELLING) room.off(event, show);
      shown?.detach(element);
    };
  }, [room]);

  return (
    <div ref={area} hidden={hidden} className="absolute inset-0 grid place-items-center [&[hidden]]:hidden">
      <video
        ref={video}
        aria-label={name}
        data-remote="camera"
        autoPlay
        playsInline
        muted
        className="invisible size-full object-cover"
        style={box ?? undefined}
      />
    </div>
  );
}
