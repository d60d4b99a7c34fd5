'use client';

import type { ReactNode } from 'react';
import { useReady } from './use-ready';

/**
 * The button of a form that the browser could send by itself, kept back until the page's code runs: sent without it a form does not say whose
 * page it is.
 */
export function ReadyButton({ children }: { children: ReactNode }) {
  return (
    <button type="submit" className="button" disabled={!useReady()}>
      {children}
    </button>
  );
}
