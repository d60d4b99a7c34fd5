import { EventEmitter } from 'node:events';
import { DisconnectReason, type LocalTrack, type Room, RoomEvent, Track, VideoQuality } from 'livekit-client';
import { type Packet, packPacket, parsePacket } from '@/components/call/conversation/chat';
import { FakeMediaTrack } from './fake-browser';

const TOPIC = 'anteroom';

/** LiveKit's side of a track that is sent. */
export class FakeTrack extends EventEmitter {
  isMuted = false;
  source: Track.Source = Track.Source.Unknown;
  readonly attachedElements: HTMLMediaElement[] = [];
  constructor(public mediaStreamTrack: FakeMediaTrack) {
    super();
  }
  async mute() {
    await null;
    this.isMuted = true;
    this.mediaStreamTrack.enabled = false;
  }
  async unmute() {
    await null;
    this.isMuted = false;
    this.mediaStreamTrack.enabled = true;
  }
  async replaceTrack(track: FakeMediaTrack) {
    this.mediaStreamTrack = track;
    track.enabled = !this.isMuted;
    await null;
  }
  stop() {
    this.mediaStreamTrack.stop();
  }
}

/** A publication of somebody. */
class FakePublication {
  enabled = true;
  wantedQuality: unknown;
  isSubscribed = true;
  constructor(
    readonly track: FakeTrack,
    readonly source: Track.Source,
  ) {}
  get kind() {
    return this.track.mediaStreamTrack.kind;
  }
  get isMuted() {
    return this.track.isMuted;
  }
  get isEnabled() {
    return this.enabled;
  }
  get videoQuality() {
    return this.wantedQuality ?? VideoQuality.HIGH;
  }
  mute = () => this.track.mute();
  unmute = () => this.track.unmute();
  setEnabled(enabled: boolean) {
    this.enabled = enabled;
  }
  setVideoQuality(quality: unknown) {
    this.wantedQuality = quality;
  }
}

export class FakeParticipant {
  readonly publications = new Map<Track.Source, FakePublication>();
  connectionQuality = 'unknown';
  constructor(
    readonly identity: string,
    public name: string | undefined,
    readonly isLocal: boolean,
  ) {}
  getTrackPublication = (source: Track.Source) => this.publications.get(source);
  get videoTrackPublications() {
    return new Map([...this.publications].filter(([, { kind }]) => kind === 'video'));
  }
  get audioTrackPublications() {
    return new Map([...this.publications].filter(([, { kind }]) => kind === 'audio'));
  }
  private sends = (source: Track.Source) => {
    const publication = this.publications.get(source);
    return publication !== undefined && !publication.isMuted;
  };
  get isMicrophoneEnabled() {
    return this.sends(Track.Source.Microphone);
  }
  get isCameraEnabled() {
    return this.sends(Track.Source.Camera);
  }
  get isScreenShareEnabled() {
    return this.sends(Track.Source.ScreenShare);
  }
}

class FakeLocalParticipant extends FakeParticipant {
  readonly sent: { packet: Packet; to?: string }[] = [];
  /** Thrown when something is to be sent. */
  refusal: Error | null = null;
  /** What it takes until a track is on its way. */
  pace: () => Promise<void> = async () => {};

  constructor(private readonly room: FakeRoom) {
    super('', undefined, true);
  }

  async publishData(payload: Uint8Array, options: { destinationIdentities?: string[] }) {
    const packet = parsePacket(payload);
    const [to] = options.destinationIdentities ?? [];
    if (packet) this.sent.push({ packet, ...(to && { to }) });
  }

  async publishTrack(track: FakeTrack, { source }: { source: Track.Source }) {
    const connection = this.room.connects.length;
    await this.pace();
    // Over, or another one by now.
    if (this.room.state === 'disconnected' || connection !== this.room.connects.length)
      throw new Error('not connected');
    if (this.refusal) throw this.refusal;
    const publication = new FakePublication(track, source);
    this.publications.set(source, publication);
    this.room.emit(RoomEvent.LocalTrackPublished, publication);
    return publication;
  }

