import { expect, it } from 'vitest';
import { Allowance } from './allowance';

it('lets a conversation through, and of a flood so much a second', () => {
  const allowance = new Allowance();
  const taken = (from: string, packets: number, bytes: number, now: number) =>
    Array.from({ length: packets }, () => allowance.take(from, bytes, now)).filter(Boolean).length;
  expect(taken('ana', 500, 100, 0)).toBe(20);
  // The others are heard.
  expect(taken('ben', 5, 100, 0)).toBe(5);
  expect(taken('ana', 500, 100, 1_000)).toBe(4);
  expect(taken('ana', 500, 100, 60_000)).toBe(20);
  // Few, and large.
  expect(taken('cem', 20, 14_000, 0)).toBe(2);
  expect(taken('cem', 20, 14_000, 1_000)).toBe(1);
});
