import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { PeopleSearch } from '@/lib/accounts/queries/people';
import { peoplePath } from './people-search';

/** The way to the pages before and after this one; nothing when it is the only one. */
export async function PeoplePages({ search, page, pages }: { search: PeopleSearch; page: number; pages: number }) {
  if (pages === 1) return null;
  const t = await getTranslations('people');
  const to = (other: number) => peoplePath({ ...search, page: other });
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center justify-center gap-4">
      {page > 1 && (
        <Link href={to(page - 1)} prefetch={false} className="button button-small">
          {t('earlier')}
        </Link>
      )}
      <p className="tabular-nums">{t('page', { page, pages })}</p>
      {page < pages && (
        <Link href={to(page + 1)} prefetch={false} className="button button-small">
          {t('later')}
        </Link>
      )}
    </nav>
  );
}
