import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepConsoleDiscreet, placesOf } from './log';

describe('an error in the log', () => {
  it('keeps where it happened and drops what it says', () => {
    const error = new Error('duplicate key (email)=(maria@mail.example)\n    at quoted nonsense maria');
    expect(placesOf(error).join('\n')).toMatch(/log\.test\.ts/);
    expect(placesOf(error).join('\n')).not.toMatch(/maria/);
  });
});

describe('a discreet console', () => {
  const { error, warn, log } = console;
  afterEach(() => void Object.assign(console, { error, warn, log }));

  it('prints where an error happened, and not what it says', () => {
    const printed = vi.fn();
    console.error = printed;
    keepConsoleDiscreet();
    console.error('⨯', new RangeError('Invalid time zone: maria'), 3);
    expect(printed).toHaveBeenCalledWith('⨯', expect.stringMatching(/^RangeError\n\s+at .*log\.test\.ts/), 3);
    expect(JSON.stringify(printed.mock.calls)).not.toContain('maria');
  });
});
