'use client';

import { type TrackReference, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import css from './call.module.css';
import { CUT } from './frame';
import { useFrame } from './use-frame';
import { MOST, useZoom } from './use-zoom';

/** The screen that somebody shares: as large as fits, enlarged by buttons, keys, a double tap or two fingers, and then moved by scrolling. */
export function SharedScreen({ track, label }: { track: TrackReference; label: string }) {
  const t = useTranslations('call.words.call');
  const area = useRef<HTMLDivElement>(null);
  const box = useFrame(area, CUT.screen);
  const { zoom, scroller, zoomBy } = useZoom();
  return (
    <div className={css.screen}>
      <div ref={area} className="relative min-h-0 min-w-0">
        <section
          ref={scroller}
          aria-label={label}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
          className="absolute inset-0 flex touch-pan-x touch-pan-y overflow-auto [scrollbar-width:none]"
        >
          <VideoTrack
            trackRef={track}
            aria-hidden
            data-remote={Track.Source.ScreenShare}
            className="m-auto max-w-none shrink-0"
            style={box ? { width: box.width * zoom, height: box.height * zoom } : undefined}
          />
        </section>
      </div>
      <div className={css.zoom}>
        <Zoom icon={ZoomOut} label={t('zoomOut')} disabled={zoom <= 1} onClick={() => zoomBy(1 / 1.5)} />
        <Zoom icon={ZoomIn} label={t('zoomIn')} disabled={zoom >= MOST} onClick={() => zoomBy(1.5)} />
        <Zoom icon={Maximize2} label={t('zoomFit')} disabled={zoom <= 1} onClick={() => zoomBy(0)} />
      </div>
    </div>
  );
}

interface ZoomProps {
  icon: typeof ZoomIn;
  label: string;
  disabled: boolean;
  onClick: () => void;
}

/** It keeps the focus where there is nothing more to do, and says so. */
const Zoom = ({ icon: Icon, label, disabled, onClick }: ZoomProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={disabled}
    onClick={onClick}
    className="grid size-11 place-items-center rounded-(--radius-s) bg-stage-2 hover:bg-stage-line aria-disabled:opacity-50"
  >
    <Icon aria-hidden className="size-5.5" />
  </button>
);
