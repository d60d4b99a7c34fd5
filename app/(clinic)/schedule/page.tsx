import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { readSearch } from '@/components/appointments/lists/list-search';
import { Schedule } from '@/components/appointments/patient/schedule.server';
import { Words } from '@/components/ui/words';

export async function generateMetadata() {
  return { title: (await getTranslations('schedule'))('title') };
}

interface SchedulePageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SchedulePage({ searchParams }: SchedulePageProps) {
  const actor = await pageActor();
  if (actor.role !== 'patient') redirect('/');
  const t = await getTranslations('schedule');
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <h1>{t('title')}</h1>
      <Words of={['join']}>
        <Schedule actor={actor} search={readSearch(await searchParams, actor.zone)} />
      </Words>
    </div>
  );
}
