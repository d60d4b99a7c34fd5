import { expect, it } from 'vitest';
import { Memory } from '@/components/call/session/memory';
import type { ChatMessage } from './chat';
import { keep, recall } from './keeping';

/** A tab whose storage takes so many characters. */
function tabOf(room: number) {
  let kept: string | null = null;
  let writes = 0;
  const tab = {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      writes++;
      if (value.length > room) throw new DOMException('', 'QuotaExceededError');
      kept = value;
    },
  } as unknown as Storage;
  return { memory: new Memory({ tab: () => tab, browser: () => tab }), writes: () => writes };
}

const messages = Array.from(
  { length: 100 },
  (_, at): ChatMessage => ({ id: `${at}`, from: 'ana', text: 'x'.repeat(100), at, to: ['me'] }),
);
const kept = (memory: Memory) => recall(memory, 'visit-me').messages;

it('keeps all that there is room for, in one go', () => {
  const { memory, writes } = tabOf(5_000_000);
  keep(memory, 'visit-me', { messages, since: 5 });
  expect(recall(memory, 'visit-me')).toEqual({ messages, since: 5 });
  expect(writes()).toBe(1);
});

it('keeps the newest where there is no room for all, each time anew', () => {
  const { memory } = tabOf(9_000);
  keep(memory, 'visit-me', { messages: messages.slice(0, 40), since: null });
  expect(kept(memory)).toHaveLength(40);
  keep(memory, 'visit-me', { messages, since: 5 });
  expect(kept(memory)).toEqual(messages.slice(50));
  expect(recall(memory, 'visit-me').since).toBe(5);
});

it('goes on where nothing can be kept', () => {
  const { memory, writes } = tabOf(0);
  keep(memory, 'visit-me', { messages, since: 5 });
  expect(recall(memory, 'visit-me')).toEqual({ messages: [], since: null });
  expect(writes()).toBeLessThan(10);
});

it('takes no more from an earlier release than is kept now', () => {
  const { memory } = tabOf(5_000_000);
  const old = messages.map(({ to: _, ...message }) => message);
  const flood = Array.from({ length: 2_000 }, (_, at) => ({ ...old[0], id: `flood ${at}`, at: 1_000 + at }));
  memory.keepConversation('visit-me', { messages: [...old, ...flood], since: null });
  expect(kept(memory)).toHaveLength(250);
});
