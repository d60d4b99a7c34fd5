import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader } from '@/components/appointments/words/words';
import { searchAppointments } from '@/lib/appointments/queries/search';
import { dayIn } from '@/lib/appointments/week';
import { nextMidnight, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { ListSearch } from './list-search';
import { MorePages } from './more-pages';
import { RequestItem } from './request-item';
import { SearchForm } from './search-form';

/** Everybody's visits of one day for the front desk, or those of a name from now on. Each leads to its page, to be moved or canceled. */
export async function Desk({ actor, search }: { actor: Actor; search: ListSearch }) {
  const now = Date.now();
  const [t, to] = await Promise.all([getTranslations('requests.desk'), reader(actor)]);
  const today = new Date(nextMidnight(now, to.zone) - 1).toLocaleDateString('sv-SE', { timeZone: to.zone });
  const shown = search.day || search.name ? search : { ...search, day: today };
  const { from, to: end } = dayIn(shown.day, to.zone) ?? { from: now, to: undefined };
  const span = { from: new Date(from), to: end === undefined ? undefined : new Date(end) };
  const { name, cursor } = search;
  const { items, nextCursor } = await searchAppointments(actor, { name, cursor, ...span }, new Date(now));
  return (
    <div className="mx-auto grid max-w-4xl gap-5 px-4 py-6 text-sm sm:px-6">
      <KeepFresh renderedAt={now} until={nextMidnight(now, to.zone)} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1>{t('title')}</h1>
        <Link prefetch={false} href="/book-for" className="button button-small">
          {t('bookFor')}
        </Link>
      </div>
      <p className="text-ink-2">{t('zone', { city: zoneCity(to.zone, to.locale) })}</p>
      <SearchForm path="/desk" search={shown} nameLabel={t('name')} narrowed={shown === search} />
      {items.length === 0 ? (
        <p className="card p-5 text-ink-2">{t('none')}</p>
      ) : (
        <ul className="grid gap-3">
          {items.map((item) => (
            <li key={item.id} className="rounded-m border border-line bg-card p-4">
              <RequestItem appointment={item} actor={actor} reader={to} now={now} place="desk" withDoctor />
            </li>
          ))}
        </ul>
      )}
      <MorePages path="/desk" search={shown} nextCursor={nextCursor} />
    </div>
  );
}
