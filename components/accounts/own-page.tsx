'use client';

import { useEffect, useState } from 'react';
import { fetchAs } from './fetch-as';

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

/**
 * Keeps the page and its tab's storage to one person (id), or to nobody who is signed in (null): what is sent from it when somebody else has
 * signed in meanwhile is refused. Stands before whatever reads the storage. Renders nothing.
 */
export function OwnPage({ person }: { person: string | null }) {
  useState(() => typeof window === 'undefined' || keepFor(person));
  useEffect(() => {
    keepFor(person);
    fetchAs(person);
  }, [person]);
  return null;
}
