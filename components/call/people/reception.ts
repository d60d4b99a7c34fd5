import {
  type RemoteAudioTrack,
  type RemoteParticipant,
  type RemoteTrackPublication,
  type RemoteVideoTrack,
  type Room,
  Track,
} from 'livekit-client';
import { Store } from '@/components/call/session/store';

/** What should come from somebody, as they send it, and does not. */
export type Missing = 'picture' | 'sound' | 'both';

/** Milliseconds between two looks, and after which what does not grow has stopped. */
const LOOK = 750;
const STOPPED = 2_500;

interface Flow {
  /** Frames decoded or bytes of sound received, up to now. */
  count: number;
  /** When it last grew, milliseconds of the page's clock. */
  grewAt: number;
}

export interface ReceptionParts {
  room: Pick<Room, 'remoteParticipants'>;
  /** Milliseconds of the page's clock. */
  now?: () => number;
}

const NOTHING: ReadonlyMap<string, Missing> = new Map();

/**
 * Looks at what really arrives. The SFU's word on somebody's connection comes after a quarter of a minute, and of a browser that stands still it
 * says nothing at all: a frozen face would pass for one that listens.
 */
export class Reception {
  /** By identity. */
  readonly store = new Store<ReadonlyMap<string, Missing>>(NOTHING);
  /** By the id of a track, of the last look: what was not asked for then has its time anew when it is. */
  private flows = new Map<string, Flow>();
  private looking = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly now: () => number;

  constructor(private readonly parts: ReceptionParts) {
    this.now = parts.now ?? (() => performance.now());
  }

  attach() {
    this.timer = setInterval(this.look, LOOK);
  }

  detach() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.store.set(NOTHING);
  }

  private look = async () => {
    if (this.looking) return;
    this.looking = true;
    const people = [...this.parts.room.remoteParticipants.values()];
    const flows = new Map<string, Flow>();
    const found = await Promise.all(people.map(async (one) => [one.identity, await this.missing(one, flows)] as const));
    this.looking = false;
    this.flows = flows;
    if (!this.timer) return;
    const missing = new Map(found.flatMap(([identity, what]) => (what ? [[identity, what] as const] : [])));
    const said = this.store.get();
    const same = missing.size === said.size && [...missing].every(([identity, what]) => said.get(identity) === what);
    if (!same) this.store.set(missing);
  };

  private async missing(person: RemoteParticipant, flows: Map<string, Flow>): Promise<Missing | null> {
    const camera = person.getTrackPublication(Track.Source.Camera);
    const microphone = person.getTrackPublication(Track.Source.Microphone);
    // A hidden page asks for no pictures.
    const [picture, sound] = await Promise.all([
      camera?.isMuted === false && camera.isEnabled && this.hasStopped(camera, flows),
      microphone?.isMuted === false && this.hasStopped(microphone, flows),
    ]);
    if (picture && sound) return 'both';
    if (picture) return 'picture';
    return sound ? 'sound' : null;
  }

  /** What is said to be on and is not even given to us, because they withhold it or the SFU fails, comes as little as what has stopped. */
  private async hasStopped(publication: RemoteTrackPublication, flows: Map<string, Flow>): Promise<boolean> {
    const track = publication.track as RemoteVideoTrack | RemoteAudioTrack | undefined;
    const id = track?.mediaStreamTrack.id ?? publication.trackSid;
    const stats = await track?.getReceiverStats().catch(() => undefined);
    const now = this.now();
    const count = (stats?.type === 'video' ? stats.framesDecoded : stats?.bytesReceived) ?? 0;
    const before = this.flows.get(id);
    const flow = before?.count === count ? before : { count, grewAt: now };
    flows.set(id, flow);
    return now - flow.grewAt >= STOPPED;
  }
}
