import { getTranslations } from 'next-intl/server';
import { passwordToggle } from '@/components/accounts/form-words';
import type { SignInWords } from '@/components/accounts/sign-in-form';

export async function signInWords(): Promise<SignInWords> {
  const t = await getTranslations('signIn');
  return {
    email: t('email'),
    password: t('password'),
    submit: t('submit'),
    submitting: t('submitting'),
    emailMissing: t('emailMissing'),
    passwordMissing: t('passwordMissing'),
    wrong_credentials: t('wrong'),
    unreachable: t('unreachable'),
    failed: t('failed'),
    waitMinute: t('waitMinute'),
    ...(await passwordToggle()),
    waitMinutes: t('waitMinutes', { minutes: '#' }),
  };
}
