import { describe, expect, it } from 'vitest';
import { arrow, CORNER, MARGIN, moveBy } from './place';

const stage = { width: 400, height: 600 };
const picture = { width: 100, height: 140 };

describe('moveBy', () => {
  it('moves by pixels of the room that is left', () => {
    const room = stage.width - picture.width - 2 * MARGIN;
    expect(moveBy({ x: 1, y: 1 }, -room / 2, 0, stage, picture)).toEqual({ x: 0.5, y: 1 });
  });
  it('stays in bounds', () => {
    expect(moveBy(CORNER, 9999, 9999, stage, picture)).toEqual({ x: 1, y: 1 });
    expect(moveBy(CORNER, -9999, -9999, stage, picture)).toEqual({ x: 0, y: 0 });
  });
  it('stays put where there is no room', () => {
    expect(moveBy({ x: 0.3, y: 0.7 }, 10, 10, picture, picture)).toEqual({ x: 0.3, y: 0.7 });
  });
});

describe('arrow', () => {
  it('knows the four keys and no other', () => {
    expect(arrow('ArrowLeft')?.[0]).toBeLessThan(0);
    expect(arrow('ArrowDown')?.[1]).toBeGreaterThan(0);
    expect(arrow('a')).toBeNull();
  });
});
