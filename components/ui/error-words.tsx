'use client';

import { createContext, type ReactNode, useContext, useEffect } from 'react';

export interface FailureWords {
  title: string;
  text: string;
  retry: string;
  home: string;
  /** "Call us: …", when the clinic has a phone. */
  call: string | null;
  phone: string | null;
}

let last: FailureWords | null = null;

/** The words of the last page that this browser rendered, for when even the frame around them failed; null: none yet. */
export const lastErrorWords = () => last;

const Words = createContext<FailureWords | null>(null);

/** Hands the words for an unexpected failure to the error page, which runs in the browser and cannot look them up any more. */
export function ErrorWords({ words, children }: { words: FailureWords; children: ReactNode }) {
  useEffect(() => {
    last = words;
  }, [words]);
  return <Words value={words}>{children}</Words>;
}

export const useErrorWords = () => useContext(Words);
