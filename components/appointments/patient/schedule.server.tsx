import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { isUpcoming, nextEnd } from '@/components/appointments/clock/upcoming';
import type { ListSearch } from '@/components/appointments/lists/list-search';
import { MorePages } from '@/components/appointments/lists/more-pages';
import { SearchForm } from '@/components/appointments/lists/search-form';
import { reader } from '@/components/appointments/words/words';
import { listAppointments } from '@/lib/appointments/queries/list';
import { listPastAppointments } from '@/lib/appointments/queries/past';
import { searchAppointments } from '@/lib/appointments/queries/search';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { nextMidnight, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { ScheduleItem } from './schedule-item';

const DAY = 24 * 60 * 60_000;

interface ScheduleProps {
  actor: Actor;
  /** The search in the address; none: the appointments that are near. */
  search?: ListSearch;
}

/** A patient's appointments: those to come, soonest first, then the past ones, newest first. */
export async function Schedule({ actor, search }: ScheduleProps) {
  const now = Date.now();
  const narrowed = Boolean(search?.name || search?.day);
  const [t, to, { upcoming, past, nextCursor }] = await Promise.all([
    getTranslations('schedule'),
    reader(actor),
    search && narrowed ? found(actor, search, now) : near(actor, now, search?.cursor),
  ]);
  const until = Math.min(nextMidnight(now, to.zone), nextEnd(upcoming, now));
  const none = (key: 'noUpcoming' | 'noPast') => t(narrowed ? 'nothingFound' : key);
  return (
    <div className="grid gap-8">
      <KeepFresh renderedAt={now} until={until} />
      <Link href="/book" prefetch={false} className="button">
        {t('book')}
      </Link>
      <details open={narrowed} className="rounded-m border border-line bg-card px-4 py-2">
        <summary className="min-h-11 py-2 font-semibold">{t('search')}</summary>
        <div className="pt-2 pb-3">
          <SearchForm
            path="/schedule"
            search={search ?? { name: '', day: '' }}
            nameLabel={t('doctor')}
            narrowed={narrowed}
          />
        </div>
      </details>
      {!(search?.cursor && upcoming.length === 0) && (
        <List title={t('upcoming')} items={upcoming} none={none('noUpcoming')} actor={actor} reader={to} now={now} />
      )}
      <List title={t('past')} items={past} none={none('noPast')} actor={actor} reader={to} now={now} />
      <MorePages path="/schedule" search={search ?? { name: '', day: '' }} nextCursor={nextCursor} />
    </div>
  );
}

/** The appointments to come and the newest past ones; with a cursor, the past ones before it. */
async function near(actor: Actor, now: number, cursor?: string) {
  const [coming, past] = await Promise.all([
    cursor === undefined ? allToCome(actor, now) : [],
    listPastAppointments(actor, new Date(now), cursor),
  ]);
  return {
    upcoming: coming.filter((item) => isUpcoming(item, now)),
    past: past.items.filter((item) => !isUpcoming(item, now)),
    nextCursor: past.nextCursor,
  };
}

/** The appointments from two days back on: a call can stay open after its visit. */
async function allToCome(actor: Actor, now: number): Promise<AppointmentView[]> {
  const items: AppointmentView[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listAppointments(actor, { from: new Date(now - 2 * DAY), limit: 100, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function found(actor: Actor, { name, from, to, cursor }: ListSearch, now: number) {
  const { items, nextCursor } = await searchAppointments(actor, { name, from, to, cursor }, new Date(now));
  return {
    upcoming: items.filter((item) => isUpcoming(item, now)),
    past: items.filter((item) => !isUpcoming(item, now)).reverse(),
    nextCursor,
  };
}

interface ListProps {
  title: string;
  items: AppointmentView[];
  none: string;
  actor: Actor;
  reader: Reader;
  now: number;
}

function List({ title, items, none, ...rest }: ListProps) {
  return (
    <section aria-label={title} className="grid gap-3">
      <h2>{title}</h2>
      {items.length === 0 ? (
        <p className="text-ink-2">{none}</p>
      ) : (
        <ul className="grid gap-3">
          {items.map((item) => (
            <li key={item.id}>
              <ScheduleItem appointment={item} {...rest} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
