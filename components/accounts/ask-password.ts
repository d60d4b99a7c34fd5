import { unstable_rethrow } from 'next/navigation';
import { createContext, useContext, useTransition } from 'react';

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

/** Runs server actions that may need the password, one at a time; `then` is told how it ended. */
export function useGuarded() {
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  function run(action: () => Promise<Guarded>, then: (answer: Guarded) => void) {
    if (pending) return;
    start(async () => {
      const answer = await ask(action, (answer) => answer === 'password_needed').catch((error): Guarded => {
        // Signed out meanwhile, or on to another page.
        unstable_rethrow(error);
        return 'refused';
      });
      then(answer);
    });
  }
  return { pending, run };
}

/** Asks for the password, and runs what is to be seen only with it. */
export function useShowWithPassword() {
  const ask = useContext(AskPasswordContext);
  return async (then: () => void) => {
    if (await ask()) then();
  };
}
