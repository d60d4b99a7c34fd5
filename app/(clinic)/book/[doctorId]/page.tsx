import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { idOf } from '@/app/api/guard';
import { pageActor } from '@/app/page-actor';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader } from '@/components/appointments/words/words';
import { BookingForm } from '@/components/booking/booking-form';
import { SlotUpdates } from '@/components/booking/slot-updates';
import { slotWeek } from '@/components/booking/slot-week.server';
import { WeekNav } from '@/components/booking/week-nav';
import { shortName } from '@/components/ui/names';
import { Words } from '@/components/ui/words';
import { findDoctor } from '@/lib/availability/queries/doctors';
import { settings } from '@/lib/platform/settings';
import { bookVisit, previewVisits } from './actions';

interface Props {
  params: Promise<{ doctorId: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

const read = cache(async (doctorId: string) => {
  const now = Date.now();
  const actor = await pageActor();
  if (actor.role !== 'patient') redirect('/');
  const doctor = await findDoctor(actor, idOf({ id: doctorId }), new Date(now));
  if (!doctor) notFound();
  return { actor, doctor, now };
});

export async function generateMetadata(props: Props) {
  const { doctor } = await read((await props.params).doctorId);
  return { title: (await getTranslations('booking'))('pageTitle', { doctor: doctor.name }) };
}

export default async function BookDoctorPage(props: Props) {
  const { actor, doctor, now } = await read((await props.params).doctorId);
  const [t, to, { from }] = await Promise.all([getTranslations('booking'), reader(actor), props.searchParams]);
  const week = await slotWeek(actor, doctor, { from: typeof from === 'string' ? from : undefined }, now, to);
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <KeepFresh renderedAt={now} until={week.holdsUntil} />
      <SlotUpdates doctor={doctor.id} />
      <div>
        <h1>{t('pageTitle', { doctor: doctor.name })}</h1>
        <p className="mt-1 text-ink-2">{doctor.specialty}</p>
        <Link href="/book" prefetch={false} className="link inline-flex min-h-11 items-center">
          {t('otherDoctor')}
        </Link>
      </div>
      <WeekNav path={`/book/${doctor.id}`} week={week} doctor={doctor} reader={to} now={now} />
      <Words of={['booking', 'slots', 'repeat', 'send']}>
        <BookingForm
          doctor={{ id: doctor.id, name: shortName(doctor.name), slotMinutes: doctor.slotMinutes }}
          address={settings().clinic.address}
          week={week}
          book={bookVisit}
          preview={previewVisits}
        />
      </Words>
    </div>
  );
}
