'use client';

import { RoomAudioRenderer, RoomContext } from '@livekit/components-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '@/components/appointments/clock/server-clock';
import type { Trouble } from '@/components/call/controls/controls';
import { Dock } from '@/components/call/controls/dock';
import { useControls } from '@/components/call/controls/use-controls';
import { useParts } from '@/components/call/controls/use-parts';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useSelected } from '@/components/call/session/use-store';
import { joinSpan } from '@/lib/appointments/policy';
import { personOn } from '@/lib/appointments/roster';
import css from './call.module.css';
import { Stage } from './stage';
import { StatusLine } from './status-line';
import { TopBar } from './top-bar';
import { useClosing } from './use-closing';
import { WhileIn } from './while-in';

interface InCallProps extends CallProps {
  call: CallRoom;
  /** null: nobody has joined yet, and it stands ready out of sight. */
  link: Link | null;
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
  const { call, roster, me, onLeave } = props;
  const link = props.link ?? 'connecting';
  const screen = useRef<HTMLElement>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // Who has twenty visits a day learns keys; who has one presses them by slip.
  const keysByDefault = personOn(roster, me.id)?.role === 'doctor';
  const { state, actions, keys, shortcuts, close } = useControls({
    call,
    leave: onLeave,
    onTrouble: setTrouble,
    keysByDefault,
  });
  const shares = useSelected(call.participants.store, (states) =>
    states.some(({ local, sharing }) => sharing && !local),
  );
  const parts = useParts({ isIn: props.link !== null, wanted: state.panel !== null || shares || trouble === 'device' });
  const [showsSelf, setShowsSelf] = useState(() => call.tracks.media.choices().self ?? true);
  const closing = useClosing(joinSpan(props.appointment, props.window).closesAt, serverNow);
  const showSelf = (self: boolean) => {
    call.tracks.media.memory.choose({ self });
    setShowsSelf(self);
  };
  const onFailed = useCallback(() => setTrouble('setting'), []);
  const closeTrouble = useCallback(() => setTrouble(null), []);
  const openDetails = useCallback(() => actions.open('details'), [actions]);
  const openChat = useCallback(() => actions.open('chat'), [actions]);

  useEffect(() => {
    // How to allow a device stands until it is read.
    if (!trouble || trouble === 'device') return;
    const timer = setTimeout(() => setTrouble(null), 8_000);
    return () => clearTimeout(timer);
  }, [trouble]);

  return (
    <main
      id={props.link ? 'main' : undefined}
      ref={screen}
      tabIndex={-1}
      className={css.call}
      data-call-state={props.link === 'up' ? 'in_call' : props.link}
      data-panel={state.panel}
      inert={!props.link}
    >
      {props.link && <WhileIn {...props} link={props.link} screen={screen} shortcuts={shortcuts} />}
      <TopBar
        call={call}
        roster={roster}
        now={serverNow}
        expanded={state.panel === 'details'}
        onDetails={openDetails}
      />
      <Stage
        call={call}
        roster={roster}
        Screen={parts?.SharedScreen}
        showsSelf={showsSelf}
        camera={state.camera}
        microphone={state.microphone}
        link={link}
        phone={props.clinic.phone}
      />
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
          <parts.Extras state={state} actions={actions} />
        </parts.MorePanel>
      )}
      <StatusLine
        call={call}
        roster={roster}
        link={link}
        state={state}
        closing={closing}
        Trouble={parts?.DeviceTrouble}
        trouble={trouble}
        onTrouble={setTrouble}
        onCloseTrouble={closeTrouble}
        me={me}
        onOpenChat={openChat}
      />
      <Dock state={state} actions={actions} />
    </main>
  );
}
