import { describe, expect, it } from 'vitest';
import { frame } from './frame';

const wide = { width: 1280, height: 720 };
const upright = { width: 360, height: 640 };

describe('frame', () => {
  it('fills a stage of nearly the same shape', () => {
    expect(frame({ width: 1248, height: 628 }, wide, 0.5)).toEqual({ width: 1248, height: 628 });
  });
  it('cuts no more of a wide picture on an upright stage than allowed', () => {
    const box = frame(upright, wide, 0.5);
    expect(box.width).toBe(360);
    expect(box.height).toBe(405);
    // What is seen of the picture's width, at the scale that fills the box's height.
    expect(box.width / (box.height * (1280 / 720))).toBeCloseTo(0.5, 2);
  });
  it('cuts nothing of a screen', () => {
    expect(frame(upright, wide, 0)).toEqual({ width: 360, height: 203 });
    expect(frame({ width: 1000, height: 300 }, wide, 0)).toEqual({ width: 533, height: 300 });
  });
  it('fills the stage while the size of the picture is not known', () => {
    expect(frame(upright, { width: 0, height: 0 }, 0.5)).toEqual(upright);
  });
});
