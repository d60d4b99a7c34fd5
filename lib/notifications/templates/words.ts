import { createTranslator } from 'next-intl';
import type { Locale } from '@/lib/accounts/policy';
import en from '@/messages/en.json';
import es from '@/messages/es.json';

const MESSAGES: Record<Locale, typeof en> = { en, es };

/** What mail says, in the language of whoever gets it: the worker has no request that would know a language. */
export const mailWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'mail' });

/** What calendar entries say. */
export const calendarWords = (locale: Locale) =>
  createTranslator({ locale, messages: MESSAGES[locale], namespace: 'calendar' });

export type MailWords = ReturnType<typeof mailWords>;
