import { describe, expect, it } from 'vitest';
import { placesOf } from './log';

describe('an error in the log', () => {
  it('keeps where it happened and drops what it says', () => {
    const error = new Error('duplicate key (email)=(maria@mail.example)\n    at quoted nonsense maria');
    expect(placesOf(error).join('\n')).toMatch(/log\.test\.ts/);
    expect(placesOf(error).join('\n')).not.toMatch(/maria/);
  });
});
