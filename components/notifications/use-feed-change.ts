import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Guarded, useGuarded } from '@/components/accounts/ask-password';

/** Changes the own feed, one change at a time; the password is asked for where that needs it. */
export function useFeedChange(save: (form: FormData) => Promise<Guarded>) {
  const t = useTranslations('calendarChoice');
  const { run } = useGuarded();
  const [failed, setFailed] = useState<string>();

  function change(to: 'on' | 'off' | 'new') {
    const form = new FormData();
    form.set('change', to);
    run(
      () => save(form),
      (answer) => setFailed(answer === 'refused' ? t('failed') : undefined),
    );
  }
  return { change, failed };
}
