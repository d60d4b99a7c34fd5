import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { PeopleSearch } from '@/lib/accounts/queries/people';

const ROLES = ['patient', 'doctor', 'admin'] as const;

type Params = Record<string, string | string[] | undefined>;

/** Reads a search from an address; what it cannot read it leaves out. */
export function readPeopleSearch({
  q,
  role,
  page,
}: Params): Required<Pick<PeopleSearch, 'text' | 'page'>> & PeopleSearch {
  const number = typeof page === 'string' && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
  return {
    text: (typeof q === 'string' ? q : '').trim().slice(0, 100),
    role: ROLES.find((known) => known === role),
    page: number,
  };
}

/** The address of a page of a search. */
export function peoplePath({ text, role, page = 1 }: PeopleSearch): string {
  const params = new URLSearchParams({
    ...(text && { q: text }),
    ...(role && { role }),
    ...(page > 1 && { page: String(page) }),
  });
  return params.size > 0 ? `/?${params}` : '/';
}

/** A search that stands in the address: it works before any code runs, and can be kept and shared. */
export async function PeopleSearchForm({ search }: { search: PeopleSearch }) {
  const t = await getTranslations('people');
  return (
    <search>
      <form action="/" method="get" className="flex flex-wrap items-end gap-3">
        <div className="grid min-w-48 flex-1 gap-1">
          <label htmlFor="people-text" className="font-semibold">
            {t('search')}
          </label>
          <input
            id="people-text"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={search.text}
            className="field min-h-11"
          />
        </div>
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
        <button type="submit" className="button button-small">
          {t('find')}
        </button>
        {(search.text || search.role) && (
          <a href="/" className="button button-small">
            {t('clear')}
          </a>
        )}
      </form>
    </search>
  );
}
