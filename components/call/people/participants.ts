import { type Participant, type Room, RoomEvent, Track } from 'livekit-client';
import { Store } from '@/components/call/session/store';

/** One person of the room, here or gone again. */
export interface ParticipantState {
  readonly identity: string;
  /** As the SFU vouches for it; empty before the first connection. */
  readonly name: string;
  readonly local: boolean;
  readonly here: boolean;
  readonly microphone: boolean;
  readonly camera: boolean;
  /** Their screen is there to be seen. */
  readonly sharing: boolean;
  readonly quality: `${Participant['connectionQuality']}`;
}

const TELLING = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.Disconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ConnectionQualityChanged,
] as const;

function stateOf(participant: Participant, identity = participant.identity): ParticipantState {
  const screen = participant.getTrackPublication(Track.Source.ScreenShare);
  // All of their sound is played, whatever they call it.
  const sounds = [...participant.audioTrackPublications.values()];
  return {
    identity,
    name: participant.name ?? '',
    local: participant.isLocal,
    here: true,
    microphone: sounds.some(({ isMuted }) => !isMuted),
    camera: participant.isCameraEnabled,
    sharing: screen?.track !== undefined && !screen.isMuted,
    quality: participant.connectionQuality,
  };
}

const gone = (state: ParticipantState): ParticipantState => ({
  ...state,
  here: false,
  microphone: false,
  camera: false,
  sharing: false,
});

const isSame = (a: ParticipantState | undefined, b: ParticipantState) =>
  a !== undefined && (Object.keys(b) as (keyof ParticipantState)[]).every((key) => a[key] === b[key]);

export interface ParticipantsParts {
  room: Pick<Room, 'on' | 'off' | 'localParticipant' | 'remoteParticipants'>;
  /** Identity of the person here: the room knows it only once it is connected. */
  me: string;
}

/** Everyone of the room: oneself, the others in the order in which they came, and those who left. A list is a new one only when it differs. */
export class Participants {
  readonly store: Store<readonly ParticipantState[]>;
  /** Identity of the other person who spoke last, or null. */
  readonly speaker = new Store<string | null>(null);

  constructor(private readonly parts: ParticipantsParts) {
    this.store = new Store([this.self()]);
  }

  attach() {
    for (const event of TELLING) this.parts.room.on(event, this.look);
    this.parts.room.on(RoomEvent.ActiveSpeakersChanged, this.listen);
  }

  detach() {
    for (const event of TELLING) this.parts.room.off(event, this.look);
    this.parts.room.off(RoomEvent.ActiveSpeakersChanged, this.listen);
  }

  private self = () => stateOf(this.parts.room.localParticipant, this.parts.me);

  private look = () => {
    const before = this.store.get();
    const there = [this.self(), ...[...this.parts.room.remoteParticipants.values()].map((person) => stateOf(person))];
    const left = before.filter(({ identity }) => !there.some((person) => person.identity === identity));
    const after = [...there, ...left.map(gone)];
    const same = after.length === before.length && after.every((state, index) => isSame(before[index], state));
    if (!same) this.store.set(after);
  };

  private listen = (speakers: readonly Participant[]) => {
    const speaker = speakers.find(({ isLocal }) => !isLocal);
    if (speaker) this.speaker.set(speaker.identity);
  };
}
