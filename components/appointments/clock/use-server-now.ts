'use client';

import { useLayoutEffect } from 'react';
import { hear, serverNow } from './server-clock';

/** The server's clock (milliseconds since the epoch) as of a page that it rendered at `renderedAt`. Ask it in effects and handlers. */
export function useServerNow(renderedAt: number): () => number {
  useLayoutEffect(() => hear(renderedAt), [renderedAt]);
  return serverNow;
}
