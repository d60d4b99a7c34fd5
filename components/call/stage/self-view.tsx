'use client';

import { useTracks, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Sending } from '@/components/call/devices/device-owner';
import css from './call.module.css';
import { Sign } from './pill';
import { arrow, CORNER, moveBy, nextCorner } from './place';

const SOURCES = [Track.Source.Camera];
/** Pixels by which a finger moves that only wants to press. */
const SLIP = 6;

interface SelfViewProps {
  camera: Sending;
  microphone: Sending;
  /** In a row with other pictures, where it stays. */
  still: boolean;
}

const LOOK = 'overflow-hidden rounded-m border-2 border-stage-line bg-[#29323a]';

/** Oneself, small: a press moves it to the next corner, the pointer and arrow keys anywhere; it stays inside the stage. */
export function SelfView({ still, ...own }: SelfViewProps) {
  const t = useTranslations('call.words.call');
  const [place, setPlace] = useState(CORNER);
  const from = useRef<{ x: number; y: number; moved: number } | null>(null);
  const dragged = useRef(false);

  if (still) {
    return (
      <div data-self className={`${css.face} relative ${LOOK}`}>
        <span className="sr-only">{t('selfStill')} </span>
        {/* So small that the status line says in words what the signs mean. */}
        <OwnPicture {...own} still />
      </div>
    );
  }

  const move = (element: HTMLElement, dx: number, dy: number) => {
    const stage = element.closest('section');
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
    from.current = { x: event.clientX, y: event.clientY, moved: 0 };
    dragged.current = false;
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    const [dx, dy] = [event.clientX - from.current.x, event.clientY - from.current.y];
    const moved = from.current.moved + Math.hypot(dx, dy);
    dragged.current ||= moved > SLIP;
    move(event.currentTarget, dx, dy);
    from.current = { x: event.clientX, y: event.clientY, moved };
  };
  const onPointerEnd = () => {
    from.current = null;
  };
  const onClick = () => {
    if (!dragged.current) setPlace(nextCorner);
    dragged.current = false;
  };

  return (
    <button
      type="button"
      data-self
      className={`${css.self} cursor-move ${LOOK}`}
      style={{ '--x': place.x, '--y': place.y } as CSSProperties}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
    >
      <span className="sr-only">{t('self')} </span>
      <OwnPicture {...own} />
    </button>
  );
}

function OwnPicture({ camera, microphone, still = false }: Omit<SelfViewProps, 'still'> & { still?: boolean }) {
  const t = useTranslations('call.words');
  const sent = useTracks(SOURCES).find(({ participant, publication }) => participant.isLocal && !publication.isMuted);
  const facing = sent?.publication.track?.mediaStreamTrack.getSettings().facingMode;
  return (
    <>
      {sent ? (
        <VideoTrack
          trackRef={sent}
          className={`size-full object-cover ${facing === 'environment' ? '' : '-scale-x-100'}`}
        />
      ) : (
        <span className="grid size-full place-content-center justify-items-center gap-1 p-1 text-center">
          {camera === 'off' ? <VideoOff aria-hidden className="size-7" /> : <Video aria-hidden className="size-7" />}
          <span className={`${css.caption} text-[15px] leading-tight ${still ? 'sr-only' : ''}`}>
            {t(camera === 'off' ? 'call.yourCameraOff' : 'prejoin.starting')}
          </span>
        </span>
      )}
      {microphone === 'off' && (
        <span className="absolute top-1.5 left-1.5 grid size-7 place-items-center rounded-full bg-[#4b1f29] text-[#ffc9cf]">
          <Sign icon={MicOff} text={t('call.youMuted')} />
        </span>
      )}
    </>
  );
}
