'use client';

import { useRoomContext } from '@livekit/components-react';
import { type Room, RoomEvent, Track, type VideoTrack } from 'livekit-client';
import { useLayoutEffect, useRef } from 'react';
import type { Participants } from '@/components/call/people/participants';
import { CUT } from './frame';
import { large } from './layout';
import { useFrame } from './use-frame';
import { readLayout } from './use-layout';

const TELLING = [
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.Disconnected,
] as const;

/** Somebody's camera, while there is a picture to show. */
function cameraOf(room: Room, identity: string | undefined): VideoTrack | undefined {
  if (identity === undefined) return;
  const publication = room.remoteParticipants.get(identity)?.getTrackPublication(Track.Source.Camera);
  return publication?.isMuted ? undefined : publication?.videoTrack;
}

interface CameraViewProps {
  participants: Participants;
  /** Its place among the large pictures of the layout. */
  index: number;
  label: string | undefined;
  hidden: boolean;
  /** Told whether a frame of it is there to be seen. */
  onFrames: (there: boolean) => void;
}

/**
 * A face on the stage. The element is there before the picture: whoever joins sees the face as soon as the track comes, and not when React
 * has drawn all that comes with it; so the layout is read past React as well. It lies over everything that stands on the stage meanwhile.
 */
export function CameraView({ participants, index, label, hidden, onFrames }: CameraViewProps) {
  const room = useRoomContext();
  const area = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const box = useFrame(area, CUT.camera);

  useLayoutEffect(() => {
    const element = video.current;
    if (!element) return;
    let shown: VideoTrack | undefined;
    const show = () => {
      const track = cameraOf(room, large(readLayout(participants))[index]);
      if (track === shown) return;
      shown?.detach(element);
      shown = track;
      track?.attach(element);
      element.style.visibility = track ? 'visible' : 'hidden';
    };
    const stops = [participants.store.subscribe(show), participants.speaker.subscribe(show)];
    for (const event of TELLING) room.on(event, show);
    show();
    const look = () => onFrames(element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA);
    element.addEventListener('loadeddata', look);
    element.addEventListener('emptied', look);
    return () => {
      element.removeEventListener('loadeddata', look);
      element.removeEventListener('emptied', look);
      for (const stop of stops) stop();
      for (const event of TELLING) room.off(event, show);
      shown?.detach(element);
    };
  }, [room, participants, index, onFrames]);

  return (
    <div ref={area} hidden={hidden} className="absolute inset-0 grid place-items-center [&[hidden]]:hidden">
      <video
        ref={video}
        aria-label={label}
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
