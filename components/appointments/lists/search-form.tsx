import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Search } from '@/components/ui/search';
import type { ListSearch } from './list-search';

interface SearchFormProps {
  path: string;
  search: ListSearch;
  /** Says whose name it is a part of. */
  nameLabel: string;
  /** True: there is a search to take back. */
  narrowed: boolean;
}

/** The search of a list of visits: by a name, and by a day. */
export async function SearchForm({ path, search, nameLabel, narrowed }: SearchFormProps) {
  const t = await getTranslations('requests');
  return (
    <Search
      path={path}
      label={nameLabel}
      text={search.name}
      go={t('search')}
      clear={narrowed ? { label: t('clear'), href: search.list ? `${path}?view=${search.list}` : path } : undefined}
    >
      {search.list && <input type="hidden" name="view" value={search.list} />}
      <div className="grid gap-1">
        <label htmlFor="search-day" className="font-semibold">
          {t('day')}
        </label>
        <input id="search-day" name="day" type="date" defaultValue={search.day} className="field min-h-11" />
      </div>
    </Search>
  );
}
