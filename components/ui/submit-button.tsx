'use client';

import type { ReactNode } from 'react';
import { useReady } from './use-ready';

interface SubmitButtonProps {
  pending: boolean;
  /** Its label while the form is on its way. */
  busy: string;
  look?: string;
  children: ReactNode;
}

/** The button of a form that only this page's code can send. While one is on its way the button keeps the focus, and the form takes no second one. */
export function SubmitButton({ pending, busy, look = 'button-go', children }: SubmitButtonProps) {
  const ready = useReady();
  return (
    <button type="submit" className={`button ${look}`} disabled={!ready} aria-disabled={pending || undefined}>
      {pending ? busy : children}
    </button>
  );
}
