'use client';

import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useLevel } from './use-level';

const BARS = Array.from({ length: 12 }, (_, index) => index / 12);

interface LevelMeterProps {
  track: MediaStreamTrack | null;
  label: string;
  /** What is said of it. */
  children?: ReactNode;
}

/** Bars that move with the microphone; nothing where the browser does not tell how loud it is. */
export function LevelMeter({ track, label, children }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null);
  const isTold = useLevel(track, meter);
  return (
    <div className="grid gap-1.5" hidden={!isTold}>
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
      {children}
    </div>
  );
}
