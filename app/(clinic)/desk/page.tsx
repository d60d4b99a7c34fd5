import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { Desk } from '@/components/appointments/lists/desk.server';
import { readSearch } from '@/components/appointments/lists/list-search';

export async function generateMetadata() {
  return { title: (await getTranslations('requests.desk'))('title') };
}

interface DeskPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DeskPage({ searchParams }: DeskPageProps) {
  const actor = await pageActor();
  if (actor.role !== 'admin') redirect('/');
  return <Desk actor={actor} search={readSearch(await searchParams, actor.zone)} />;
}
