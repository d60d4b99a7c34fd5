import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { Schedule } from '@/components/appointments/patient/schedule.server';
import { RouteDialog } from '@/components/ui/route-dialog';
import { Words } from '@/components/ui/words';

/** The page /schedule, opened from another page: over it. */
export default async function ScheduleDialog() {
  const actor = await pageActor();
  if (actor.role !== 'patient') redirect('/');
  const t = await getTranslations('schedule');
  return (
    <RouteDialog path="/schedule" title={t('title')} closeLabel={t('close')}>
      <Words of={['join']}>
        <Schedule actor={actor} />
      </Words>
    </RouteDialog>
  );
}
