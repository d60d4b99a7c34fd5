import type { Memory } from '@/components/call/session/memory';
import { type ChatMessage, merge } from './chat';

/** What this tab keeps of a conversation. */
export interface Kept {
  messages: readonly ChatMessage[];
  since: number | null;
}

/** What was kept under this key. Release 0.1.0 did not note to whom. */
export function recall(memory: Memory, key: string): Kept {
  const kept = memory.conversation<Kept>(key);
  const messages = kept?.messages.map((message) => ({ ...message, to: message.to ?? [] })) ?? [];
  return { messages: merge([], messages), since: kept?.since ?? null };
}

/** Keeps it, and where the tab's storage has no room for all of it, the newer half, and so on. */
export function keep(memory: Memory, key: string, { messages, since }: Kept): void {
  for (let kept = messages; ; kept = kept.slice(Math.ceil(kept.length / 2))) {
    const value: Kept = { messages: kept, since };
    if (memory.keepConversation(key, value) || kept.length === 0) return;
  }
}
