import { useEffect, useRef } from 'react';
import type { ChatMessage } from './chat';

/** CSS pixels from the end of the list within which somebody reads the newest. */
const NEAR = 48;

/** Keeps the newest message in view for whoever reads at the end of the list. Whoever reads further up stays there until they write. */
export function useNewest(messages: readonly ChatMessage[], me: string) {
  const list = useRef<HTMLUListElement>(null);
  const atEnd = useRef(true);
  const last = messages.at(-1);
  const newest = last && `${last.from} ${last.id}`;
  const isMine = last?.from === me;

  useEffect(() => {
    const element = list.current;
    const note = () => {
      if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;
    };
    element?.addEventListener('scroll', note);
    return () => element?.removeEventListener('scroll', note);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the moment to scroll.
  useEffect(() => {
    const element = list.current;
    if (element && (atEnd.current || isMine)) element.scrollTop = element.scrollHeight;
  }, [newest, isMine]);

  return list;
}
