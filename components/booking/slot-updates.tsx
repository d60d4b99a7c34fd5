'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { useSlotUpdates } from '@/components/live/use-slot-updates';

/** Renders the page anew when the free times of its doctor changed. Renders nothing itself. */
export function SlotUpdates({ doctor }: { doctor: string }) {
  const router = useRouter();
  useSlotUpdates(
    doctor,
    useCallback(() => router.refresh(), [router]),
  );
  return null;
}
