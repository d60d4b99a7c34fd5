'use client';

import { useServerNow } from './use-server-now';

/** Hears the server's clock. It stands in the root layout, so that the first thing heard belongs to the document itself. */
export function ServerClockSync({ renderedAt }: { renderedAt: number }) {
  useServerNow(renderedAt);
  return null;
}
