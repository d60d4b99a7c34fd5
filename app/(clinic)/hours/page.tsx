import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { WorkingHours } from '@/components/availability/working-hours.server';
import { Notice } from '@/components/ui/notice';
import { Words } from '@/components/ui/words';
import { previewHours, saveWorkingHours } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('hours'))('title') };
}

interface HoursPageProps {
  searchParams: Promise<{ new?: string }>;
}

export default async function HoursPage({ searchParams }: HoursPageProps) {
  const actor = await pageActor();
  if (actor.role !== 'doctor') redirect('/');
  const isNew = (await searchParams).new === '1';
  const t = await getTranslations('welcome');
  return (
    <>
      {isNew && (
        <div className="mx-auto max-w-400 px-4 pt-6 sm:px-6">
          <Notice text={t('readyDoctor')} />
        </div>
      )}
      <Words of={['hours']}>
        <WorkingHours actor={actor} save={saveWorkingHours} preview={previewHours} />
      </Words>
    </>
  );
}
