'use client';

import { type TrackReference, useTracks, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { Hand, MicOff } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import type { Conversation } from '@/components/call/conversation/conversation';
import { useStore } from '@/components/call/session/use-store';
import type { CallWords } from '@/components/call/words';
import { initials } from '@/components/ui/names';
import css from './call.module.css';
import { CUT } from './frame';
import { OtherCamera } from './other-camera';
import { Pill, Sign } from './pill';
import { useFrame } from './use-frame';
import { useOther, useOtherCamera, useOtherMicrophone } from './use-people';

const SOURCES = [Track.Source.Camera, Track.Source.ScreenShare];

interface StageProps {
  conversation: Conversation;
  /** Name of the other party, there or not. */
  name: string;
  words: CallWords['call'];
  children: ReactNode;
}

/** The other person, as large as fits; their screen instead while they share it, and then their face small beside it. */
export function Stage({ conversation, name, words, children }: StageProps) {
  const other = useOther();
  const microphone = useOtherMicrophone();
  const camera = useOtherCamera();
  const { otherHand } = useStore(conversation.store);
  const theirs = useTracks(SOURCES).filter(
    ({ participant, publication }) => participant === other && !publication.isMuted,
  );
  const screen = theirs.find(({ source }) => source === Track.Source.ScreenShare);
  const face = theirs.find(({ source }) => source === Track.Source.Camera);

  return (
    <section
      className={`${css.stage} relative mx-4 overflow-hidden rounded-(--radius-l) bg-[linear-gradient(#2c2740,#1d1a28)] max-[45rem]:mx-3`}
      aria-label={words.picture}
    >
      {screen && <Picture key={screen.publication.trackSid} track={screen} name={words.screen} />}
      {other && !screen && !face && <NoPicture name={name} text={camera ? words.connecting : words.otherCameraOff} />}
      {!other && <Waiting words={words} name={name} />}
      <OtherCamera name={words.picture} hidden={screen !== undefined} />
      {screen && face && (
        <div className="absolute top-3 right-3 aspect-video w-40 overflow-hidden rounded-m border-2 border-stage-line max-[45rem]:w-28">
          <VideoTrack trackRef={face} aria-label={words.picture} className="size-full object-cover" />
        </div>
      )}
      {other && (
        <div className={`${css.tag} pointer-events-none absolute bottom-3 left-3`}>
          <Pill>
            <span className="line-clamp-2 py-1 leading-tight [overflow-wrap:anywhere]">{name}</span>
            {!microphone && <Sign icon={MicOff} text={words.otherMuted} />}
            {/* Said in words on the status line. */}
            {otherHand && <Hand aria-hidden className="size-4 shrink-0" />}
          </Pill>
        </div>
      )}
      {children}
    </section>
  );
}

function Picture({ track, name }: { track: TrackReference; name: string }) {
  const area = useRef<HTMLDivElement>(null);
  const box = useFrame(area, CUT.screen);
  return (
    <div ref={area} className="absolute inset-0 grid place-items-center">
      <VideoTrack
        trackRef={track}
        aria-label={name}
        data-remote={track.source}
        className="size-full object-cover"
        style={box ?? undefined}
      />
    </div>
  );
}

function NoPicture({ name, text }: { name: string; text: string }) {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-4 p-4 text-center">
      <span aria-hidden className="grid size-28 place-items-center rounded-full bg-stage-line text-4xl font-bold">
        {initials(name)}
      </span>
      <p className="text-on-stage-2">{text}</p>
    </div>
  );
}

function Waiting({ words, name }: { words: CallWords['call']; name: string }) {
  return (
    <div className="grid h-full place-content-center justify-items-center gap-3 p-6 pb-36 text-center">
      <span aria-hidden className="grid size-24 place-items-center rounded-full bg-stage-line text-3xl font-bold">
        {initials(name)}
      </span>
      <p className="text-xl font-semibold">{words.waiting}</p>
      <p className="max-w-sm text-on-stage-2">{words.waitingHint}</p>
    </div>
  );
}
