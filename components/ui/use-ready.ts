'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** True as soon as this page's code runs. A form that only its code can send is kept back until then: the browser would send it its own way. */
export const useReady = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
