import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader } from '@/components/appointments/words/words';
import { DoctorList } from '@/components/booking/doctor-list';
import { Notice } from '@/components/ui/notice';
import { nextMidnight } from '@/lib/appointments/when';
import { listDoctors } from '@/lib/availability/queries/doctors';

export async function generateMetadata() {
  return { title: (await getTranslations('booking'))('title') };
}

interface BookPageProps {
  searchParams: Promise<{ new?: string }>;
}

export default async function BookPage({ searchParams }: BookPageProps) {
  const actor = await pageActor();
  if (actor.role !== 'patient') redirect('/');
  const now = Date.now();
  const [t, welcome, { new: isNew }, to, doctors] = await Promise.all([
    getTranslations('booking'),
    getTranslations('welcome'),
    searchParams,
    reader(actor),
    listDoctors(actor, new Date(now)),
  ]);
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <KeepFresh renderedAt={now} until={nextMidnight(now, to.zone)} />
      {isNew === '1' && <Notice text={welcome('ready')} />}
      <h1>{t('title')}</h1>
      <DoctorList doctors={doctors} reader={to} now={now} />
    </div>
  );
}
