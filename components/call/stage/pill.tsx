import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A sign with its meaning for those who do not see it. */
export function Sign({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="sr-only">{text}</span>
    </>
  );
}

export function Pill({ children }: { children: ReactNode }) {
  return (
    <p className="inline-flex min-h-8 max-w-full items-center gap-2 rounded-full bg-[rgb(18_16_25/0.78)] px-3 text-[15px] text-on-stage">
      {children}
    </p>
  );
}
