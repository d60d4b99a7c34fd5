/** A message. `at` in milliseconds since the epoch, by the server's clock as the writer's browser knows it. */
export interface ChatMessage {
  id: string;
  /** Identity of who wrote it, as the SFU vouches for it. */
  from: string;
  /** Their name then: they may be neither there nor on the roster any more when it is read. */
  name?: string;
  text: string;
  at: number;
}

export const LONGEST_MESSAGE = 2_000;
const MOST_MESSAGES = 500;

/** Adds new messages, each once; in order of writing, the newest kept. Returns `messages` itself when nothing is new. */
export function merge(messages: readonly ChatMessage[], more: readonly ChatMessage[]): readonly ChatMessage[] {
  const known = new Set(messages.map(({ from, id }) => `${from} ${id}`));
  const fresh = more.filter(({ from, id }) => !known.has(`${from} ${id}`) && known.add(`${from} ${id}`));
  if (fresh.length === 0) return messages;
  return [...messages, ...fresh].sort((a, b) => a.at - b.at).slice(-MOST_MESSAGES);
}

/** A message of the data channel. `since`: the first moment with somebody else there. */
export type Packet =
  | { kind: 'chat'; id: string; text: string; at: number }
  | { kind: 'state'; hand: boolean; since: number | null };

/** Reads a packet of another browser; null for anything that is not ours. */
export function parsePacket(payload: Uint8Array): Packet | null {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { kind, id, text, at, hand, since } = value;
  if (kind === 'chat' && typeof id === 'string' && typeof text === 'string' && Number.isFinite(at)) {
    return { kind, id: id.slice(0, 64), text: text.slice(0, LONGEST_MESSAGE), at: at as number };
  }
  if (kind === 'state' && typeof hand === 'boolean') {
    return { kind, hand, since: Number.isFinite(since) ? (since as number) : null };
  }
  return null;
}

export const packPacket = (packet: Packet) => new TextEncoder().encode(JSON.stringify(packet));

/** The earlier of two beginnings; one that lies in the future is nonsense. */
export function earlier(mine: number | null, theirs: number | null, now: number): number | null {
  if (theirs === null || theirs <= 0 || theirs > now + 5_000) return mine;
  return mine === null ? theirs : Math.min(mine, theirs);
}
