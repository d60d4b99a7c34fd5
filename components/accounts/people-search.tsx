import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Search } from '@/components/ui/search';
import type { PeopleSearch } from '@/lib/accounts/queries/people';
import { searchText } from '@/lib/platform/schema';

const ROLES = ['patient', 'doctor', 'admin'] as const;

type Params = Record<string, string | string[] | undefined>;

/** Reads a search of people from an address, and leaves out whatever it cannot read. */
export function readPeopleSearch({
  q,
  role,
  page,
}: Params): Required<Pick<PeopleSearch, 'text' | 'page'>> & PeopleSearch {
  const number = typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
  return {
    text: searchText(q),
    role: ROLES.find((known) => known === role),
    page: number,
  };
}

/** The address of one page of a search of people. */
export function peoplePath({ text, role, page = 1 }: PeopleSearch): string {
  const params = new URLSearchParams({
    ...(text && { q: text }),
    ...(role && { role }),
    ...(page > 1 && { page: String(page) }),
  });
  return params.size > 0 ? `/?${params}` : '/';
}

/** The search of people: by a part of the name or the e-mail, and by role. */
export async function PeopleSearchForm({ search }: { search: PeopleSearch }) {
  const t = await getTranslations('people');
  return (
    <Search
      path="/"
      label={t('search')}
      text={search.text}
      go={t('find')}
      clear={search.text || search.role ? { label: t('clear'), href: '/' } : undefined}
    >
      <div className="grid gap-1">
        <label htmlFor="people-role" className="font-semibold">
          {t('role')}
        </label>
        <select id="people-role" name="role" defaultValue={search.role ?? ''} className="field min-h-11">
          <option value="">{t('anyRole')}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(role)}
            </option>
          ))}
        </select>
      </div>
    </Search>
  );
}
