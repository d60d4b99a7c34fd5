import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';

interface SlotSubmitProps {
  /** The sentence that names the chosen time. */
  chosen: string | null;
  pending: boolean;
  busy: string;
  /** The sentence that says how it goes on. */
  after: string;
  children: ReactNode;
}

/** The end of a form about one free time: the time that is chosen, the button, and how it goes on. */
export function SlotSubmit({ chosen, pending, busy, after, children }: SlotSubmitProps) {
  return (
    <div className="grid gap-2">
      {chosen && <p className="font-semibold tabular-nums">{chosen}</p>}
      <SubmitButton pending={pending} busy={busy}>
        {children}
      </SubmitButton>
      <p className="text-note text-ink-2">{after}</p>
    </div>
  );
}
