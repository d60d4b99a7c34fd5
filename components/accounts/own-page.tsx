'use client';

import { useEffect, useState } from 'react';
import { PAGE_OF } from '@/lib/platform/page-headers';

const OWNER = 'anteroom-owner';

/** Empties what this tab kept of somebody else: a chat, what was said at a door. */
function keepFor(person: string | null) {
  try {
    if (sessionStorage.getItem(OWNER) === (person ?? '')) return;
    sessionStorage.clear();
    sessionStorage.setItem(OWNER, person ?? '');
  } catch {
    // Storage can be forbidden: then nothing was kept.
  }
}

/** Whose page this is, and the browser's own fetch, once it is said with each request. */
const page: { of: string | null; plainly?: typeof fetch } = { of: null };

/** Says with whatever this page asks of its own site whose page it is, be it by our code or by Next's: a browser's cookies say only who signed in last. */
function fetchAsOwn(...[input, init]: Parameters<typeof fetch>) {
  const plainly = page.plainly as typeof fetch;
  const request = input instanceof Request ? input : null;
  const { origin } = new URL(request?.url ?? input.toString(), location.href);
  if (!page.of || origin !== location.origin) return plainly(input, init);
  const headers = new Headers(init?.headers ?? request?.headers);
  headers.set(PAGE_OF, page.of);
  return plainly(input, { ...init, headers });
}

/**
 * Keeps the page and its tab's storage to one person (id), or to nobody who is signed in (null): what is sent from it when somebody else has
 * signed in meanwhile is refused. Stands before whatever reads the storage. Renders nothing.
 */
export function OwnPage({ person }: { person: string | null }) {
  useState(() => typeof window === 'undefined' || keepFor(person));
  useEffect(() => {
    keepFor(person);
    page.of = person;
    if (page.plainly) return;
    page.plainly = window.fetch.bind(window);
    window.fetch = fetchAsOwn;
  }, [person]);
  return null;
}
