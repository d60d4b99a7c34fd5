import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { Schedule } from '@/components/appointments/schedule';

export async function generateMetadata() {
  return { title: (await getTranslations('schedule'))('title') };
}

export default async function SchedulePage() {
  const actor = await pageActor('/schedule');
  if (actor.role !== 'patient') redirect('/');
  const t = await getTranslations('schedule');
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <h1>{t('title')}</h1>
      <Schedule actor={actor} />
    </div>
  );
}
