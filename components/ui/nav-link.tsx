'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

interface NavLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  /** On this path the link opens its page over the present one; elsewhere it goes there. */
  softFrom?: string;
}

export function NavLink({ href, children, className = '', softFrom }: NavLinkProps) {
  const path = usePathname();
  const here = path === href;
  const props = {
    href,
    'aria-current': here ? ('page' as const) : undefined,
    className: `inline-flex min-h-11 items-center rounded-small px-3.5 text-ink-2 no-underline hover:text-ink aria-[current]:bg-wash aria-[current]:font-semibold aria-[current]:text-ink ${className}`,
  };
  if (softFrom !== undefined && path !== softFrom) return <a {...props}>{children}</a>;
  return (
    <Link {...props} prefetch={false}>
      {children}
    </Link>
  );
}
