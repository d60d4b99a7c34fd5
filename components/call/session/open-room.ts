import { LocalAudioTrack, LocalVideoTrack, Room, setLogLevel } from 'livekit-client';
import type { Wrap } from '@/components/call/devices/local-tracks';
import { resumeDelay } from './reconnect';
import { CallRoom, type CallRoomOptions, type CallRoomParts } from './room';

// The SDK's own log names people and rooms on the console.
setLogLevel('silent');

const livekitRoom = () =>
  new Room({
    // A face fills the stage from the first moment. Adaptive streams would hold each picture back until it is measured on the screen,
    // for nothing; LocalTracks says which quality is wanted, and pauses the pictures of a hidden page.
    adaptiveStream: false,
    dynacast: true,
    // Camera and microphone outlive a lost connection; their owner stops them.
    stopLocalTrackOnUnpublish: false,
    // At `beforeunload` the page may live on for seconds; session.ts says when it really goes.
    disconnectOnPageLeave: false,
    reconnectPolicy: { nextRetryDelayInMs: (context) => resumeDelay(context) },
  });

const wrap: Wrap = (device, track) =>
  device === 'camera' ? new LocalVideoTrack(track, undefined, true) : new LocalAudioTrack(track, undefined, true);

/** A call over LiveKit's own Room. */
export const openRoom = (options: CallRoomOptions, parts: Omit<CallRoomParts, 'room' | 'wrap'>) =>
  new CallRoom(options, { ...parts, room: livekitRoom(), wrap });
