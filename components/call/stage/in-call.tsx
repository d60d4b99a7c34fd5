'use client';

import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '@/components/appointments/clock/server-clock';
import type { Trouble } from '@/components/call/controls/controls';
import { Dock, Extras } from '@/components/call/controls/dock';
import { useControls } from '@/components/call/controls/use-controls';
import { useParts } from '@/components/call/controls/use-parts';
import { CallUs } from '@/components/call/endings/call-us';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useSelected } from '@/components/call/session/use-store';
import { joinSpan } from '@/lib/appointments/policy';
import { personOn } from '@/lib/appointments/roster';
import { Announcement } from './announcement';
import css from './call.module.css';
import { SelfView } from './self-view';
import { Stage } from './stage';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { useCallLock } from './use-call-lock';
import { useClosing } from './use-closing';
import { useReturn } from './use-return';
import { useWakeLock } from './use-wake-lock';

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
  const { call, link, roster, me, onLeave } = props;
  const screen = useRef<HTMLElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // Who has twenty visits a day learns keys; who has one presses them by slip.
  const keysByDefault = personOn(roster, me.id)?.role === 'doctor';
  const { state, actions, keys, close } = useControls({ call, leave: onLeave, onTrouble: setTrouble, keysByDefault });
  const shares = useSelected(call.participants.store, (states) =>
    states.some(({ local, sharing }) => sharing && !local),
  );
  const parts = useParts(state.panel !== null || shares);
  const [showsSelf, setShowsSelf] = useState(() => call.tracks.media.choices().self ?? true);
  const closing = useClosing(joinSpan(props.appointment, props.window).closesAt, serverNow);
  const showSelf = (self: boolean) => {
    call.tracks.media.memory.choose({ self });
    setShowsSelf(self);
  };
  const onFailed = useCallback(() => setTrouble('setting'), []);

  useCallLock(props.appointmentId, link !== 'connecting', call.yieldTo);
  useWakeLock();
  // The button that was pressed is gone, and the focus with it.
  useEffect(() => screen.current?.focus(), []);
  useReturn(call.hurry);
  useEffect(() => {
    // How to allow a device stands until it is read.
    if (!trouble || trouble === 'device') return;
    const timer = setTimeout(() => setTrouble(null), 8_000);
    return () => clearTimeout(timer);
  }, [trouble]);

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
        call={call}
        roster={roster}
        clinic={props.clinic}
        now={serverNow}
        expanded={state.panel === 'details'}
        onDetails={() => actions.open('details')}
      />
      <Stage
        call={call}
        roster={roster}
        Screen={parts?.SharedScreen}
        self={(still) => showsSelf && <SelfView microphone={state.microphone} still={still} />}
      >
        {link !== 'up' && <Cover link={link} phone={props.clinic.phone} />}
      </Stage>
      {parts && state.panel === 'chat' && <parts.ChatPanel call={call} me={me} roster={roster} onClose={close} />}
      {parts && state.panel === 'details' && <parts.DetailsPanel {...props} onClose={close} />}
      {parts && state.panel === 'more' && (
        <parts.MorePanel
          tracks={call.tracks}
          keys={keys}
          self={{ shown: showsSelf, show: showSelf }}
          onFailed={onFailed}
          onClose={close}
        >
          <Extras state={state} actions={actions} />
        </parts.MorePanel>
      )}
      <StatusLine
        call={call}
        roster={roster}
        link={link}
        state={state}
        closing={closing}
        trouble={trouble}
        onCloseTrouble={() => setTrouble(null)}
      >
        <Announcement
          call={call}
          me={me}
          roster={roster}
          isRead={state.panel === 'chat'}
          onOpen={() => actions.open('chat')}
        />
      </StatusLine>
      <Dock state={state} actions={actions} />
    </main>
  );
}

/** Over the stage while there is no connection; the controls stay in reach. */
function Cover({ link, phone }: { link: Link; phone: string | null }) {
  const t = useTranslations('call.words.call');
  return (
    <div
      role="status"
      className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-[rgb(18_16_25/0.86)] p-6 text-center"
    >
      <span aria-hidden className="size-9 animate-spin rounded-full border-4 border-stage-line border-t-on-stage" />
      <p className="text-xl font-semibold">{t(link === 'connecting' ? 'connecting' : 'restoring')}</p>
      {link === 'restoring' && <CallUs phone={phone} />}
    </div>
  );
}
