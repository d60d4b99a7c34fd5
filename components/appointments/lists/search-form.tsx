import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { ListSearch } from './list-search';

interface SearchFormProps {
  path: string;
  search: ListSearch;
  /** What the name is a part of. */
  nameLabel: string;
  /** Whether there is a search to take back. */
  narrowed: boolean;
}

/** A search that stands in the address: it works before any code runs, and can be kept and shared. */
export async function SearchForm({ path, search, nameLabel, narrowed }: SearchFormProps) {
  const t = await getTranslations('requests');
  return (
    <search>
      <form action={path} method="get" className="flex flex-wrap items-end gap-3">
        {search.list && <input type="hidden" name="view" value={search.list} />}
        <div className="grid min-w-48 flex-1 gap-1">
          <label htmlFor="search-name" className="font-semibold">
            {nameLabel}
          </label>
          <input
            id="search-name"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={search.name}
            className="field min-h-11"
          />
        </div>
        <div className="grid gap-1">
          <label htmlFor="search-day" className="font-semibold">
            {t('day')}
          </label>
          <input id="search-day" name="day" type="date" defaultValue={search.day} className="field min-h-11" />
        </div>
        <button type="submit" className="button button-small">
          {t('search')}
        </button>
        {narrowed && (
          <a href={search.list ? `${path}?view=${search.list}` : path} className="button button-small">
            {t('clear')}
          </a>
        )}
      </form>
    </search>
  );
}
