import type { Sending } from '@/components/call/devices/device-owner';

export type PanelName = 'chat' | 'more' | 'details';

/** What would not start, or stopped: camera or microphone, the sharing of the screen (the system may refuse it), or what was chosen in the settings. */
export type Trouble = 'device' | 'share' | 'share_refused' | 'setting';

export interface ControlsState {
  microphone: Sending;
  camera: Sending;
  sharing: boolean;
  hand: boolean;
  unread: number;
  panel: PanelName | null;
}

export interface ControlsActions {
  toggleMicrophone: () => void;
  toggleCamera: () => void;
  toggleShare: () => void;
  toggleHand: () => void;
  open: (panel: PanelName) => void;
  leave: () => void;
}
