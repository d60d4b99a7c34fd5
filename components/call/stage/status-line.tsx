'use client';

import { useRoomContext } from '@livekit/components-react';
import { ConnectionQuality } from 'livekit-client';
import { Headphones, type LucideIcon, Play, RotateCw, Volume2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useMemo } from 'react';
import type { ControlsState, Trouble } from '@/components/call/controls/controls';
import { useInterruption } from '@/components/call/devices/use-interruption';
import { present } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useStore } from '@/components/call/session/use-store';
import { Announcement } from './announcement';
import css from './call.module.css';
import type { DeviceTrouble } from './device-trouble';
import { useNews } from './use-news';
import { usePlaybackBlocked } from './use-playback-blocked';
import { useSpeakingMuted } from './use-speaking-muted';

interface StatusLineProps extends Pick<CallProps, 'me' | 'roster'> {
  call: CallRoom;
  link: Link;
  state: ControlsState;
  /** Draws the trouble with a device; undefined while its code is on its way. */
  Trouble: typeof DeviceTrouble | undefined;
  /** What would not start just now, and how it can be said to be known. */
  trouble: Trouble | null;
  onTrouble: (what: Trouble) => void;
  onCloseTrouble: () => void;
  /** Minutes to the end of the time for this call, when it is time to say so. */
  closing: number | null;
  onOpenChat: () => void;
}

/** One line between the stage and the controls: it has its own room, so that no word covers a face. */
export const StatusLine = memo(function StatusLine(props: StatusLineProps) {
  const { call, me, roster, link, state, Trouble, trouble, onTrouble, onCloseTrouble, closing, onOpenChat } = props;
  const t = useTranslations('call.words.call');
  const room = useRoomContext();
  const blocked = usePlaybackBlocked(room);
  const interrupted = useInterruption(call.tracks.media);
  const offer = useStore(call.tracks.media.offer);
  const people = usePeople(call, roster);
  const here = useMemo(() => present(people), [people]);
  const news = useNews(here, link)
    .map((item) => (item.kind === 'restored' ? t('restored') : t(item.kind, { name: item.name })))
    .join(' ');
  const missing = useStore(call.reception.store);
  const { track } = useStore(call.tracks.media.microphone.store);
  const speaking = useSpeakingMuted(link !== 'connecting' && state.microphone === 'off' ? track : null);
  const standing = [
    ...here.flatMap(({ identity, name, quality, hand, sharing }) => [
      !missing.has(identity) && quality === ConnectionQuality.Lost && t('lost', { name }),
      hand && t('handRaised', { name }),
      sharing && t('sharing', { name }),
    ]),
    state.microphone === 'off' && t('youMuted'),
    state.camera === 'off' && t('yourCameraOff'),
    state.sharing && t('youSharing'),
    state.hand && t('youHand'),
  ].filter((text) => text !== false);
  return (
    // What is empty takes no room and is still there: a screen reader reads what comes in an element, seldom what comes with it.
    <div
      className={`${css.status} flex min-h-9 flex-wrap items-center justify-center gap-x-4 gap-y-1 px-4 py-1 text-center text-[15px] [&>p:empty]:absolute`}
    >
      <Announcement call={call} me={me} roster={roster} isRead={state.panel === 'chat'} onOpen={onOpenChat} />
      {Trouble && (
        <Trouble
          media={call.tracks.media}
          people={here}
          shown={trouble === 'device'}
          onTrouble={onTrouble}
          onClose={onCloseTrouble}
        />
      )}
      <Act
        icon={blocked === 'picture' ? Play : Volume2}
        text={blocked && t(`blocked.${blocked}.text`)}
        label={t(`blocked.${blocked ?? 'sound'}.act`)}
        onClick={() => void Promise.allSettled([room.startAudio(), room.startVideo()])}
      />
      <Act
        icon={Headphones}
        text={offer && t('newMicrophone', { name: offer.label })}
        label={t('useIt')}
        onClick={() => void call.tracks.media.takeOffer()}
      />
      <Act
        icon={RotateCw}
        text={interrupted && t('interrupted')}
        label={t('resume')}
        onClick={() => void call.tracks.media.reopen()}
      />
      <p role="status">{closing && t('closing', { minutes: closing })}</p>
      <p role="status">
        {/* What is seen comes before what the SFU says of it, and stays as long as it is so. */}
        {link === 'up' &&
          here
            .flatMap(({ identity, name }) => {
              const what = missing.get(identity);
              return what ? [t(`missing.${what}`, { name })] : [];
            })
            .join(' ')}
      </p>
      <p role="status">{speaking && t('speakingMuted')}</p>
      <p role="status">{trouble && trouble !== 'device' ? t(`trouble.${trouble}`) : news}</p>
      <p role="status" className="text-on-stage-2">
        {standing.join(' · ')}
      </p>
    </div>
  );
});

interface ActProps {
  icon: LucideIcon;
  /** Nothing: it is not so. */
  text: string | null | false;
  label: string;
  onClick: () => void;
}

/** What is so, read out as it comes, and beside it what can be done about it. */
function Act({ icon: Icon, text, label, onClick }: ActProps) {
  return (
    <div className={text ? 'flex flex-wrap items-center justify-center gap-2' : 'absolute'}>
      <p role="status">{text}</p>
      {text && (
        <button
          type="button"
          onClick={onClick}
          className="inline-flex min-h-11 items-center gap-2 rounded-m bg-[#fdf0d2] px-4 font-semibold text-[#3b2e12]"
        >
          <Icon aria-hidden className="size-5" />
          {label}
        </button>
      )}
    </div>
  );
}
