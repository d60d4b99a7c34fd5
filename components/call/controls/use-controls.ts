import { useCallback, useMemo, useState } from 'react';
import { sendingOf } from '@/components/call/devices/device-owner';
import type { Device } from '@/components/call/devices/devices';
import type { CallRoom } from '@/components/call/session/room';
import { useSelected, useStore } from '@/components/call/session/use-store';
import type { ControlsActions, ControlsState, PanelName, Trouble } from './controls';

/** The switch of the keys M and V. */
export interface Keys {
  used: boolean;
  use: (used: boolean) => void;
}

interface ControlsOptions {
  call: CallRoom;
  leave: () => void;
  /** Hears of a device or screen that would not open. */
  onTrouble: (what: Trouble) => void;
  /** Where this browser chose nothing. */
  keysByDefault: boolean;
}

/** The controls of the call, their state and their actions. */
export function useControls({ call, leave, onTrouble, keysByDefault }: ControlsOptions) {
  const { media } = call.tracks;
  const camera = sendingOf(useStore(media.camera.store));
  const microphone = sendingOf(useStore(media.microphone.store));
  const hand = useSelected(call.conversation.store, call.conversation.isRaised);
  const unread = useSelected(call.conversation.store, ({ unread }) => unread);
  const sharing = useStore(call.tracks.sharing);
  const [panel, setPanel] = useState<PanelName | null>(null);

  const actions = useMemo<ControlsActions>(() => {
    const toggle = async (device: Device) => {
      const owner = media[device];
      await owner.toggle();
      if (owner.store.get().problem) onTrouble('device');
    };
    return {
      toggleMicrophone: () => void toggle('microphone'),
      toggleCamera: () => void toggle('camera'),
      toggleShare: () =>
        void call.tracks.share(!call.tracks.sharing.get()).catch((error: Error) => {
          if (error.name !== 'NotAllowedError') onTrouble('share');
          // The system keeps the browser from it, as macOS does. Closing the browser's own question is an answer, and no trouble.
          else if (/system/i.test(error.message)) onTrouble('share_refused');
        }),
      toggleHand: () => call.conversation.raise(!call.conversation.isRaised()),
      open: (name) => setPanel((open) => (open === name ? null : name)),
      leave,
    };
  }, [call, media, leave, onTrouble]);

  const [used, setUsed] = useState(() => media.choices().keys ?? keysByDefault);
  const shortcuts = useMemo(
    () => ({
      ...(used && { m: actions.toggleMicrophone, v: actions.toggleCamera }),
      escape: () => setPanel(null),
    }),
    [actions, used],
  );
  const keys: Keys = {
    used,
    use: (keys) => {
      media.memory.choose({ keys });
      setUsed(keys);
    },
  };

  const state = useMemo<ControlsState>(
    () => ({ camera, microphone, hand, unread, sharing, panel }),
    [camera, microphone, hand, unread, sharing, panel],
  );
  const close = useCallback(() => setPanel(null), []);
  return { state, actions, keys, shortcuts, close };
}
