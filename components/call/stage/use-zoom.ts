import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How many times as large as fits at the most. */
export const MOST = 5;
/** How many times as large a double tap makes what fits. */
const TWICE = 2.5;

const bounded = (zoom: number) => Math.min(MOST, Math.max(1, zoom));

interface Point {
  x: number;
  y: number;
}

const distance = ([a, b]: TouchList) => (a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0);

/** Where something in the middle of two fingers, or under a pointer, lies in an element. */
function within(element: HTMLElement, points: Iterable<{ clientX: number; clientY: number }>): Point {
  const { left, top } = element.getBoundingClientRect();
  const all = [...points];
  const middle = (key: 'clientX' | 'clientY') => all.reduce((sum, point) => sum + point[key], 0) / all.length;
  return { x: middle('clientX') - left, y: middle('clientY') - top };
}

/**
 * How large the content of an element that scrolls is drawn (1: as it fits). What lies under the fingers or the pointer, else in the middle,
 * stays where it is. `zoomBy` multiplies; 0 fits it again.
 */
export function useZoom(): {
  zoom: number;
  scroller: RefObject<HTMLElement | null>;
  zoomBy: (factor: number) => void;
} {
  const scroller = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(1);
  /** The point that stays, and how large it was before. */
  const held = useRef<{ at: Point; before: number; left: number; top: number } | null>(null);

  const latest = useRef(zoom);
  const to = useRef((factor: number, at?: Point) => {
    const element = scroller.current;
    const before = latest.current;
    const next = bounded(before * factor);
    if (!element || next === before) return;
    const { clientWidth, clientHeight, scrollLeft: left, scrollTop: top } = element;
    held.current = { at: at ?? { x: clientWidth / 2, y: clientHeight / 2 }, before, left, top };
    latest.current = next;
    setZoom(next);
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || !held.current) return;
    const { at, before, left, top } = held.current;
    const content = element.firstElementChild as HTMLElement;
    // Room beside what is smaller than the element does not grow with it.
    const moved = (scrolled: number, point: number, size: number, room: number) => {
      const beside = Math.max(0, (room - (size * before) / zoom) / 2);
      return ((scrolled + point - beside) * zoom) / before + Math.max(0, (room - size) / 2) - point;
    };
    element.scrollTo(
      moved(left, at.x, content.offsetWidth, element.clientWidth),
      moved(top, at.y, content.offsetHeight, element.clientHeight),
    );
  }, [zoom]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let apart = 0;
    const onStart = ({ touches }: TouchEvent) => {
      apart = touches.length === 2 ? distance(touches) : 0;
    };
    const onMove = (event: TouchEvent) => {
      if (event.touches.length !== 2 || !apart) return;
      event.preventDefault();
      const now = distance(event.touches);
      const factor = now / apart;
      apart = now;
      to.current(factor, within(element, event.touches));
    };
    const onDouble = (event: MouseEvent) => to.current(latest.current > 1 ? 0 : TWICE, within(element, [event]));
    const onWheel = (event: WheelEvent) => {
      // Two fingers on a trackpad come as this.
      if (!event.ctrlKey) return;
      event.preventDefault();
      to.current(Math.exp(-event.deltaY / 100), within(element, [event]));
    };
    const onKey = ({ key }: KeyboardEvent) => {
      const factor = { '+': 1.5, '-': 1 / 1.5, '0': 0 }[key];
      if (factor !== undefined) to.current(factor);
    };
    // React listens passively to what is prevented here.
    element.addEventListener('touchstart', onStart, { passive: true });
    element.addEventListener('touchmove', onMove, { passive: false });
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('dblclick', onDouble);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('touchstart', onStart);
      element.removeEventListener('touchmove', onMove);
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('dblclick', onDouble);
      element.removeEventListener('keydown', onKey);
    };
  }, []);

  return { zoom, scroller, zoomBy: (factor) => to.current(factor) };
}
