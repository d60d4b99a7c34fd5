import 'server-only';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { nextEnd } from '@/components/appointments/clock/upcoming';
import { reader } from '@/components/appointments/words/words';
import { LinkHint } from '@/components/ui/link-hint';
import { NewsArea } from '@/components/ui/news';
import { listAppointments } from '@/lib/appointments/queries/list';
import { byDay, weekOf } from '@/lib/appointments/week';
import { nextMidnight, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { WeekDay } from './week-day';
import { weekLabel } from './week-label';

interface WeekProps {
  actor: Actor;
  /** ISO date of any day of the week, as it came in the address. */
  chosen: string | undefined;
  answer: AnswerVisit;
}

/** A doctor's appointments of one week, by day in the doctor's own zone. */
export async function Week({ actor, chosen, answer }: WeekProps) {
  const now = Date.now();
  const [t, to] = await Promise.all([getTranslations('week'), reader(actor)]);
  const week = weekOf(chosen, now, to.zone);
  const items = await allBetween(actor, week.from, week.to);
  const days = byDay(week, items, (item) => item.startsAt.getTime());
  const from = week.current ? '/' : `/?week=${week.days[0]?.date}`;
  const columns = days.filter((day) => !day.weekend || day.items.length > 0 || day.today);
  return (
    <div className="mx-auto grid max-w-400 gap-5 px-4 py-6 text-sm sm:px-6">
      <KeepFresh renderedAt={now} until={Math.min(nextMidnight(now, to.zone), nextEnd(items, now))} />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1>{t(week.current ? 'title' : 'titleOther')}</h1>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-ink-2">{t('label', { days: weekLabel(week, to), city: zoneCity(to.zone, to.locale) })}</p>
          <nav aria-label={t('weeks')} className="flex gap-2">
            <Link prefetch={false} href={`/?week=${week.previous}`} className="button button-small">
              <LinkHint>
                <ChevronLeft aria-hidden className="size-5" />
              </LinkHint>
              <span className="sr-only">{t('previous')}</span>
            </Link>
            {!week.current && (
              <Link prefetch={false} href="/" className="button button-small">
                {t('current')}
              </Link>
            )}
            <Link prefetch={false} href={`/?week=${week.next}`} className="button button-small">
              <LinkHint>
                <ChevronRight aria-hidden className="size-5" />
              </LinkHint>
              <span className="sr-only">{t('next')}</span>
            </Link>
          </nav>
          <Link prefetch={false} href="/book-for" className="button button-small">
            {t('bookFor')}
          </Link>
        </div>
      </div>
      {items.length === 0 && <p className="card p-5 text-ink-2">{t('none')}</p>}
      <NewsArea>
        <ol className={`grid gap-x-3 gap-y-5 ${columns.length > 5 ? 'xl:flex' : 'lg:flex'}`}>
          {columns.map((day) => (
            <WeekDay key={day.date} day={day} actor={actor} reader={to} now={now} from={from} answer={answer} />
          ))}
        </ol>
      </NewsArea>
    </div>
  );
}

async function allBetween(actor: Actor, from: number, to: number) {
  const range = { from: new Date(from), to: new Date(to), limit: 100 };
  const { items, ...page } = await listAppointments(actor, range);
  let cursor = page.nextCursor;
  while (cursor !== null) {
    const more = await listAppointments(actor, { ...range, cursor });
    items.push(...more.items);
    cursor = more.nextCursor;
  }
  return items;
}
