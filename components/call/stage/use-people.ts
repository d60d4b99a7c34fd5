import { ConnectionQuality, type RemoteParticipant, type Room, RoomEvent } from 'livekit-client';
import { useRoomValue } from './use-room-value';

const COMING = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.Disconnected,
] as const;
const SENDING = [
  ...COMING,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;
const QUALITY = [...COMING, RoomEvent.ConnectionQualityChanged] as const;

/** The other party: an appointment has two. */
const otherOf = (room: Room): RemoteParticipant | undefined => room.remoteParticipants.values().next().value;

export const useOther = () => useRoomValue(COMING, otherOf);
export const useOtherMicrophone = () => useRoomValue(SENDING, (room) => otherOf(room)?.isMicrophoneEnabled ?? false);
export const useOtherCamera = () => useRoomValue(SENDING, (room) => otherOf(room)?.isCameraEnabled ?? false);
export const useOtherScreen = () => useRoomValue(SENDING, (room) => otherOf(room)?.isScreenShareEnabled ?? false);
export const useMyScreen = () => useRoomValue(SENDING, (room) => room.localParticipant.isScreenShareEnabled);

export const useMyQuality = () => useRoomValue(QUALITY, (room) => room.localParticipant.connectionQuality);
export const useOtherLost = () =>
  useRoomValue(QUALITY, (room) => otherOf(room)?.connectionQuality === ConnectionQuality.Lost);
