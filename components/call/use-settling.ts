'use client';

import { useEffect, useState } from 'react';

/** Milliseconds within which people tap twice where one tap would do. */
const DOUBLE_TAP = 600;

/**
 * True for a moment after `screen` has changed: the second tap of a double tap on the button of the one before must not reach whatever
 * has come under the finger.
 */
export function useSettling(screen: string): boolean {
  const [settled, setSettled] = useState(screen);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(screen), DOUBLE_TAP);
    return () => clearTimeout(timer);
  }, [screen]);
  return settled !== screen;
}
