import 'server-only';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LinkHint } from '@/components/ui/link-hint';
import { shortName } from '@/components/ui/names';
import { inSentence, type Reader, when, zoneCity } from '@/lib/appointments/when';
import type { DoctorView } from '@/lib/availability/queries/doctors';
import type { SlotWeek } from './slot-week.server';

interface WeekNavProps {
  /** The page without its query. */
  path: string;
  week: SlotWeek;
  doctor: DoctorView;
  reader: Reader;
  now: number;
}

/** The weeks around, whose clock the times are on, and where to go when a week has none. */
export async function WeekNav({ path, week, doctor, reader, now }: WeekNavProps) {
  const t = await getTranslations('booking');
  const [first, last] = [week.days[0], week.days.at(-1)];
  const both = week.days.some(({ slots }) => slots.some(({ there }) => there !== null));
  const city = zoneCity(reader.zone, reader.locale);
  const next = doctor.nextFreeAt ? Date.parse(doctor.nextFreeAt) : null;
  // Every look at a week replaces the one before, so that Back leaves the calendar at once.
  const link = (from: string) => ({ href: `${path}?from=${from}`, prefetch: false, replace: true, scroll: false });
  return (
    <div className="grid gap-3">
      <nav aria-label={t('weeks')} className="flex items-center justify-between gap-2">
        {week.previous ? (
          <Link {...link(week.previous)} className="button button-small px-3">
            <LinkHint>
              <ChevronLeft aria-hidden className="size-5" />
            </LinkHint>
            <span className="sr-only">{t('previous')}</span>
          </Link>
        ) : (
          <span className="w-11" />
        )}
        <p className="text-center font-semibold tabular-nums" aria-live="polite">
          {first?.name} – {last?.name}
        </p>
        {week.next ? (
          <Link {...link(week.next)} className="button button-small px-3">
            <LinkHint>
              <ChevronRight aria-hidden className="size-5" />
            </LinkHint>
            <span className="sr-only">{t('next')}</span>
          </Link>
        ) : (
          <span className="w-11" />
        )}
      </nav>
      {week.empty ? (
        <p className="text-ink-2">{t(next === null ? 'noneAhead' : 'noneInWeek')}</p>
      ) : (
        <p className="text-note text-ink-2">
          {both
            ? t('zoneBoth', { city, doctor: shortName(doctor.name), theirCity: zoneCity(doctor.zone, reader.locale) })
            : t('zone', { city })}
        </p>
      )}
      {week.empty && next !== null && (
        <Link href={path} prefetch={false} replace scroll={false} className="button">
          {t('goToNext', { when: when(next, null, now, inSentence(reader)) })}
        </Link>
      )}
    </div>
  );
}
