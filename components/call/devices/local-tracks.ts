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
import { firstPicture } from './first-picture';
import type { LocalMedia } from './local-media';

/** Milliseconds after a connection for which nothing is sent while a picture is on its way, and while the server may still object. */
const [PICTURE, OBJECTION] = [1_000, 3_000];

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
  room: Pick<Room, 'on' | 'off' | 'localParticipant' | 'remoteParticipants' | 'switchActiveDevice' | 'getActiveDevice'>;
  media: LocalMedia;
  memory: Memory;
  page: Page;
  wrap: Wrap;
}

/** Camera, microphone and screen on their way into the room, whenever it is connected, and the quality of what comes and goes. */
export class LocalTracks {
  readonly media: LocalMedia;
  readonly quality = new Store<Quality>('auto');
  /** True while a screen is captured for the room, also while there is no connection: it goes out with the next. */
  readonly sharing = new Store(false);
  private screen: LocalTrack | undefined;
  /** Counts connections: what began in one is not done in the next. */
  private connection = 0;
  private facing: 'user' | 'environment' = 'user';

  constructor(private readonly parts: LocalTracksParts) {
    this.media = parts.media;
    parts.room
      .on(RoomEvent.LocalTrackPublished, this.keepScreen)
      .on(RoomEvent.TrackSubscribed, this.onSubscribed)
      .on(RoomEvent.MediaDevicesChanged, this.onDevices)
      .on(RoomEvent.Disconnected, this.disconnect);
    for (const event of SEEN) parts.page.on(event, this.limitAll);
  }

  /** From here on what is open is for the room, once it is connected. */
  begin() {
    this.disconnect();
    // Now, not as the room is made: that is while somebody may still choose at the door.
    this.onDevices();
  }

  /** The chosen speaker is used as soon as it is there, also after it was pulled out. */
  private onDevices = () => {
    const { room, memory } = this.parts;
    const { speaker } = memory.choices();
    if (!speaker || speaker === room.getActiveDevice('audiooutput')) return;
    void room.switchActiveDevice('audiooutput', speaker, false).catch(() => {});
  };

  private disconnect = () => {
    this.connection++;
    for (const device of BOTH) this.media[device].disconnect();
  };

  /**
   * There is a connection: what is wanted is sent. Whoever comes in sees first, as what they send would hold up the picture that they wait for.
   * @param cleared settles when the server had its chance to object; a server that says nothing is not waited for longer than three seconds
   */
  async connect(cleared?: Promise<unknown>) {
    const connection = ++this.connection;
    const late = new Promise((resolve) => setTimeout(resolve, OBJECTION));
    await Promise.all([firstPicture(this.parts.room, PICTURE), Promise.race([cleared, late])]);
    if (connection !== this.connection) return;
    for (const device of BOTH) this.media[device].connect(this.sinkOf(device));
    const { screen } = this;
    if (screen?.mediaStreamTrack.readyState === 'live')
      void this.publish(screen, Track.Source.ScreenShare).catch(() => {});
  }

  private sinkOf(device: Device): Sink {
    const source = SOURCE[device];
    const { localParticipant } = this.parts.room;
    return {
      send: async (track, isWanted) => {
        if (device === 'camera' && this.quality.get() !== 'auto') await this.shape(track).catch(() => {});
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
    if (source !== Track.Source.ScreenShare || !track || track === this.screen) return;
    this.screen = track;
    this.sharing.set(true);
    track.mediaStreamTrack.addEventListener('ended', () => track === this.screen && this.forgetScreen());
  };

  private forgetScreen() {
    this.screen = undefined;
    this.sharing.set(false);
  }

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
    const { track } = this.media.camera.store.get();
    if (track) await this.shape(track);
  };

  /** The camera's picture in the quality that is chosen. */
  private shape(track: MediaStreamTrack) {
    const { width, height, frameRate } = RESOLUTION[this.quality.get()];
    return track.applyConstraints({ width, height, frameRate });
  }

  private onSubscribed = (_track: unknown, publication: RemoteTrackPublication) => this.limit(publication);

  private limitAll = () => {
    for (const participant of this.parts.room.remoteParticipants.values()) {
      for (const publication of participant.videoTrackPublications.values())
        this.limit(publication as RemoteTrackPublication);
    }
  };

  /** Says what is wanted of a picture; of a new one only where that is not what LiveKit sends without a word. */
  private limit(publication: RemoteTrackPublication) {
    if (!publication.isSubscribed || publication.kind !== Track.Kind.Video) return;
    // A hidden page shows nobody, and a phone in a pocket has better use for its data.
    const isWanted = !this.parts.page.isHidden();
    if (publication.isEnabled !== isWanted) publication.setEnabled(isWanted);
    // A shared screen that cannot be read saves nothing.
    if (publication.source !== Track.Source.Camera) return;
    const quality = this.quality.get() === 'low' ? VideoQuality.LOW : VideoQuality.HIGH;
    if (publication.videoQuality !== quality) publication.setVideoQuality(quality);
  }

  readonly share = async (on: boolean) => {
    const { localParticipant } = this.parts.room;
    if (on) {
      if (this.sharing.get()) return;
      await localParticipant.setScreenShareEnabled(true, { resolution: ScreenSharePresets.h1080fps15.resolution });
      return;
    }
    const { screen } = this;
    this.forgetScreen();
    // First: nothing more is captured, whatever becomes of the word to the others.
    screen?.stop();
    if (screen) await localParticipant.unpublishTrack(screen, true);
  };

  release() {
    for (const event of SEEN) this.parts.page.off(event, this.limitAll);
    this.parts.room
      .off(RoomEvent.LocalTrackPublished, this.keepScreen)
      .off(RoomEvent.TrackSubscribed, this.onSubscribed)
      .off(RoomEvent.MediaDevicesChanged, this.onDevices)
      .off(RoomEvent.Disconnected, this.disconnect);
    this.screen?.stop();
    this.forgetScreen();
    this.media.release();
  }
}