  async unpublishTrack(track: FakeTrack) {
    this.publications.delete(track.source);
  }

  async setScreenShareEnabled() {
    const track = new FakeTrack(new FakeMediaTrack('video'));
    track.source = Track.Source.ScreenShare;
    await this.publishTrack(track, { source: track.source });
  }
}

/** LiveKit's Room without a server: it emits, keeps who is there, and notes what it was told to do. Tests play the server. */
export class FakeRoom extends EventEmitter {
  readonly remoteParticipants = new Map<string, FakeParticipant>();
  readonly localParticipant = new FakeLocalParticipant(this);
  readonly connects: { url: string; token: string }[] = [];
  readonly prepared: string[] = [];
  readonly chosen: [kind: string, deviceId: string][] = [];
  disconnects = 0;
  sounds = 0;
  state: 'disconnected' | 'connecting' | 'connected' = 'disconnected';
  /** The outcomes of the next connections; without one they succeed at once. */
  readonly outcomes: Promise<void>[] = [];

  async connect(url: string, token: string) {
    this.connects.push({ url, token });
    this.state = 'connecting';
    try {
      await this.outcomes.shift();
    } catch (error) {
      this.lose();
      throw error;
    }
    this.state = 'connected';
    this.emit(RoomEvent.SignalConnected);
    this.emit(RoomEvent.Connected);
  }

  async disconnect() {
    this.disconnects++;
    this.lose(DisconnectReason.CLIENT_INITIATED);
  }

  /** The connection is over, for LiveKit as well. */
  lose(reason?: DisconnectReason) {
    if (this.state === 'disconnected') return;
    this.state = 'disconnected';
    for (const identity of [...this.remoteParticipants.keys()]) this.go(identity);
    this.localParticipant.publications.clear();
    this.emit(RoomEvent.Disconnected, reason);
  }

  async prepareConnection(url: string) {
    this.prepared.push(url);
  }

  async startAudio() {
    this.sounds++;
  }

  getActiveDevice = (kind: string) => this.chosen.findLast(([chosen]) => chosen === kind)?.[1];

  async switchActiveDevice(kind: string, deviceId: string) {
    this.chosen.push([kind, deviceId]);
  }

  /** Somebody is there before we are. */
  has(identity: string, name?: string) {
    const participant = new FakeParticipant(identity, name, false);
    this.remoteParticipants.set(identity, participant);
    return participant;
  }

  come(identity: string, name?: string) {
    const participant = this.has(identity, name);
    this.emit(RoomEvent.ParticipantConnected, participant);
    this.emit(RoomEvent.ParticipantActive, participant);
    return participant;
  }

  go(identity: string) {
    const participant = this.remoteParticipants.get(identity);
    this.remoteParticipants.delete(identity);
    this.emit(RoomEvent.ParticipantDisconnected, participant);
  }

  /** A remote track arrives. */
  show(identity: string, source: Track.Source) {
    const participant = this.remoteParticipants.get(identity);
    const kind = source === Track.Source.Microphone ? 'audio' : 'video';
    const publication = new FakePublication(new FakeTrack(new FakeMediaTrack(kind)), source);
    publication.track.source = source;
    participant?.publications.set(source, publication);
    this.emit(RoomEvent.TrackSubscribed, publication.track, publication, participant);
    return publication;
  }

  /** A packet of somebody who is there arrives. */
  hear(identity: string, packet: Packet, topic = TOPIC) {
    this.emit(RoomEvent.DataReceived, packPacket(packet), this.remoteParticipants.get(identity), undefined, topic);
  }

  /** Listeners that nobody has taken back. */
  heard = () => this.eventNames().reduce((sum, event) => sum + this.listenerCount(event), 0);

  get asRoom() {
    return this as unknown as Room;
  }
}

export const fakeWrap = (_device: unknown, track: MediaStreamTrack) =>
  new FakeTrack(track as unknown as FakeMediaTrack) as unknown as LocalTrack;
