'use client';

import { useAudioPlayback, useRoomContext } from '@livekit/components-react';
import { type LucideIcon, RotateCw, Volume2 } from 'lucide-react';
import type { LocalTracks } from '@/components/call/devices/local-tracks';
import { useInterruption } from '@/components/call/devices/use-interruption';
import type { CallWords } from '@/components/call/words';
import css from './call.module.css';

interface StatusLineProps {
  tracks: LocalTracks;
  /** What just happened. */
  news: string;
  /** What holds until it is changed: muted, sharing, hand raised. */
  standing: string[];
  words: CallWords['call'];
}

/** One line between the stage and the controls: it has its own room, so that no word covers a face. */
export function StatusLine({ tracks, news, standing, words }: StatusLineProps) {
  const room = useRoomContext();
  const { canPlayAudio } = useAudioPlayback();
  const interrupted = useInterruption(tracks);
  return (
    <div
      className={`${css.status} flex min-h-9 flex-wrap items-center justify-center gap-x-4 gap-y-1 px-4 py-1 text-center text-[15px]`}
    >
      {!canPlayAudio && (
        <Act
          icon={Volume2}
          text={words.soundBlocked}
          label={words.turnOnSound}
          onClick={() => void room.startAudio().catch(() => {})}
        />
      )}
      {interrupted && (
        <Act
          icon={RotateCw}
          text={words.interrupted}
          label={words.resume}
          onClick={() => void tracks.resume().catch(() => {})}
        />
      )}
      <p role="status">{news || <span className="text-on-stage-2">{standing.join(' · ')}</span>}</p>
    </div>
  );
}

function Act({
  icon: Icon,
  text,
  label,
  onClick,
}: {
  icon: LucideIcon;
  text: string;
  label: string;
  onClick: () => void;
}) {
  return (
    <p className="flex flex-wrap items-center justify-center gap-2">
      {text}
      <button
        type="button"
        onClick={onClick}
        className="inline-flex min-h-11 items-center gap-2 rounded-m bg-[#fdf0d2] px-4 font-semibold text-[#3b2e12]"
      >
        <Icon aria-hidden className="size-5" />
        {label}
      </button>
    </p>
  );
}
