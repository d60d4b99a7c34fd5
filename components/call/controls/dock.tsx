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

export function Dock({ state, actions }: DockProps) {
  const t = useTranslations('call.words');
  const { microphone, camera, unread, panel } = state;
  return (
    <nav className={css.dock} aria-label={t('call.controls')}>
      <Control
        icon={microphone ? Mic : MicOff}
        label={t(microphone ? 'dock.mute' : 'dock.unmute')}
        tone={microphone ? undefined : 'off'}
        onClick={actions.toggleMicrophone}
      />
      <Control
        icon={camera ? Video : VideoOff}
        label={t(camera ? 'dock.stopCamera' : 'dock.startCamera')}
        tone={camera ? undefined : 'off'}
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
