'use client';

import { Ellipsis, Hand, MessageSquare, Mic, MicOff, MonitorUp, Phone, Video, VideoOff } from 'lucide-react';
import css from '@/components/call/stage/call.module.css';
import type { PanelName } from '@/components/call/stage/in-call';
import { type CallWords, fill } from '@/components/call/words';
import { Control } from './control';

export interface DockState {
  microphone: boolean;
  camera: boolean;
  sharing: boolean;
  hand: boolean;
  unread: number;
  panel: PanelName | null;
}

export interface DockActions {
  toggleMicrophone: () => void;
  toggleCamera: () => void;
  toggleShare: () => void;
  toggleHand: () => void;
  open: (panel: PanelName) => void;
  leave: () => void;
}

interface DockProps {
  state: DockState;
  actions: DockActions;
  words: CallWords;
}

export function Dock({ state, actions, words }: DockProps) {
  const { dock } = words;
  const { microphone, camera, unread, panel } = state;
  return (
    <nav className={css.dock} aria-label={words.call.controls}>
      <Control
        icon={microphone ? Mic : MicOff}
        label={microphone ? dock.mute : dock.unmute}
        tone={microphone ? undefined : 'off'}
        onClick={actions.toggleMicrophone}
      />
      <Control
        icon={camera ? Video : VideoOff}
        label={camera ? dock.stopCamera : dock.startCamera}
        tone={camera ? undefined : 'off'}
        onClick={actions.toggleCamera}
      />
      <Extras state={state} actions={actions} words={words} wide />
      <Control
        icon={MessageSquare}
        label={dock.chat}
        name={unread > 0 ? fill(dock.chatUnread, unread) : undefined}
        badge={unread}
        expanded={panel === 'chat'}
        onClick={() => actions.open('chat')}
      />
      <Control icon={Ellipsis} label={dock.more} expanded={panel === 'more'} onClick={() => actions.open('more')} />
      <Control icon={Phone} label={dock.leave} tone="leave" onClick={actions.leave} />
    </nav>
  );
}

/** Sharing and the raised hand: in the dock where there is room, under More on a phone. */
export function Extras({ state, actions, words, wide }: DockProps & { wide?: boolean }) {
  const { dock } = words;
  const canShare = typeof navigator.mediaDevices.getDisplayMedia === 'function';
  return (
    <>
      {canShare && (
        <Control
          icon={MonitorUp}
          label={state.sharing ? dock.stopShare : dock.share}
          tone={state.sharing ? 'on' : undefined}
          wide={wide}
          onClick={actions.toggleShare}
        />
      )}
      <Control
        icon={Hand}
        label={state.hand ? dock.lower : dock.raise}
        tone={state.hand ? 'on' : undefined}
        wide={wide}
        onClick={actions.toggleHand}
      />
    </>
  );
}
