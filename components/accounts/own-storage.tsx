'use client';

import { useEffect, useState } from 'react';

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

/** Keeps the tab's storage to one person (id), or to nobody who is signed in (null). Stands before whatever reads it. Renders nothing. */
export function OwnStorage({ person }: { person: string | null }) {
  useState(() => typeof window === 'undefined' || keepFor(person));
  useEffect(() => keepFor(person), [person]);
  return null;
}
