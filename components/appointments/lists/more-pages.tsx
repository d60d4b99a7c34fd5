import 'server-only';
import { getTranslations } from 'next-intl/server';
import { type ListSearch, searchParams } from './list-search';

interface MorePagesProps {
  path: string;
  search: ListSearch;
  /** The beginning of the next page; null: this is the last. */
  nextCursor: string | null;
}

/** The way on where a list is longer than its page, and the way back to its beginning. */
export async function MorePages({ path, search, nextCursor }: MorePagesProps) {
  if (!nextCursor && !search.cursor) return null;
  const t = await getTranslations('requests');
  const address = (after: [string, string][]) => {
    const params = new URLSearchParams([...searchParams(search), ...after]);
    return params.size > 0 ? `${path}?${params}` : path;
  };
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap gap-3">
      {search.cursor && (
        <a href={address([])} className="button button-small">
          {t('firstPage')}
        </a>
      )}
      {nextCursor && (
        <a href={address([['after', nextCursor]])} className="button button-small">
          {t('nextPage')}
        </a>
      )}
    </nav>
  );
}
