import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { listAppointments, listPastAppointments, searchAppointments } from '@/lib/appointments/queries';
import type { AppointmentView } from '@/lib/appointments/views';
import { nextMidnight, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { KeepFresh } from './keep-fresh';
import type { ListSearch } from './list-search';
import { ScheduleItem } from './schedule-item';
import { SearchForm } from './search-form';
import { isUpcoming, nextEnd } from './upcoming';
import { reader } from './words';

const DAY = 24 * 60 * 60_000;

interface ScheduleProps {
  actor: Actor;
  /** What the address asks for; nothing: what is near. */
  search?: ListSearch;
}

/** A patient's appointments: what is to come, soonest first, then what was, newest first. */
export async function Schedule({ actor, search }: ScheduleProps) {
  const now = Date.now();
  const narrowed = Boolean(search?.name || search?.day);
  const [t, to, { upcoming, past }] = await Promise.all([
    getTranslations('schedule'),
    reader(actor),
    search && narrowed ? found(actor, search, now) : near(actor, now),
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
      <List title={t('upcoming')} items={upcoming} none={none('noUpcoming')} reader={to} now={now} />
      <List title={t('past')} items={past} none={none('noPast')} reader={to} now={now} />
    </div>
  );
}

async function near(actor: Actor, now: number) {
  const [some, past] = await Promise.all([
    // From two days back: a call can stay open after its visit.
    listAppointments(actor, { from: new Date(now - 2 * DAY), limit: 100 }),
    listPastAppointments(actor, new Date(now), 50),
  ]);
  return {
    upcoming: some.items.filter((item) => isUpcoming(item, now)),
    past: past.filter((item) => !isUpcoming(item, now)),
  };
}

async function found(actor: Actor, { name, from, to }: ListSearch, now: number) {
  const items = await searchAppointments(actor, { name, from, to }, new Date(now));
  return {
    upcoming: items.filter((item) => isUpcoming(item, now)),
    past: items.filter((item) => !isUpcoming(item, now)).reverse(),
  };
}

interface ListProps {
  title: string;
  items: AppointmentView[];
  none: string;
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
