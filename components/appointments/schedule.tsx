import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { type AppointmentView, listAppointments, listPastAppointments } from '@/lib/appointments/queries';
import { nextMidnight, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { KeepFresh } from './keep-fresh';
import { ScheduleItem } from './schedule-item';
import { isUpcoming, nextEnd } from './upcoming';
import { reader } from './words';

const DAY = 24 * 60 * 60_000;

/** A patient's appointments: what is to come, soonest first, then what was, newest first. */
export async function Schedule({ actor }: { actor: Actor }) {
  const now = Date.now();
  const [t, to, near, past] = await Promise.all([
    getTranslations('schedule'),
    reader(actor),
    // From two days back: a call can stay open after its visit.
    listAppointments(actor, { from: new Date(now - 2 * DAY), limit: 100 }),
    listPastAppointments(actor, new Date(now), 50),
  ]);
  const upcoming = near.items.filter((item) => isUpcoming(item, now));
  const until = Math.min(nextMidnight(now, to.zone), nextEnd(upcoming, now));
  return (
    <div className="grid gap-8">
      <KeepFresh renderedAt={now} until={until} />
      <Link href="/book" prefetch={false} className="button">
        {t('book')}
      </Link>
      <List title={t('upcoming')} items={upcoming} none={t('noUpcoming')} reader={to} now={now} />
      <List
        title={t('past')}
        items={past.filter((item) => !isUpcoming(item, now))}
        none={t('noPast')}
        reader={to}
        now={now}
      />
    </div>
  );
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
