import 'server-only';
import { getTranslations } from 'next-intl/server';
import { clockText, parseClock } from '@/lib/availability/draft';
import { localTime, offsetAt } from '@/lib/availability/local-time';
import { isKept, textOf } from '@/lib/platform/schema';
import type { TimeOption, TypedTime } from './use-typed-form';

type Read = { ok: true; instant: number } | { ok: false; text: string; options?: TimeOption[] };

/** The instant that someone typed by a clock in `zone` (IANA); else why there is none, or the two that it may be. */
export async function readTypedTime({ date, time, meant }: TypedTime, zone: string): Promise<Read> {
  const t = await getTranslations('typedTime');
  const minute = parseClock(textOf(time));
  const clock = minute === null ? '' : clockText(minute);
  const read = localTime(textOf(date), clock, zone);
  if (!read) return { ok: false, text: t('missing') };
  if (read.kind === 'does_not_exist') return { ok: false, text: t('doesNotExist', { time: clock }) };
  const instant = read.kind === 'instant' ? read.options[0] : read.options.find((option) => String(option) === meant);
  if (instant !== undefined && !isKept(instant)) return { ok: false, text: t('outside') };
  if (instant !== undefined) return { ok: true, instant };
  const options = read.options.map((option, index) => ({
    value: String(option),
    label: t(index === 0 ? 'first' : 'second', { time: clock, offset: offsetAt(option, zone) }),
  }));
  return { ok: false, text: t('ambiguous', { time: clock }), options };
}
