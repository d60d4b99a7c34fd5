import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { BookFor } from '@/components/booking/book-for.server';
import { Words } from '@/components/ui/words';
import { personId } from '@/lib/accounts/schema';
import { searchText } from '@/lib/platform/schema';
import { bookFor, previewFor } from './actions';

export async function generateMetadata() {
  return { title: (await getTranslations('bookFor'))('title') };
}

interface BookForPageProps {
  searchParams: Promise<{ q?: string | string[]; patient?: string | string[] }>;
}

export default async function BookForPage({ searchParams }: BookForPageProps) {
  const actor = await pageActor();
  if (actor.role === 'patient') redirect('/book');
  const { q, patient } = await searchParams;
  const text = searchText(q);
  const known = personId.safeParse(patient).data ?? null;
  return (
    <Words of={['bookFor', 'typedTime', 'repeat', 'send']}>
      <BookFor actor={actor} patientId={known} text={text} book={bookFor} preview={previewFor} />
    </Words>
  );
}
