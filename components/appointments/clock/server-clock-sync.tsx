'use client';

import { useServerNow } from './use-server-now';

/** Stands in the root layout, so that the first thing heard of the server's clock belongs to the document itself. */
export function ServerClockSync({ renderedAt }: { renderedAt: number }) {
  useServerNow(renderedAt);
  return null;
}
