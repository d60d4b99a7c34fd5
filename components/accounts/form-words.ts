import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { MIN_PASSWORD } from '@/lib/accounts/schema';
import type { Reader } from '@/lib/appointments/when';
import type { MailFormWords } from './mail-form';
import { zoneChoices } from './zone-choices';
import type { ZoneWords } from './zone-field';

/** Words and choices of the fields that several forms have; they run in the browser and get strings. */
export async function zoneField(hint: string) {
  const [t, locale] = await Promise.all([getTranslations('form'), getLocale()]);
  const words: ZoneWords = {
    label: t('zone'),
    hint,
    now: t('zoneNow', { time: '{time}' }),
    change: t('zoneChange'),
    changeName: t('zoneChangeName'),
    unknown: t('zoneUnknown'),
    browser: t('zoneBrowser', { zone: '{zone}' }),
    use: t('zoneUse', { city: '{city}' }),
    search: t('zoneSearch'),
    list: t('zoneList'),
    done: t('zoneDone'),
    // 0, 1 and 2 stand for their kinds; "#" for the number, which only the list knows.
    found: {
      none: t('zoneFound', { count: 0 }),
      one: t('zoneFound', { count: 1 }),
      other: t('zoneFound', { count: 2 }).replace('2', '#'),
    },
  };
  return { choices: zoneChoices(locale as Reader['locale']), words };
}

/** What a form says that a mail answers; its namespace has them under the same keys. */
export async function mailFormWords(namespace: 'signUp' | 'forgot', intro: string): Promise<MailFormWords> {
  const [t, form] = await Promise.all([getTranslations(namespace), getTranslations('form')]);
  return {
    title: t('title'),
    intro,
    submit: t('submit'),
    submitting: t('submitting'),
    unreachable: form('unreachable'),
    sent: {
      title: t('sentTitle'),
      text: t('sentText', { email: '{email}' }),
      help: t('sentHelp'),
      again: t('again'),
    },
  };
}

/** What stands on the button that shows a password. */
export async function passwordToggle() {
  const t = await getTranslations('form');
  return { show: t('show'), hide: t('hide'), showPassword: t('showPassword'), hidePassword: t('hidePassword') };
}

/** What a form says in which a password is chosen. */
export async function passwordWords(submit: string, submitting: string) {
  const t = await getTranslations('form');
  return {
    ...(await passwordToggle()),
    email: t('email'),
    password: t('password'),
    hint: t('passwordHint', { min: MIN_PASSWORD }),
    submit,
    submitting,
    unreachable: t('unreachable'),
  };
}

/** What is asked of a doctor besides. */
export async function doctorWords(specialtyHint?: string) {
  const t = await getTranslations('form');
  return {
    specialty: t('specialty'),
    specialtyHint,
    languages: {
      label: t('languages'),
      hint: t('languagesHint'),
      add: t('languageAdd'),
      choose: t('languageChoose'),
      remove: t('languageRemove', { language: '{language}' }),
    },
  };
}
