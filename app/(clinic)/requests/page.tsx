import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { readSearch } from '@/components/appointments/lists/list-search';
import { Requests } from '@/components/appointments/lists/requests.server';
import { Words } from '@/components/ui/words';
import { answerVisit } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('requests'))('title') };
}

interface RequestsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RequestsPage({ searchParams }: RequestsPageProps) {
  const actor = await pageActor();
  if (actor.role !== 'doctor') redirect('/');
  return (
    <Words of={['answers']}>
      <Requests actor={actor} search={readSearch(await searchParams, actor.zone)} answer={answerVisit} />
    </Words>
  );
}
