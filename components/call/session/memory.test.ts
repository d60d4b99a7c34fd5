import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freshMemory } from '@/tests/support/fake-browser';
import { Memory } from './memory';

const CALL = '01930000-0000-4000-8000-000000000001';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the note of a visit', () => {
  it('is of one appointment, and says for the minutes of a reload that the person was in the call', () => {
    const memory = freshMemory();
    memory.keepNote('visit', { camera: true, microphone: false, inCall: true, call: CALL });
    expect(memory.note('another')).toBeNull();
    expect(memory.note('visit')).toEqual({ camera: true, microphone: false, inCall: true, call: CALL });
    vi.advanceTimersByTime(5 * 60_000);
    expect(memory.note('visit')).toEqual({ camera: true, microphone: false, inCall: false, call: CALL });
  });

  it('is no use from the future, which a clock set back makes of it', () => {
    const memory = freshMemory();
    memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
    vi.setSystemTime(Date.now() - 10 * 60_000);
    expect(memory.note('visit')?.inCall).toBe(false);
  });
});

it('keeps the choices of several devices', () => {
  const memory = freshMemory();
  memory.choose({ camera: 'a' });
  memory.choose({ speaker: 'b' });
  memory.choose({ camera: 'c' });
  expect(memory.choices()).toEqual({ camera: 'c', speaker: 'b' });
});

it('forgets everything where storage is forbidden, and breaks nothing', () => {
  const forbidden = () => {
    throw new DOMException('', 'SecurityError');
  };
  const memory = new Memory({ tab: forbidden, browser: forbidden });
  memory.choose({ camera: 'a' });
  memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
  memory.keepConversation('visit-me', { messages: [] });
  expect(memory.choices()).toEqual({});
  expect(memory.note('visit')).toBeNull();
  expect(memory.conversation('visit-me')).toBeNull();
});

it('keeps nothing that is no longer so where storage is full', () => {
  const kept = new Map<string, string>();
  let full = false;
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      if (full) throw new DOMException('', 'QuotaExceededError');
      kept.set(key, value);
    },
  } as unknown as Storage;
  const memory = new Memory({ tab: () => store, browser: () => store });
  memory.keepNote('visit', { camera: true, microphone: true, inCall: true, call: CALL });
  memory.keepWishes('visit-me', { camera: true, microphone: true });
  full = true;
  memory.keepNote('visit', { camera: false, microphone: false, inCall: true, call: CALL });
  memory.keepWishes('visit-me', { camera: false, microphone: false });
  expect(memory.note('visit')).toBeNull();
  expect(memory.wishes('visit-me')).toBeNull();
});
