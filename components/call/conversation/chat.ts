import { wordsOf } from './wording';

/** A message as somebody here has it. Times are milliseconds since the epoch, by the server's clock as this browser knows it. */
export interface ChatMessage {
  id: string;
  /** Identity of who wrote it, as the SFU vouches for it, or whoever told it again. */
  from: string;
  /** Of what was told again by somebody else than its writer: their identity, as the SFU vouches for it. */
  teller?: string;
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
/** Messages, and characters of their JSON at most. */
interface Size {
  messages: number;
  characters: number;
}

/** What is kept of one person, the newest: nobody's words drive out another's. What they tell of others is counted as theirs. */
const MOST_OF_ONE: Size = { messages: 250, characters: 120_000 };
/** Messages that are kept in all: by far less than a tab's storage takes, some five million characters. */
export const MOST_KEPT = 1_000;
const MOST_OF_ALL: Size = { messages: MOST_KEPT, characters: 480_000 };
/** An answer of all that, at three bytes a character, in portions of which each two are more than one takes. */
export const LONGEST_ANSWER = { packets: 400, bytes: 1_500_000 };
/** Identities of one message, and messages of one packet. */
export const MOST_PEOPLE = 20;
export const MOST_TOLD = 250;
/** Bytes of a packet. LiveKit takes some 15 kB reliably; a message at its longest has 12 kB in JSON. */
export const LONGEST_PACKET = 15_000;
/** Bytes of messages in one `told`. */
const FULL = 8_000;

export const nameOf = ({ from, id }: Pick<ChatMessage, 'from' | 'id'>) => `${from} ${id}`;

/** Characters of its field names, numbers and name. */
const FRAME = 200;
const lengthOf = ({ id, from, text, to, got = [] }: ChatMessage) =>
  [id, from, text, ...to, ...got].reduce((sum, { length }) => sum + length + 3, FRAME);

/** Adds a message to a sum unless that becomes more than it may be. */
function fits(sum: Size, characters: number, most: Size): boolean {
  if (sum.messages >= most.messages || sum.characters + characters > most.characters) return false;
  sum.messages++;
  sum.characters += characters;
  return true;
}

const EMPTY: Size = { messages: 0, characters: 0 };

/** The newest of each who vouches for them. Where that is too much in all, what came of its writer stays before what others told. */
function bounded(messages: readonly ChatMessage[]): readonly ChatMessage[] {
  const newest = messages.toReversed();
  const sums = new Map<string, Size>();
  const all = { ...EMPTY };
  const kept = new Set<ChatMessage>();
  for (const message of [...newest.filter(({ teller }) => !teller), ...newest.filter(({ teller }) => teller)]) {
    const source = `${message.teller ?? message.from} ${message.from}`;
    const sum = sums.get(source) ?? { ...EMPTY };
    sums.set(source, sum);
    const length = lengthOf(message);
    // Older ones that are shorter do not slip in behind it.
    if (!fits(sum, length, MOST_OF_ONE)) sum.messages = MOST_OF_ONE.messages;
    else if (fits(all, length, MOST_OF_ALL)) kept.add(message);
  }
  return messages.filter((message) => kept.has(message));
}

/**
 * Adds messages, each once, in the order of their times. What comes of its writer takes the place of what another told, at its
 * time. Returns `messages` itself when nothing is new.
 */
export function merge(messages: readonly ChatMessage[], more: readonly ChatMessage[]): readonly ChatMessage[] {
  const known = new Map(messages.map((message) => [nameOf(message), message]));
  for (const message of more) {
    const had = known.get(nameOf(message));
    if (!had) known.set(nameOf(message), message);
    else if (had.teller && !message.teller) known.set(nameOf(message), { ...message, at: had.at });
  }
  const merged = bounded([...known.values()].sort((a, b) => a.at - b.at));
  const isSame = merged.length === messages.length && merged.every((message, index) => message === messages[index]);
  return isSame ? messages : merged;
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

function readMessage({ id: rawId, text: rawText, at, to }: Raw) {
  const id = idOf(rawId);
  const text = typeof rawText === 'string' ? wordsOf(rawText, LONGEST_MESSAGE) : '';
  if (id === null || text === '' || !Number.isFinite(at)) return null;
  return { id, text, at: at as number, to: idsOf(to, MOST_PEOPLE) };
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

/** Its kind comes first, by which `isAnswer` knows it. */
export const packPacket = ({ kind, ...rest }: Packet) => new TextEncoder().encode(JSON.stringify({ kind, ...rest }));

const ANSWER = new TextEncoder().encode('{"kind":"told"');
/** Whether a packet gives itself out for an answer: seen before it is read, as answers have bounds of their own. */
export const isAnswer = (payload: Uint8Array) => ANSWER.every((byte, index) => payload[index] === byte);

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

/**
 * What somebody may be told again by `me`: what was written to or by them. What another says that one wrote oneself is told to that other alone: to
 * anybody else one would vouch for it.
 */
export const toldTo = (messages: readonly ChatMessage[], identity: string, me: string): readonly Told[] =>
  messages
    .filter(({ from, to }) => from === identity || to.includes(identity))
    .filter(({ from, teller }) => from !== me || !teller || teller === identity)
    .map(({ id, from, text, at, to }) => ({ id, from, text, at, to }));

/** Whether something was written to the person here. Release 0.1.0 does not say to whom. */
export const isTo = ({ to }: Pick<ChatMessage, 'to'>, me: string) => to.length === 0 || to.includes(me);

/** Whether a message that somebody tells was written to or by the person here, and by somebody of whom they know. */
export const concerns = ({ from, to }: Told, me: string, known: ReadonlySet<string>) =>
  from === me || (known.has(from) && to.includes(me));

/** A time that another browser says, within those in which it can have been. */
export const within = (at: number, from: number, until: number) => Math.min(Math.max(at, from), until);

/** The earlier of two beginnings. */
export const earlier = (mine: number | null, theirs: number | null) =>
  mine === null || theirs === null ? (mine ?? theirs) : Math.min(mine, theirs);
