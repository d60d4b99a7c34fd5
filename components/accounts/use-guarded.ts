import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type Guarded, useAskPassword } from './ask-password';

/** Runs server actions that may need the password, one at a time; `refused` says that one was. Whoever does not give the password left it be. */
export function useGuarded(refused: string) {
  const t = useTranslations('send');
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);

  function run(action: () => Promise<Guarded>, done?: () => void) {
    if (pending) return;
    setFailure(null);
    start(async () => {
      const answer = await ask(action, (answer) => answer === 'password_needed').catch((error) => {
        // Signed out meanwhile, or on to another page.
        unstable_rethrow(error);
        return 'unreachable' as const;
      });
      setFailure(answer === 'unreachable' ? t('unreachable') : answer === 'refused' ? refused : null);
      if (answer === 'done') done?.();
    });
  }
  return { pending, failure, clear: () => setFailure(null), run };
}
