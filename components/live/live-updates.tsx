'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useLiveUpdates } from './use-live-updates';

/** Keeps the page as it is on the server: what happens elsewhere shows here without a reload. Renders nothing. */
export function LiveUpdates() {
  const router = useRouter();
  useLiveUpdates(useCallback(() => router.refresh(), [router]));
  return null;
}
