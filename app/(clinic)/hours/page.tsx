import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { WorkingHours } from '@/components/availability/working-hours';
import { previewHours, saveWorkingHours } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('hours'))('title') };
}

export default async function HoursPage() {
  const actor = await pageActor('/hours');
  if (actor.role !== 'doctor') redirect('/');
  return <WorkingHours actor={actor} save={saveWorkingHours} preview={previewHours} />;
}
