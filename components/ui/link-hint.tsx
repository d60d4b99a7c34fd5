'use client';

import { useLinkStatus } from 'next/link';
import type { ReactNode } from 'react';

/** The content of a link, which shows that its page is on the way. */
export function LinkHint({ children }: { children: ReactNode }) {
  const { pending } = useLinkStatus();
  return <span className={pending ? 'animate-pulse opacity-50' : ''}>{children}</span>;
}
