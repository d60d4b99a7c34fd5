'use client';

import { useSyncExternalStore } from 'react';
import { isZone } from '@/lib/accounts/policy';
import { modernZone } from '@/lib/accounts/zones';

const never = () => () => {};

function browserZone(): string | null {
  const zone = modernZone(Intl.DateTimeFormat().resolvedOptions().timeZone ?? '');
  return isZone(zone) ? zone : null;
}

/** The zone that this device's clock goes by; null on the server, and where the browser keeps it to itself. */
export const useBrowserZone = () => useSyncExternalStore(never, browserZone, () => null);
