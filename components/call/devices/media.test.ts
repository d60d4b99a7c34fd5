import { describe, expect, it } from 'vitest';
import { loudness } from '@/components/call/door/use-level';
import { elapsed } from '@/components/call/stage/elapsed';
import { problemOf } from './acquire';
import { mediaProblem } from './media-problem';

const device = (problem: 'denied' | 'missing' | 'busy' | null, on = true) => ({
  ...{ on, problem, track: null, live: false, arrived: false, instead: false },
});

describe('problemOf', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s means %s', (name, problem) => expect(problemOf(new DOMException('', name))).toBe(problem));
});

describe('mediaProblem', () => {
  it('has one word for both', () => {
    expect(mediaProblem({ camera: device('denied'), microphone: device('denied') })).toEqual(['denied_both']);
  });
  it('names each where they differ', () => {
    expect(mediaProblem({ camera: device('busy'), microphone: device('missing') })).toEqual([
      'busy_camera',
      'missing_microphone',
    ]);
  });
  it('is silent about what is off or well', () => {
    expect(mediaProblem({ camera: device('missing', false), microphone: device(null) })).toEqual([]);
  });
});

describe('elapsed', () => {
  it.each([
    [-5, '00:00'],
    [522_000, '08:42'],
    [3_599_999, '59:59'],
    [4_122_000, '1:08:42'],
  ])('%d ms is %s', (ms, text) => expect(elapsed(ms)).toBe(text));
});

describe('loudness', () => {
  it('is 0 in silence and 1 at most', () => {
    expect(loudness(new Uint8Array(8).fill(128))).toBe(0);
    expect(loudness(new Uint8Array(8).fill(255))).toBe(1);
    expect(loudness(new Uint8Array())).toBe(0);
  });
});
