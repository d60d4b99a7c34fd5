import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { idOf } from '@/app/api/guard';
import { pageActor } from '@/app/page-actor';
import { HandOver } from '@/components/hand-over/hand-over.server';
import { WhoseVisits } from '@/components/hand-over/whose-visits.server';
import { Words } from '@/components/ui/words';
import { comingVisits } from '@/lib/appointments/queries/coming-visits';
import { handOverVisits } from './actions';

interface Props {
  searchParams: Promise<{ from?: string | string[]; visit?: string | string[] }>;
}

const read = cache(async (from: string | undefined) => {
  const now = Date.now();
  const actor = await pageActor();
  if (actor.role !== 'admin') redirect('/');
  const found = from === undefined ? null : await comingVisits(actor, idOf({ id: from }), new Date(now));
  if (from !== undefined && !found) notFound();
  return { actor, found, now };
});
const fromOf = async ({ searchParams }: Props) => {
  const { from } = await searchParams;
  return typeof from === 'string' ? from : undefined;
};

export async function generateMetadata(props: Props) {
  const { found } = await read(await fromOf(props));
  const t = await getTranslations('handOver');
  return { title: found ? t('titleOf', { doctor: found.doctor.name }) : t('title') };
}

export default async function HandOverPage(props: Props) {
  const { actor, found, now } = await read(await fromOf(props));
  const { visit } = await props.searchParams;
  if (!found) return <WhoseVisits actor={actor} now={now} />;
  return (
    <Words of={['handOver', 'send']}>
      <HandOver actor={actor} {...found} only={visit} now={now} give={handOverVisits} />
    </Words>
  );
}
