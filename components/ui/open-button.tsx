'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useTransition } from 'react';

interface OpenButtonProps {
  href: string;
  children: ReactNode;
  opening: string;
}

/** A button that opens a page over this one; before its code runs it is a plain form that goes there. */
export function OpenButton({ href, children, opening }: OpenButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <form
      action={href}
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        start(() => router.push(href, { scroll: false }));
      }}
    >
      <button type="submit" aria-haspopup="dialog" aria-busy={pending} className="button w-full">
        {pending ? opening : children}
      </button>
    </form>
  );
}
