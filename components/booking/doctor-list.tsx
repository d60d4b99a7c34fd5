import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { unbroken } from '@/components/appointments/words/words';
import { Face } from '@/components/ui/face';
import { LinkHint } from '@/components/ui/link-hint';
import { initials } from '@/components/ui/names';
import { inSentence, type Reader, when } from '@/lib/appointments/when';
import type { DoctorJson } from '@/lib/availability/schema';
import { settings } from '@/lib/platform/settings';
import { languageNames } from './languages';

interface DoctorListProps {
  doctors: DoctorJson[];
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The doctors who can be booked: specialty, languages, and the next free time in the reader's zone. */
export async function DoctorList({ doctors, reader, now }: DoctorListProps) {
  const t = await getTranslations('booking');
  const { phone } = settings().clinic;
  if (doctors.length === 0) {
    return (
      <section aria-labelledby="nobody" className="card grid gap-2 p-6">
        <h2 id="nobody">{t('none')}</h2>
        <p className="text-ink-2">{t('noneText', { call: phone ? 'yes' : 'no', phone: unbroken(phone) })}</p>
      </section>
    );
  }
  return (
    <ul className="grid gap-4">
      {doctors.map(({ id, name, specialty, languages, nextFreeAt }) => (
        <li key={id}>
          <article aria-labelledby={`doctor-${id}`} className="card grid gap-4 p-5 sm:p-6">
            <div className="flex items-center gap-4">
              <Face initials={initials(name)} />
              <div className="min-w-0">
                <h2 id={`doctor-${id}`}>{name}</h2>
                <p className="text-ink-2">{specialty}</p>
                {languages.length > 0 && (
                  <p className="text-note text-ink-2">
                    {t('languages', { languages: languageNames(languages, reader.locale) })}
                  </p>
                )}
              </div>
            </div>
            <p className="tabular-nums">
              {nextFreeAt
                ? t('nextFree', { when: when(Date.parse(nextFreeAt), null, now, inSentence(reader)) })
                : t('noFree')}
            </p>
            {nextFreeAt && (
              <Link
                href={`/book/${id}`}
                prefetch={false}
                className="button button-go"
                aria-label={t('chooseWith', { doctor: name })}
              >
                <LinkHint>{t('choose')}</LinkHint>
              </Link>
            )}
          </article>
        </li>
      ))}
    </ul>
  );
}
