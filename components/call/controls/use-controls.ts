import { useMemo, useState } from 'react';
import type { Device } from '@/components/call/devices/devices';
import { useMyScreen } from '@/components/call/people/use-self';
import type { CallRoom } from '@/components/call/session/room';
import { useSelected, useStore } from '@/components/call/session/use-store';
import type { ControlsActions, ControlsState, PanelName } from './controls';
import { useShortcuts } from './use-shortcuts';

/** The controls of the call, their state and their actions. `onTrouble` hears of a device or screen that would not open. */
export function useControls(call: CallRoom, leave: () => void, onTrouble: (what: 'device' | 'share') => void) {
  const { camera, microphone } = useStore(call.tracks.wanted);
  const hand = useSelected(call.conversation.store, call.conversation.isRaised);
  const unread = useSelected(call.conversation.store, ({ unread }) => unread);
  const sharing = useMyScreen(call);
  const [panel, setPanel] = useState<PanelName | null>(null);

  const actions = useMemo<ControlsActions>(() => {
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
      toggleHand: () => call.conversation.raise(!call.conversation.isRaised()),
      open: (name) => setPanel((open) => (open === name ? null : name)),
      leave,
    };
  }, [call, leave, onTrouble]);

  const keys = useMemo(
    () => ({ m: actions.toggleMicrophone, v: actions.toggleCamera, escape: () => setPanel(null) }),
    [actions],
  );
  useShortcuts(keys);

  const state: ControlsState = { camera, microphone, hand, unread, sharing, panel };
  return { state, actions, close: () => setPanel(null) };
}
