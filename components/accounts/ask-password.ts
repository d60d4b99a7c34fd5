import { createContext, useContext } from 'react';

/** Asks for the password; true: it was given, and what was refused for want of it can be tried again. */
export type AskPassword = () => Promise<boolean>;

export const AskPasswordContext = createContext<AskPassword>(async () => false);

/** What a server action that may need the password answers. */
export type Guarded = 'done' | 'refused' | 'password_needed';

/**
 * Runs what may need the password given again: where `needsIt` says so of the answer, the password is asked for, and then it is run once
 * more. Whoever does not give it leaves the answer as it was.
 */
export function useAskPassword() {
  const ask = useContext(AskPasswordContext);
  return async <Answer>(run: () => Promise<Answer>, needsIt: (answer: Answer) => boolean): Promise<Answer> => {
    const answer = await run();
    return needsIt(answer) && (await ask()) ? run() : answer;
  };
}

/** Asks for the password, and runs what is to be seen only with it. */
export function useShowWithPassword() {
  const ask = useContext(AskPasswordContext);
  return async (then: () => void) => {
    if (await ask()) then();
  };
}
