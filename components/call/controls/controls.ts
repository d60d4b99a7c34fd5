export type PanelName = 'chat' | 'more' | 'details';

/** What really goes out of a device; `starting`: it is wanted, and nothing of it goes out yet. */
export type Sending = 'on' | 'off' | 'starting';

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
