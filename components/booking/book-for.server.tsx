import 'server-only';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { findPatient } from '@/lib/accounts/queries/patients';
import { type Reader, zoneCity } from '@/lib/appointments/when';
import { listDoctorNames } from '@/lib/availability/queries/doctors';
import type { Actor } from '@/lib/platform/actor';
import { BookForForm, type BookForSent, type TypedVisit } from './book-for-form';
import { FindPatient } from './find-patient.server';
import type { RepeatChoice, RepeatPreview } from './repeat-choice';
import { repeatWords } from './repeat-words';

const KEYS = [
  'doctor',
  'date',
  'time',
  'which',
  'type',
  'video',
  'inPerson',
  'reason',
  'submit',
  'submitting',
  'after',
  'unreachable',
] as const;

interface BookForProps {
  actor: Actor;
  /** Id of the patient, or nothing yet. */
  patientId: string | null;
  text: string;
  book: (visit: TypedVisit, key: string) => Promise<BookForSent>;
  preview: (visit: TypedVisit, choice: RepeatChoice) => Promise<RepeatPreview>;
}

/** Booking for a patient: a doctor's own visits, and anyone's at the front desk. */
export async function BookFor({ actor, patientId, text, book, preview }: BookForProps) {
  const [t, locale, patient] = await Promise.all([
    getTranslations('bookFor'),
    getLocale(),
    patientId ? findPatient(actor, patientId) : null,
  ]);
  const own = [{ id: actor.id, name: actor.name, zone: actor.zone }];
  const doctors = !patient ? [] : actor.role === 'doctor' ? own : await listDoctorNames();
  return (
    <div className="mx-auto grid max-w-2xl gap-5 px-4 py-6 text-sm sm:px-6">
      <h1>{patient ? t('titleFor', { who: patient.name }) : t('title')}</h1>
      {patient ? (
        <>
          <p className="text-ink-2">
            {patient.email} ·{' '}
            <Link prefetch={false} href="/book-for" className="link inline-flex min-h-11 items-center">
              {t('another')}
            </Link>
          </p>
          <BookForForm
            patientId={patient.id}
            doctors={doctors.map(({ id, name, zone }) => ({
              id,
              name,
              clock: t('clock', { city: zoneCity(zone, locale as Reader['locale']), zone }),
            }))}
            today={new Date().toLocaleDateString('sv-SE', { timeZone: actor.zone })}
            book={book}
            preview={preview}
            repeatWords={await repeatWords()}
            words={Object.fromEntries(KEYS.map((key) => [key, t(key)])) as Record<(typeof KEYS)[number], string>}
          />
        </>
      ) : (
        <FindPatient actor={actor} text={text} />
      )}
    </div>
  );
}
