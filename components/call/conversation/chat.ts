/** A message as somebody here has it. Times are milliseconds since the epoch, by the server's clock as this browser knows it. */
export interface ChatMessage {
  id: string;
  /** Identity of who wrote it, as the SFU vouches for it, or whoever told it again. */
  from: string;
  /** Their name then, as the SFU vouches for it: they may be neither there nor on the roster any more when it is read. */
  name?: string;
  text: string;
  /** When it was received here, or by whoever told it again; one's own: written. */
  at: number;
  /** Identities of those to whom it was written. Nobody else is ever told it. */
  to: readonly string[];
  /** Of one's own: identities of those who have it. */
  got?: readonly string[];
}

export const LONGEST_MESSAGE = 2_000;
/** Messages of one person that are kept, the newest: nobody's words drive out another's. */
const MOST_OF_ONE = 250;
/** Identities of one message, and messages of one packet. */
const MOST_PEOPLE = 20;
const MOST_TOLD = 250;
/** Bytes of a packet. LiveKit takes some 15 kB reliably; a message at its longest has 12 kB in JSON. */
export const LONGEST_PACKET = 15_000;
/** Bytes of messages in one `told`. */
const FULL = 8_000;

const nameOf = ({ from, id }: ChatMessage) => `${from} ${id}`;

function newestOfEach(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const left = new Map<string, number>();
  const kept = messages.toReversed().filter(({ from }) => {
    const count = (left.get(from) ?? 0) + 1;
    left.set(from, count);
    return count <= MOST_OF_ONE;
  });
  return kept.length === messages.length ? messages : kept.reverse();
}

/** Adds messages, each once, in the order of their times. Returns `messages` itself when nothing is new. */
export function merge(messages: readonly ChatMessage[], more: readonly ChatMessage[]): readonly ChatMessage[] {
  const known = new Set(messages.map(nameOf));
  const fresh = more.filter((message) => !known.has(nameOf(message)) && known.add(nameOf(message)));
  if (fresh.length === 0) return messages;
  return newestOfEach([...messages, ...fresh].sort((a, b) => a.at - b.at));
}

/** Notes who has one's own messages (ids) by now. Returns `messages` itself when that was known. */
export function received(
  messages: readonly ChatMessage[],
  me: string,
  ids: readonly string[],
  by: string,
): readonly ChatMessage[] {
  const news = new Set(ids);
  const changes = (message: ChatMessage) =>
    message.from === me && news.has(message.id) && message.to.includes(by) && !message.got?.includes(by);
  if (!messages.some(changes)) return messages;
  return messages.map((message) => (changes(message) ? { ...message, got: [...(message.got ?? []), by] } : message));
}

/** Those who do not have a message of one's own yet. */
export const waiting = ({ to, got = [] }: ChatMessage) => to.filter((identity) => !got.includes(identity));

/** A message in a packet. */
export type Told = Pick<ChatMessage, 'id' | 'from' | 'text' | 'at' | 'to'>;

/**
 * What browsers say to each other. `ask`: for what was written to or by the sender, and how things are; `told` answers it, in as many packets as
 * it takes. `got`: these messages of yours have arrived. `since`: the first moment with somebody else there.
 */
export type Packet =
  | { kind: 'chat'; id: string; text: string; at: number; to: readonly string[] }
  | { kind: 'got'; ids: readonly string[] }
  | { kind: 'ask' }
  | { kind: 'told'; messages: readonly Told[]; last: boolean; hand: boolean; since: number | null }
  | { kind: 'state'; hand: boolean; since: number | null };

type Raw = Record<string, unknown>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value.slice(0, 64) : null);
const idsOf = (value: unknown, most: number) =>
  Array.isArray(value)
    ? value
        .slice(0, most)
        .map(idOf)
        .filter((id) => id !== null)
    : [];

function readMessage({ id: rawId, text, at, to }: Raw) {
  const id = idOf(rawId);
  if (id === null || typeof text !== 'string' || !Number.isFinite(at)) return null;
  return { id, text: text.slice(0, LONGEST_MESSAGE), at: at as number, to: idsOf(to, MOST_PEOPLE) };
}

function readTold(value: unknown): Told | null {
  const message = isRecord(value) ? readMessage(value) : null;
  const from = isRecord(value) ? idOf(value.from) : null;
  return message && from !== null ? { ...message, from } : null;
}

const stateOf = ({ hand, since }: Raw) =>
  typeof hand === 'boolean' ? { hand, since: Number.isFinite(since) ? (since as number) : null } : null;

function read(value: Raw): Packet | null {
  const { kind } = value;
  if (kind === 'ask') return { kind };
  if (kind === 'got') return { kind, ids: idsOf(value.ids, MOST_TOLD) };
  if (kind === 'chat') {
    const message = readMessage(value);
    return message && { kind, ...message };
  }
  const state = stateOf(value);
  if (kind === 'state') return state && { kind, ...state };
  if (kind !== 'told' || !state || !Array.isArray(value.messages)) return null;
  const messages = value.messages
    .slice(0, MOST_TOLD)
    .map(readTold)
    .filter((message) => message !== null);
  return { kind, messages, last: value.last === true, ...state };
}

/** Reads a packet of another browser; null for anything that is not ours. */
export function parsePacket(payload: Uint8Array): Packet | null {
  if (payload.byteLength > LONGEST_PACKET) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(payload));
    return isRecord(value) ? read(value) : null;
  } catch {
    return null;
  }
}

export const packPacket = (packet: Packet) => new TextEncoder().encode(JSON.stringify(packet));

/** Messages in portions that a packet takes, at least one, which may be empty. */
export function portions(messages: readonly Told[]): readonly (readonly Told[])[] {
  const found: Told[][] = [[]];
  let size = 0;
  for (const message of messages) {
    const bytes = new TextEncoder().encode(JSON.stringify(message)).byteLength;
    if (size > 0 && size + bytes > FULL) {
      found.push([]);
      size = 0;
    }
    found.at(-1)?.push(message);
    size += bytes;
  }
  return found;
}

/** What somebody may be told again: what was written to or by them. */
export const toldTo = (messages: readonly ChatMessage[], identity: string): readonly Told[] =>
  messages
    .filter(({ from, to }) => from === identity || to.includes(identity))
    .map(({ id, from, text, at, to }) => ({ id, from, text, at, to }));

/** A time that another browser says, within those in which it can have been. */
export const within = (at: number, from: number, until: number) => Math.min(Math.max(at, from), until);

/** The earlier of two beginnings. */
export const earlier = (mine: number | null, theirs: number | null) =>
  mine === null || theirs === null ? (mine ?? theirs) : Math.min(mine, theirs);
