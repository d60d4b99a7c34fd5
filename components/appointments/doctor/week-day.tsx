import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { WeekCard } from './week-card';
import { dayLabel } from './week-label';

interface WeekDayProps {
  day: { date: string; today: boolean; items: AppointmentView[] };
  actor: Actor;
  reader: Reader;
  now: number;
  from: string;
  answer: AnswerVisit;
}

export async function WeekDay({ day, ...rest }: WeekDayProps) {
  const t = await getTranslations('week');
  return (
    <li
      aria-current={day.today ? 'date' : undefined}
      className={`@container grid min-w-0 content-start gap-2 ${day.items.length === 0 ? 'flex-2 max-lg:grid-cols-[1fr_auto]' : 'flex-3'}`}
    >
      <h2 className={`px-1 text-sm ${day.today ? 'font-bold text-brand' : 'font-semibold text-ink-2'}`}>
        {day.today ? t('today', { day: dayLabel(day.date, inSentence(rest.reader)) }) : dayLabel(day.date, rest.reader)}
      </h2>
      {day.items.length === 0 ? (
        <p className="px-1 text-ink-2">{t('noVisits')}</p>
      ) : (
        <div className="grid items-start gap-2 @xl:grid-cols-2 @4xl:grid-cols-3">
          {day.items.map((item) => (
            <WeekCard key={item.id} appointment={item} {...rest} />
          ))}
        </div>
      )}
    </li>
  );
}
