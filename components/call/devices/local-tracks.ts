import {
  type LocalTrack,
  type LocalTrackPublication,
  type RemoteTrackPublication,
  type Room,
  RoomEvent,
  ScreenSharePresets,
  Track,
  VideoPresets,
  VideoQuality,
} from 'livekit-client';
import type { Memory } from '@/components/call/session/memory';
import type { Page } from '@/components/call/session/page';
import { Store } from '@/components/call/session/store';
import type { Sink } from './device-owner';
import type { Device } from './devices';
import type { LocalMedia } from './local-media';

export type Quality = 'auto' | 'high' | 'low';

const SEEN = ['visibilitychange', 'enterpictureinpicture', 'leavepictureinpicture'] as const;
const BOTH = ['microphone', 'camera'] as const;
const SOURCE = { camera: Track.Source.Camera, microphone: Track.Source.Microphone } as const;
const RESOLUTION = {
  auto: VideoPresets.h720.resolution,
  high: VideoPresets.h1080.resolution,
  low: { ...VideoPresets.h360.resolution, frameRate: 15 },
};

/** Makes LiveKit's track of one that is opened by its owner here, and that LiveKit neither stops nor opens again. */
export type Wrap = (device: Device, track: MediaStreamTrack) => LocalTrack;

export interface LocalTracksParts {
  room: Pick<Room, 'on' | 'off' | 'localParticipant' | 'remoteParticipants' | 'switchActiveDevice'>;
  media: LocalMedia;
  memory: Memory;
  page: Page;
  wrap: Wrap;
}

/** Camera, microphone and screen on their way into the room, whenever it is connected, and the quality of what comes and goes. */
export class LocalTracks {
  readonly media: LocalMedia;
  readonly quality = new Store<Quality>('auto');
  private screen: LocalTrack | undefined;
  private facing: 'user' | 'environment' = 'user';

  constructor(private readonly parts: LocalTracksParts) {
    this.media = parts.media;
    parts.room
      .on(RoomEvent.LocalTrackPublished, this.keepScreen)
      .on(RoomEvent.TrackSubscribed, this.onSubscribed)
      .on(RoomEvent.SignalConnected, this.connect)
      .on(RoomEvent.Disconnected, this.disconnect);
    for (const event of SEEN) parts.page.on(event, this.limitAll);
  }

  /** From here on what is open is for the room. */
  begin() {
    this.disconnect();
    // Now, not as the room is made: that is while somebody may still choose at the door.
    const { speaker } = this.parts.memory.choices();
    if (speaker) void this.parts.room.switchActiveDevice('audiooutput', speaker, false).catch(() => {});
  }

  private disconnect = () => {
    for (const device of BOTH) this.media[device].disconnect();
  };

  private connect = () => {
    for (const device of BOTH) this.media[device].connect(this.sinkOf(device));
    const { screen } = this;
    if (screen?.mediaStreamTrack.readyState === 'live')
      void this.publish(screen, Track.Source.ScreenShare).catch(() => {});
  };

  private sinkOf(device: Device): Sink {
    const source = SOURCE[device];
    const { localParticipant } = this.parts.room;
    return {
      send: async (track, isWanted) => {
        const sent = localParticipant.getTrackPublication(source)?.track as LocalTrack | undefined;
        if (!sent) return void (await this.publish(this.parts.wrap(device, track), source));
        // What takes another's place begins silent: who turned it off meanwhile is not heard for a moment.
        if (sent.mediaStreamTrack !== track) {
          await sent.mute();
          await sent.replaceTrack(track, true);
        }
        if (isWanted() && sent.isMuted) await sent.unmute();
      },
      hush: async () => void (await localParticipant.getTrackPublication(source)?.mute()),
    };
  }

  private publish(track: LocalTrack, source: Track.Source) {
    track.source = source;
    return this.parts.room.localParticipant.publishTrack(track, { source });
  }

  private keepScreen = ({ track, source }: LocalTrackPublication) => {
    if (source === Track.Source.ScreenShare) this.screen = track;
  };

  readonly chooseSpeaker = async (deviceId: string) => {
    this.parts.memory.choose({ speaker: deviceId });
    await this.parts.room.switchActiveDevice('audiooutput', deviceId, false);
  };

  readonly flip = () => {
    this.facing = this.facing === 'user' ? 'environment' : 'user';
    return this.media.camera.change({ facing: this.facing });
  };

  readonly setQuality = async (quality: Quality) => {
    this.quality.set(quality);
    this.limitAll();
    const { width, height, frameRate } = RESOLUTION[quality];
    await this.media.camera.store.get().track?.applyConstraints({ width, height, frameRate });
  };

  private onSubscribed = (_track: unknown, publication: RemoteTrackPublication) => this.limit(publication);

  private limitAll = () => {
    for (const participant of this.parts.room.remoteParticipants.values()) {
      for (const publication of participant.videoTrackPublications.values())
        this.limit(publication as RemoteTrackPublication);
    }
  };

  private limit(publication: RemoteTrackPublication) {
    if (!publication.isSubscribed) return;
    // A hidden page shows nobody, and a phone in a pocket has better use for its data.
    if (publication.kind === Track.Kind.Video) publication.setEnabled(!this.parts.page.isHidden());
    // A shared screen that cannot be read saves nothing.
    if (publication.source !== Track.Source.Camera) return;
    publication.setVideoQuality(this.quality.get() === 'low' ? VideoQuality.LOW : VideoQuality.HIGH);
  }

  readonly share = async (on: boolean) => {
    const { localParticipant } = this.parts.room;
    if (on) {
      await localParticipant.setScreenShareEnabled(true, { resolution: ScreenSharePresets.h1080fps15.resolution });
      return;
    }
    const { screen } = this;
    this.screen = undefined;
    if (screen) await localParticipant.unpublishTrack(screen, true);
    screen?.stop();
  };

  release() {
    for (const event of SEEN) this.parts.page.off(event, this.limitAll);
    this.parts.room
      .off(RoomEvent.LocalTrackPublished, this.keepScreen)
      .off(RoomEvent.TrackSubscribed, this.onSubscribed)
      .off(RoomEvent.SignalConnected, this.connect)
      .off(RoomEvent.Disconnected, this.disconnect);
    this.screen?.stop();
    this.screen = undefined;
    this.media.release();
  }
}
