import { useMemo, useState } from 'react';
import type { Device } from '@/components/call/devices/acquire';
import type { CallRoom } from '@/components/call/session/room';
import { useStore } from '@/components/call/session/use-store';
import type { PanelName } from '@/components/call/stage/in-call';
import { useMyScreen } from '@/components/call/stage/use-people';
import type { DockActions } from './dock';
import { useShortcuts } from './use-shortcuts';

/** What the person can do in the call, and how it stands. `onTrouble` gets to hear of a device or screen that would not open. */
export function useControls(call: CallRoom, leave: () => void, onTrouble: (what: 'device' | 'share') => void) {
  const { camera, microphone } = useStore(call.tracks.wanted);
  const { myHand: hand, unread } = useStore(call.conversation.store);
  const sharing = useMyScreen();
  const [panel, setPanel] = useState<PanelName | null>(null);

  const actions = useMemo<DockActions>(() => {
    const toggle = (device: Device) => () =>
      void call.tracks.set(device, !call.tracks.wanted.get()[device]).catch(() => onTrouble('device'));
    return {
      toggleMicrophone: toggle('microphone'),
      toggleCamera: toggle('camera'),
      toggleShare: () =>
        void call.tracks.share(!call.room.localParticipant.isScreenShareEnabled).catch((error: unknown) => {
          // Closing the browser's own question is an answer, not trouble.
          if ((error as Error).name !== 'NotAllowedError') onTrouble('share');
        }),
      toggleHand: () => call.conversation.raise(!call.conversation.store.get().myHand),
      open: (name) => setPanel((open) => (open === name ? null : name)),
      leave,
    };
  }, [call, leave, onTrouble]);

  const keys = useMemo(
    () => ({ m: actions.toggleMicrophone, v: actions.toggleCamera, escape: () => setPanel(null) }),
    [actions],
  );
  useShortcuts(keys);

  return { state: { camera, microphone, hand, unread, sharing, panel }, actions, close: () => setPanel(null) };
}
