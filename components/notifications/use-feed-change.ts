import { useTranslations } from 'next-intl';
import type { Guarded } from '@/components/accounts/ask-password';
import { useGuarded } from '@/components/accounts/use-guarded';

/** Changes the own feed, one change at a time; the password is asked for where that needs it. */
export function useFeedChange(save: (form: FormData) => Promise<Guarded>) {
  const t = useTranslations('calendarChoice');
  const { run, failure } = useGuarded(t('failed'));

  function change(to: 'on' | 'off' | 'new') {
    const form = new FormData();
    form.set('change', to);
    run(() => save(form));
  }
  return { change, failed: failure ?? undefined };
}
