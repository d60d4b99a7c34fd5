'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';

/** Milliseconds within which people tap twice where one tap would do. */
const DOUBLE_TAP = 600;
/** CSS pixels within which two taps are one place to a finger. */
const NEAR = 48;

interface Place {
  x: number;
  y: number;
}

/**
 * For a moment after `screen` has changed, a press near the last tap does nothing: the second tap of a double tap on the button of the one
 * before must not reach whatever has come under the finger. Keys, and presses elsewhere, work at once.
 */
export function useSecondTap(screen: string): void {
  const last = useRef<Place | null>(null);
  const guard = useRef<(Place & { until: number }) | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new screen is the moment, not something to read.
  useLayoutEffect(() => {
    guard.current = last.current && { ...last.current, until: performance.now() + DOUBLE_TAP };
  }, [screen]);

  useEffect(() => {
    let swallowing = false;
    const isSecond = ({ clientX, clientY }: MouseEvent) => {
      const { current } = guard;
      return (
        current !== null &&
        performance.now() < current.until &&
        Math.hypot(clientX - current.x, clientY - current.y) <= NEAR
      );
    };
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onDown = (event: PointerEvent) => {
      swallowing = isSecond(event);
      if (swallowing) swallow(event);
      else last.current = { x: event.clientX, y: event.clientY };
    };
    const onClick = (event: MouseEvent) => {
      // A key's click has no place.
      if (event.detail === 0) return;
      if (swallowing || isSecond(event)) swallow(event);
      swallowing = false;
    };
    addEventListener('pointerdown', onDown, true);
    addEventListener('click', onClick, true);
    return () => {
      removeEventListener('pointerdown', onDown, true);
      removeEventListener('click', onClick, true);
    };
  }, []);
}
