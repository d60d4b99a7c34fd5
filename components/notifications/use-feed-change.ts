import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { type Guarded, useAskPassword } from '@/components/accounts/ask-password';

/** Changes the own feed, one change at a time; the password is asked for where that needs it. */
export function useFeedChange(save: (form: FormData) => Promise<Guarded>) {
  const t = useTranslations('calendarChoice');
  const ask = useAskPassword();
  const [pending, start] = useTransition();
  const [failed, setFailed] = useState<string>();

  function change(to: 'on' | 'off' | 'new') {
    if (pending) return;
    const form = new FormData();
    form.set('change', to);
    start(async () => {
      const answer = await ask(
        () => save(form),
        (answer) => answer === 'password_needed',
      ).catch((error): Guarded => {
        // On to the page with the new state.
        unstable_rethrow(error);
        return 'refused';
      });
      setFailed(answer === 'refused' ? t('failed') : undefined);
    });
  }
  return { change, failed, pending };
}
