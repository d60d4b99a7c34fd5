'use client';

import { Ellipsis, Hand, MessageSquare, Mic, MicOff, MonitorUp, Phone, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import css from '@/components/call/stage/call.module.css';
import { Control } from './control';
import type { ControlsActions, ControlsState } from './controls';

export interface DockProps {
  state: ControlsState;
  actions: ControlsActions;
}

export const Dock = memo(function Dock({ state, actions }: DockProps) {
  const t = useTranslations('call.words');
  const { microphone, camera, unread, panel } = state;
  return (
    <nav className={css.dock} aria-label={t('call.controls')}>
      <Control
        icon={microphone === 'off' ? MicOff : Mic}
        label={t('dock.microphone')}
        name={t(`dock.state.microphone.${microphone}`)}
        tone={microphone === 'on' ? undefined : microphone}
        onClick={actions.toggleMicrophone}
      />
      <Control
        icon={camera === 'off' ? VideoOff : Video}
        label={t('dock.camera')}
        name={t(`dock.state.camera.${camera}`)}
        tone={camera === 'on' ? undefined : camera}
        onClick={actions.toggleCamera}
      />
      <Share state={state} actions={actions} />
      <RaisedHand state={state} actions={actions} />
      <Control
        icon={MessageSquare}
        label={t('dock.chat')}
        name={unread > 0 ? t('dock.chatUnread', { n: unread }) : undefined}
        badge={unread}
        expanded={panel === 'chat'}
        onClick={() => actions.open('chat')}
      />
      <Control
        icon={Ellipsis}
        label={t('dock.more')}
        expanded={panel === 'more'}
        onClick={() => actions.open('more')}
      />
      <Control icon={Phone} label={t('dock.leave')} tone="leave" onClick={actions.leave} />
    </nav>
  );
});

export function Share({ state: { sharing }, actions }: DockProps) {
  const t = useTranslations('call.words.dock');
  if (typeof navigator.mediaDevices.getDisplayMedia !== 'function') return null;
  return (
    <Control
      icon={MonitorUp}
      label={t('screen')}
      name={t(`state.screen.${sharing ? 'on' : 'off'}`)}
      tone={sharing ? 'on' : undefined}
      room="some"
      onClick={actions.toggleShare}
    />
  );
}

export function RaisedHand({ state: { hand }, actions }: DockProps) {
  const t = useTranslations('call.words.dock');
  return (
    <Control
      icon={Hand}
      label={t('hand')}
      name={t(`state.hand.${hand ? 'on' : 'off'}`)}
      tone={hand ? 'on' : undefined}
      room="much"
      onClick={actions.toggleHand}
    />
  );
}
