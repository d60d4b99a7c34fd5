'use client';

import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '@/components/appointments/clock/server-clock';
import { DetailsPanel } from '@/components/call/controls/details-panel';
import { Dock, Extras } from '@/components/call/controls/dock';
import { MorePanel } from '@/components/call/controls/more-panel';
import { useControls } from '@/components/call/controls/use-controls';
import { ChatPanel } from '@/components/call/conversation/chat-panel';
import { CallUs } from '@/components/call/endings/call-us';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useStore } from '@/components/call/session/use-store';
import css from './call.module.css';
import { SelfView } from './self-view';
import { Stage } from './stage';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { useAnnouncement } from './use-announcement';
import { useCallLock } from './use-call-lock';
import { useNews } from './use-news';
import { useOther, useOtherLost, useOtherScreen } from './use-people';
import { useReturn } from './use-return';
import { useWakeLock } from './use-wake-lock';

export type PanelName = 'chat' | 'more' | 'details';

interface InCallProps extends CallProps {
  call: CallRoom;
  link: Link;
  onLeave: () => void;
}

/**
 * The call itself. RoomContext alone rather than LiveKitRoom around it: that component connects, publishes and disconnects by React's
 * clock, and would be a second owner of the connection beside CallRoom.
 */
export function InCall(props: InCallProps) {
  return (
    <RoomContext.Provider value={props.call.room}>
      <CallScreen {...props} />
      <RoomAudioRenderer />
    </RoomContext.Provider>
  );
}

function CallScreen(props: InCallProps) {
  const { call, link, words, other: name, me, onLeave } = props;
  const { conversation, tracks } = call;
  const screen = useRef<HTMLElement>(null);
  const [trouble, setTrouble] = useState('');
  const onTrouble = useCallback(
    (what: 'device' | 'share') => setTrouble(what === 'share' ? words.call.shareFailed : words.call.deviceFailed),
    [words],
  );
  const { state, actions, close } = useControls(call, onLeave, onTrouble);
  const present = useOther() !== undefined;
  const otherShares = useOtherScreen();
  const otherLost = useOtherLost();
  const { since, otherHand } = useStore(conversation.store);
  const news = useNews(present, link, words.call);
  const announcement = useAnnouncement(conversation, me.id, words.chat.announce);

  useCallLock(props.appointmentId, link !== 'connecting', call.yieldTo);
  useWakeLock();
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => screen.current?.focus(), []);
  useReturn(call.hurry);
  useEffect(() => {
    if (!trouble) return;
    const timer = setTimeout(() => setTrouble(''), 8_000);
    return () => clearTimeout(timer);
  }, [trouble]);

  const standing = [
    otherLost && words.call.otherLost,
    otherHand && words.call.otherHand,
    otherShares && words.call.otherSharing,
    !state.microphone && words.call.youMuted,
    state.sharing && words.call.youSharing,
    state.hand && words.call.youHand,
  ].filter((text): text is string => Boolean(text));

  return (
    <main
      id="main"
      ref={screen}
      tabIndex={-1}
      className={css.call}
      data-call-state={link === 'up' ? 'in_call' : link}
      data-panel={state.panel}
    >
      <TopBar
        name={name}
        since={since}
        now={serverNow}
        words={words}
        expanded={state.panel === 'details'}
        onDetails={() => actions.open('details')}
      />
      <Stage conversation={conversation} name={name} words={words.call}>
        <SelfView microphone={state.microphone} words={words.call} />
        {link !== 'up' && <Cover link={link} words={words} phone={props.clinic.phone} />}
      </Stage>
      {state.panel === 'chat' && (
        <ChatPanel conversation={conversation} me={me.id} other={name} words={words.chat} onClose={close} />
      )}
      {state.panel === 'details' && <DetailsPanel {...props} onClose={close} />}
      {state.panel === 'more' && (
        <MorePanel tracks={tracks} words={words} onFailed={() => onTrouble('device')} onClose={close}>
          <Extras state={state} actions={actions} words={words} />
        </MorePanel>
      )}
      <StatusLine tracks={tracks} news={trouble || news} standing={standing} words={words.call} />
      <Dock state={state} actions={actions} words={words} />
      <p className="sr-only" aria-live="polite">
        {announcement}
      </p>
    </main>
  );
}

/** Over the stage while there is no connection; the controls stay in reach. */
function Cover({ link, words, phone }: { link: Link; words: CallProps['words']; phone: string | null }) {
  return (
    <div
      role="status"
      className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-[rgb(18_16_25/0.86)] p-6 text-center"
    >
      <span aria-hidden className="size-9 animate-spin rounded-full border-4 border-stage-line border-t-on-stage" />
      <p className="text-xl font-semibold">{link === 'connecting' ? words.call.connecting : words.call.restoring}</p>
      {link === 'restoring' && <CallUs phone={phone} text={words.callUs} />}
    </div>
  );
}
