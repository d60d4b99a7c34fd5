import type { ReactNode } from 'react';

export type Tone = 'ok' | 'wait' | 'no' | 'quiet';

const TONES: Record<Tone, string> = {
  ok: 'text-ok bg-ok-wash',
  wait: 'text-wait bg-wait-wash',
  no: 'text-no bg-no-wash',
  quiet: 'text-ink-2 bg-wash',
};

interface BadgeProps {
  tone: Tone;
  sign: ReactNode;
  children: ReactNode;
  dense?: boolean;
}

/** A state in one word; the sign before it says the same to those who don't see the colour. */
export function Badge({ tone, sign, children, dense = false }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 self-start justify-self-start rounded-full py-1 leading-tight font-[650] whitespace-nowrap ${dense ? 'px-2 text-[14px]' : 'px-2.5 text-xs'} ${TONES[tone]}`}
    >
      <span aria-hidden className="inline-flex [&>svg]:size-[1.1em] [&>svg]:stroke-[2.4]">
        {sign}
      </span>
      {children}
    </span>
  );
}
