import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/accounts/policy';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

const MESSAGES: Record<Locale, typeof en> = { en, es };

/** The messages of mail in one language, that of whoever gets it: the worker has no request that would know a language. */
export const mailWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' });

/** The messages of calendar entries in one language. */
export const calendarWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'calendar' });

export type MailWords = ReturnType<typeof mailWords>;
