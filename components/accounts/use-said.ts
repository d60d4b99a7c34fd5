import { type FormEvent, useEffect, useRef, useState } from 'react';

/** What the server says of a password; null: nothing. */
export type Said = { good: boolean; text: string } | null;

export type Judge = (typed: string) => Promise<Said>;

/** Long enough that a word is typed to its end. */
const PAUSE_MS = 400;

/**
 * What the server says of the password in a field, once typing pauses. It is only said: the form can be sent at any time, and then no verdict is
 * asked for that would go before it, or come after its answer.
 */
export function useSaid(judge: Judge) {
  const [said, setSaid] = useState<Said>(null);
  const [typed, setTyped] = useState<{ value: string; form: HTMLFormElement | null } | null>(null);
  const ask = useRef(judge);
  ask.current = judge;

  useEffect(() => {
    if (!typed) return;
    const { value, form } = typed;
    let current = true;
    const timer = setTimeout(async () => {
      // Without an answer nothing is said: sending the form will tell.
      const answer = value ? await ask.current(value).catch(() => null) : null;
      if (current) setSaid(answer);
    }, PAUSE_MS);
    const stop = () => clearTimeout(timer);
    form?.addEventListener('submit', stop);
    return () => {
      current = false;
      stop();
      form?.removeEventListener('submit', stop);
    };
  }, [typed]);

  function listen({ currentTarget: { value, form } }: FormEvent<HTMLInputElement>) {
    if (!value) setSaid(null);
    setTyped({ value, form });
  }
  return { said, listen };
}
