'use client';

import { type CSSProperties, useRef } from 'react';
import { useLevel } from './use-level';

const BARS = Array.from({ length: 12 }, (_, index) => index / 12);

/** Bars that move with the microphone. */
export function LevelMeter({ track, label }: { track: MediaStreamTrack | null; label: string }) {
  const meter = useRef<HTMLDivElement>(null);
  useLevel(track, meter);
  return (
    <div ref={meter} role="img" aria-label={label} className="flex gap-1" style={{ '--level': 0 } as CSSProperties}>
      {BARS.map((at) => (
        <span key={at} className="relative h-2 flex-1 overflow-hidden rounded-full bg-line">
          <span
            className="absolute inset-0 rounded-full bg-[#2f9e6a]"
            style={{ opacity: `clamp(0, (var(--level) - ${at}) * 100, 1)` }}
          />
        </span>
      ))}
    </div>
  );
}
