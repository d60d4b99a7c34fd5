'use client';

import { Ellipsis, Hand, MessageSquare, Mic, MicOff, MonitorUp, Phone, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import css from '@/components/call/stage/call.module.css';
import { Control } from './control';
import type { ControlsActions, ControlsState } from './controls';

interface DockProps {
  state: ControlsState;
  actions: ControlsActions;
}

const MICROPHONE = { on: 'dock.mute', off: 'dock.unmute', starting: 'dock.starting' } as const;
const CAMERA = { on: 'dock.stopCamera', off: 'dock.startCamera', starting: 'dock.starting' } as const;

export function Dock({ state, actions }: DockProps) {
  const t = useTranslations('call.words');
  const { microphone, camera, unread, panel } = state;
  return (
    <nav className={css.dock} aria-label={t('call.controls')}>
      <Control
        icon={microphone === 'off' ? MicOff : Mic}
        label={t(MICROPHONE[microphone])}
        name={microphone === 'starting' ? t('dock.startingMicrophone') : undefined}
        tone={microphone === 'on' ? undefined : microphone}
        onClick={actions.toggleMicrophone}
      />
      <Control
        icon={camera === 'off' ? VideoOff : Video}
        label={t(CAMERA[camera])}
        name={camera === 'starting' ? t('dock.startingCamera') : undefined}
        tone={camera === 'on' ? undefined : camera}
        onClick={actions.toggleCamera}
      />
      <Extras state={state} actions={actions} wide />
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
}

/** Sharing and the raised hand: in the dock where there is room, under More on a phone. */
export function Extras({ state, actions, wide }: DockProps & { wide?: boolean }) {
  const t = useTranslations('call.words.dock');
  const canShare = typeof navigator.mediaDevices.getDisplayMedia === 'function';
  return (
    <>
      {canShare && (
        <Control
          icon={MonitorUp}
          label={t(state.sharing ? 'stopShare' : 'share')}
          tone={state.sharing ? 'on' : undefined}
          wide={wide}
          onClick={actions.toggleShare}
        />
      )}
      <Control
        icon={Hand}
        label={t(state.hand ? 'lower' : 'raise')}
        tone={state.hand ? 'on' : undefined}
        wide={wide}
        onClick={actions.toggleHand}
      />
    </>
  );
}
