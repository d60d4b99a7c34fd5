import { useEffect, useRef, useState } from 'react';
import { type ChatMessage, nameOf } from './chat';

/** CSS pixels from the end of the list within which somebody reads the newest. */
const NEAR = 48;

/**
 * Keeps the newest message in view for whoever reads at the end of the list. Whoever reads further up stays there until they write; `isBelow`:
 * something new came below meanwhile, and `toEnd` leads there.
 */
export function useNewest(messages: readonly ChatMessage[], me: string) {
  const list = useRef<HTMLUListElement>(null);
  const atEnd = useRef(true);
  const [isBelow, setIsBelow] = useState(false);
  const last = messages.at(-1);
  const newest = last && nameOf(last);
  const isMine = last?.from === me;

  const toEnd = () => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  };

  useEffect(() => {
    const element = list.current;
    const note = () => {
      if (!element) return;
      atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;
      if (atEnd.current) setIsBelow(false);
    };
    element?.addEventListener('scroll', note);
    return () => element?.removeEventListener('scroll', note);
  }, []);

  useEffect(() => {
    if (newest === undefined) return;
    const element = list.current;
    if (element && (atEnd.current || isMine)) element.scrollTop = element.scrollHeight;
    else setIsBelow(true);
  }, [newest, isMine]);

  return { list, isBelow, toEnd };
}
