import {
  type LocalTrack,
  type LocalTrackPublication,
  type LocalVideoTrack,
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
import type { Device } from './devices';
import type { MediaState } from './local-media';

export type Quality = 'auto' | 'high' | 'low';

const SOURCE = { camera: Track.Source.Camera, microphone: Track.Source.Microphone } as const;
const RESOLUTION = {
  auto: VideoPresets.h720.resolution,
  high: VideoPresets.h1080.resolution,
  low: { ...VideoPresets.h360.resolution, frameRate: 15 },
};

/** Makes LiveKit's track of one that was opened before the call. */
export type Wrap = (device: Device, track: MediaStreamTrack) => LocalTrack;

export interface LocalTracksParts {
  room: Pick<Room, 'on' | 'off' | 'localParticipant' | 'remoteParticipants' | 'switchActiveDevice'>;
  memory: Memory;
  page: Page;
  wrap: Wrap;
}

/** Camera, microphone and screen as the person wants them sent, kept across lost connections. */
export class LocalTracks {
  readonly wanted = new Store<Record<Device, boolean>>({ camera: false, microphone: false });
  readonly quality = new Store<Quality>('auto');
  private readonly kept = new Map<Track.Source, LocalTrack>();
  private facing: 'user' | 'environment' = 'user';

  constructor(private readonly parts: LocalTracksParts) {
    parts.room.on(RoomEvent.LocalTrackPublished, this.keep).on(RoomEvent.TrackSubscribed, this.onSubscribed);
    parts.page.on('visibilitychange', this.limitAll);
  }

  /** Takes over the devices that were opened at the door. */
  adopt({ camera, microphone }: Pick<MediaState, 'camera' | 'microphone'>) {
    this.wanted.set({ camera: camera.on && !camera.problem, microphone: microphone.on && !microphone.problem });
    if (camera.track) this.kept.set(SOURCE.camera, this.parts.wrap('camera', camera.track));
    if (microphone.track) this.kept.set(SOURCE.microphone, this.parts.wrap('microphone', microphone.track));
  }

  readonly publishWanted = () => {
    for (const device of ['microphone', 'camera'] as const) {
      if (this.wanted.get()[device]) void this.send(device).catch(() => this.want(device, false));
    }
    const screen = this.kept.get(Track.Source.ScreenShare);
    if (screen?.mediaStreamTrack.readyState === 'live')
      void this.publish(screen, Track.Source.ScreenShare).catch(() => {});
  };

  private publish(track: LocalTrack, source: Track.Source) {
    track.source = source;
    return this.parts.room.localParticipant.publishTrack(track, { source });
  }

  private async send(device: Device) {
    const source = SOURCE[device];
    const { localParticipant } = this.parts.room;
    const kept = this.kept.get(source);
    if (localParticipant.getTrackPublication(source) || !kept || kept.mediaStreamTrack.readyState === 'ended') {
      const chosen = this.parts.memory.choices()[device];
      const options = chosen ? { deviceId: { ideal: chosen } } : {};
      if (device === 'camera')
        await localParticipant.setCameraEnabled(true, { ...options, resolution: this.resolution() });
      else await localParticipant.setMicrophoneEnabled(true, options);
    } else {
      if (kept.isMuted) await kept.unmute();
      await this.publish(kept, source);
    }
  }

  private keep = ({ track, source }: LocalTrackPublication) => {
    if (track) this.kept.set(source, track);
  };

  private want(device: Device, on: boolean) {
    this.wanted.set({ ...this.wanted.get(), [device]: on });
  }

  private resolution = () => RESOLUTION[this.quality.get()];

  /** @throws when the device cannot be opened; it then counts as off */
  readonly set = async (device: Device, on: boolean) => {
    this.want(device, on);
    try {
      if (on) return await this.send(device);
      const published = this.parts.room.localParticipant.getTrackPublication(SOURCE[device]);
      await (published ?? this.kept.get(SOURCE[device]))?.mute();
    } catch (error) {
      this.want(device, !on);
      throw error;
    }
  };

  readonly choose = async (device: Device | 'speaker', deviceId: string) => {
    this.parts.memory.choose({ [device]: deviceId });
    const kind = device === 'speaker' ? 'audiooutput' : device === 'camera' ? 'videoinput' : 'audioinput';
    await this.parts.room.switchActiveDevice(kind, deviceId, false);
  };

  readonly flip = async () => {
    this.facing = this.facing === 'user' ? 'environment' : 'user';
    await this.camera()?.restartTrack({ facingMode: this.facing, resolution: this.resolution() });
  };

  readonly setQuality = async (quality: Quality) => {
    this.quality.set(quality);
    this.limitAll();
    const camera = this.camera();
    if (!camera || !this.wanted.get().camera) return;
    const { deviceId } = camera.mediaStreamTrack.getSettings();
    await camera.restartTrack({ ...(deviceId && { deviceId }), resolution: this.resolution() });
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

  private camera = () => this.kept.get(SOURCE.camera) as LocalVideoTrack | undefined;

  readonly share = async (on: boolean) => {
    const { localParticipant } = this.parts.room;
    if (on) {
      await localParticipant.setScreenShareEnabled(true, { resolution: ScreenSharePresets.h1080fps15.resolution });
      return;
    }
    const screen = this.kept.get(Track.Source.ScreenShare);
    this.kept.delete(Track.Source.ScreenShare);
    if (screen) await localParticipant.unpublishTrack(screen, true);
    screen?.stop();
  };

  /** Opens devices again that the system took away: an incoming phone call ends both devices on iOS. */
  readonly resume = async () => {
    for (const device of ['microphone', 'camera'] as const) {
      if (!this.wanted.get()[device]) continue;
      const published = this.parts.room.localParticipant.getTrackPublication(SOURCE[device]);
      if (!published?.track) await this.set(device, true);
      else if (published.isMuted) await published.unmute();
      else await published.track.restartTrack();
    }
  };

  release() {
    this.parts.page.off('visibilitychange', this.limitAll);
    this.parts.room.off(RoomEvent.LocalTrackPublished, this.keep).off(RoomEvent.TrackSubscribed, this.onSubscribed);
    for (const track of this.kept.values()) track.stop();
    this.kept.clear();
  }
}
