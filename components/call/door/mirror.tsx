'use client';

import { useEffect, useRef } from 'react';

/** The own picture before the call, as a mirror shows it. */
export function Mirror({ track, label }: { track: MediaStreamTrack; label: string }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video
      ref={video}
      aria-label={label}
      autoPlay
      playsInline
      muted
      className="absolute inset-0 size-full -scale-x-100 object-cover"
    />
  );
}
