import type { Size } from './frame';

/** Position of the own picture: shares (0 to 1) of the room that is left beside it, so that it stays in bounds at any size. */
export interface Place {
  x: number;
  y: number;
}

export const CORNER: Place = { x: 1, y: 1 };
export const MARGIN = 12;
const STEP = 32;

const share = (at: number, by: number, room: number) => (room <= 0 ? at : Math.min(1, Math.max(0, at + by / room)));

/** The place after moving by pixels. */
export function moveBy(place: Place, dx: number, dy: number, stage: Size, picture: Size): Place {
  return {
    x: share(place.x, dx, stage.width - picture.width - 2 * MARGIN),
    y: share(place.y, dy, stage.height - picture.height - 2 * MARGIN),
  };
}

/** Pixels that an arrow key moves by, or null for another key. */
export function arrow(key: string): [number, number] | null {
  switch (key) {
    case 'ArrowLeft':
      return [-STEP, 0];
    case 'ArrowRight':
      return [STEP, 0];
    case 'ArrowUp':
      return [0, -STEP];
    case 'ArrowDown':
      return [0, STEP];
    default:
      return null;
  }
}

/** The corner after this place, clockwise from the one that is nearest. */
export function nextCorner({ x, y }: Place): Place {
  const [right, low] = [x >= 0.5, y >= 0.5];
  return { x: Number(!low), y: Number(right) };
}
