'use client';

import { useTracks, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { MicOff, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Sending } from '@/components/call/devices/device-owner';
import css from './call.module.css';
import { Sign } from './pill';
import { arrow, CORNER, moveBy } from './place';

const SOURCES = [Track.Source.Camera];

interface SelfViewProps {
  microphone: Sending;
}

/** Oneself, small, to be moved out of the way by pointer or arrow keys; it stays inside the stage. */
export function SelfView({ microphone }: SelfViewProps) {
  const t = useTranslations('call.words.call');
  const [place, setPlace] = useState(CORNER);
  const from = useRef<{ x: number; y: number } | null>(null);
  const camera = useTracks(SOURCES).find(({ participant, publication }) => participant.isLocal && !publication.isMuted);
  const facing = camera?.publication.track?.mediaStreamTrack.getSettings().facingMode;

  const move = (element: HTMLElement, dx: number, dy: number) => {
    const stage = element.parentElement;
    if (!stage) return;
    const size = ({ clientWidth, clientHeight }: HTMLElement) => ({ width: clientWidth, height: clientHeight });
    setPlace((place) => moveBy(place, dx, dy, size(stage), size(element)));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = arrow(event.key);
    if (!by) return;
    event.preventDefault();
    move(event.currentTarget, ...by);
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    move(event.currentTarget, event.clientX - from.current.x, event.clientY - from.current.y);
    from.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerEnd = () => {
    from.current = null;
  };

  return (
    <button
      type="button"
      data-self
      className={`${css.self} cursor-move overflow-hidden rounded-m border-2 border-stage-line bg-[#29323a]`}
      style={{ '--x': place.x, '--y': place.y } as CSSProperties}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    >
      <span className="sr-only">{t('self')} </span>
      {camera ? (
        <VideoTrack
          trackRef={camera}
          className={`size-full object-cover ${facing === 'environment' ? '' : '-scale-x-100'}`}
        />
      ) : (
        <span className="grid size-full place-items-center">
          <VideoOff aria-hidden className="size-7" />
          <span className="sr-only">{t('yourCameraOff')}</span>
        </span>
      )}
      {microphone === 'off' && (
        <span className="absolute bottom-1.5 left-1.5 grid size-7 place-items-center rounded-full bg-[#4b1f29] text-[#ffc9cf]">
          <Sign icon={MicOff} text={t('youMuted')} />
        </span>
      )}
    </button>
  );
}
