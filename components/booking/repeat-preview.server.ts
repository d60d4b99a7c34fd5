import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { previewSeries } from '@/lib/appointments/queries/series-preview';
import { weekdayOfMonth } from '@/lib/appointments/recurrence';
import { clockIn } from '@/lib/appointments/rhythm';
import type { RepeatChoice } from '@/lib/appointments/schema/booking-form';
import type { SeriesInput, SeriesTimes } from '@/lib/appointments/series-plan';
import type { JudgedVisit } from '@/lib/appointments/verdicts';
import { date, elsewhere, type Reader, sameClock, when, zoneCity } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { PreviewDate, RepeatPreview } from './repeat-choice';

/** The words for a choice in a form that is no repetition: what is missing from it. */
export async function repeatMissing(choice: unknown): Promise<string> {
  const { ends }: Partial<RepeatChoice> = Object(choice);
  const t = await getTranslations('repeat');
  return t(ends === 'until' ? 'missingUntil' : 'wrongCount');
}

interface Preview {
  input: SeriesTimes;
  /** IANA name of the patient's zone. */
  patientZone: string;
}

/** The dates of a series, in words for the one who asks for it: for a patient by the own clock, for others by the doctor's. */
export async function sayPreview(actor: Actor, { input, patientZone }: Preview, now: Date): Promise<RepeatPreview> {
  const preview = await previewSeries(actor, input, now);
  if (!preview.ok) return { ok: false, text: await refusalText(preview) };
  const { zone, visits, leftOut } = preview;
  const [t, locale] = await Promise.all([getTranslations('repeat'), getLocale() as Promise<Reader['locale']>]);
  const own = actor.role === 'patient';
  const [reader, other] = [{ locale, zone: own ? patientZone : zone }, own ? zone : patientZone];
  const dateOf = ({ start, ...visit }: { start: number } & Pick<Partial<JudgedVisit>, 'hindrance'>, out: boolean) => ({
    startsAt: new Date(start).toISOString(),
    // A time that does not exist cannot be shown.
    when: visit.hindrance === 'does_not_exist' ? date(start, +now, reader) : when(start, null, +now, reader),
    there: sameClock(reader.zone, other, start)
      ? null
      : `${elsewhere(start, +now, reader, other)} ${zoneCity(other, locale)}`,
    problem: visit.hindrance ? t(`hindrance.${visit.hindrance}`) : null,
    leftOut: out,
  });
  const dates: PreviewDate[] = [
    ...visits.map((visit) => dateOf(visit, false)),
    ...leftOut.map((visit) => dateOf(visit, true)),
  ];
  dates.sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const start = input.startsAt.getTime();
  const bad = visits.filter(({ hindrance }) => hindrance && hindrance !== 'ambiguous');
  const [count, rest] = [bad.length, visits.length - bad.length];
  const time = clockIn(start, zone);
  return {
    ok: true,
    summary: t('summary', {
      count: visits.length,
      rule: await ruleWords(input.repeat, start, zone),
      time,
      city: zoneCity(zone, locale),
    }),
    note: input.repeat.frequency === 'monthly' && weekdayOfMonth(start, zone).nth < 0 ? t('fifth') : null,
    dates,
    trouble:
      count === 0
        ? null
        : {
            text: t(rest === 0 ? 'noneFree' : 'notFree', { count, total: visits.length }),
            leaveOut: bad.map((visit) => new Date(visit.start).toISOString()),
            label: rest === 0 ? null : t('leaveOut', { count, rest }),
          },
    which: visits.some(({ hindrance }) => hindrance === 'ambiguous')
      ? { first: t('first', { time }), second: t('second', { time }) }
      : null,
    submit: t(own ? 'ask' : 'book', { count: visits.length }),
  };
}

/** The rule of a series: "Every 2 weeks", "Every month on the second Tuesday". */
async function ruleWords({ frequency, interval }: SeriesInput['repeat'], start: number, zone: string) {
  const [t, locale] = await Promise.all([getTranslations('repeat'), getLocale()]);
  if (frequency === 'weekly') return t('weekly', { n: interval });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long' }).format(start);
  const { nth } = weekdayOfMonth(start, zone);
  return t('monthlyOn', {
    rule: t('monthly', { n: interval }),
    nth: t(`nth.${nth < 0 ? 'last' : (nth as 1 | 2 | 3 | 4)}`),
    weekday,
  });
}
