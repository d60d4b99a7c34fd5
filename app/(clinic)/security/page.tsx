import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { SecurityCounts } from '@/components/accounts/security-counts.server';

export async function generateMetadata() {
  return { title: (await getTranslations('security'))('title') };
}

export default async function SecurityPage() {
  const actor = await pageActor();
  if (actor.role !== 'admin') redirect('/');
  return <SecurityCounts actor={actor} />;
}
