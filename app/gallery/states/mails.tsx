import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Locale } from '@/lib/accounts/policy';
import type { AccountLetter } from '@/lib/accounts/queries/letter';
import { VISIT_NEWS, type VisitNews } from '@/lib/notifications/policy';
import { writeAccountLetter } from '@/lib/notifications/templates/account';
import { compose } from '@/lib/notifications/templates/compose';
import type { Letter } from '@/lib/notifications/templates/letter';
import { visitLetter } from '@/lib/notifications/templates/visit-letter';
import { visitsLetter } from '@/lib/notifications/templates/visits-letter';
import { type MailWords, mailWords } from '@/lib/notifications/templates/words';
import { appointment, CLINIC, DAY, DOCTOR, PATIENT } from './samples';

const PLACE = { origin: 'https://clinic.example', clinic: CLINIC };

/** A letter as a mail program shows it. */
async function Mail({ write }: { write: (t: MailWords, locale: Locale) => Letter }) {
  const locale = (await getLocale()) as Locale;
  const t = mailWords(locale);
  const words = {
    orOpen: t('orOpen'),
    phone: t('phone', { phone: CLINIC.phone }),
    address: t('address', { address: CLINIC.address }),
    automatic: t('automatic'),
  };
  const { subject, html } = await compose(write(t, locale), { locale, clinic: CLINIC, words });
  // The mail's own rules for dark mode: the policy of this page asks every <style> for its nonce.
  const nonce = (await headers()).get('x-nonce') ?? '';
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr]">
      <h1 className="px-4 py-3 text-lg">{subject}</h1>
      <iframe
        title={subject}
        srcDoc={html.replaceAll('<style', `<style nonce="${nonce}"`)}
        className="min-h-250 w-full border-0"
      />
    </main>
  );
}

/** A mail about one visit, to its patient or its doctor. */
function aboutVisit(role: 'patient' | 'doctor' | 'former_doctor', news: VisitNews): ReactNode {
  const now = Date.now();
  const reader = role === 'patient' ? PATIENT : DOCTOR;
  const method = { confirmed: 'REQUEST', moved: 'REQUEST', canceled: 'CANCEL' } as const;
  return (
    <Mail
      write={(t, locale) =>
        visitLetter(t, {
          ...PLACE,
          news,
          role,
          method: method[news as keyof typeof method] ?? null,
          appointment: appointment(),
          now: new Date(now),
          reader: { locale, zone: reader.zone },
        })
      }
    />
  );
}

function aboutSeries(news: VisitNews): ReactNode {
  const now = Date.now();
  return (
    <Mail
      write={(t, locale) =>
        visitsLetter(t, {
          ...PLACE,
          news,
          role: 'patient',
          method: 'REQUEST',
          appointments: [appointment(), appointment({ inMs: 8 * DAY }), appointment({ inMs: 15 * DAY })],
          now: new Date(now),
          reader: { locale, zone: PATIENT.zone },
        })
      }
    />
  );
}

const to = { name: PATIENT.name, address: 'guadalupe@mail.example' };
const account = (letter: Pick<AccountLetter, 'kind'>) => () => (
  <Mail
    write={(t, locale) =>
      writeAccountLetter({ role: 'patient', token: 'secret', to, locale, ...letter } as AccountLetter, PLACE, t)
    }
  />
);

/** Every mail that the clinic sends. */
export const mails: Record<string, () => ReactNode> = {
  ...Object.fromEntries(
    (['patient', 'doctor'] as const).flatMap((role) =>
      VISIT_NEWS.filter((news) => role === 'patient' || news !== 'handed_over').map((news) => [
        `${role} ${news}`,
        () => aboutVisit(role, news),
      ]),
    ),
  ),
  'former doctor handed_over': () => aboutVisit('former_doctor', 'handed_over'),
  'series confirmed': () => aboutSeries('confirmed'),
  'account sign_up': account({ kind: 'sign_up' }),
  'account invitation': account({ kind: 'invitation' }),
  'account reset': account({ kind: 'reset' }),
  'account device': account({ kind: 'device' }),
  'account account_exists': account({ kind: 'account_exists' }),
  'account account_closed': account({ kind: 'account_closed' }),
};
