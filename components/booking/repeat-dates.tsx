'use client';

import { Check, Minus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import type { PreviewDate } from './repeat-choice';
import type { Repeating } from './use-repeat';

interface RepeatDatesProps {
  repeating: Repeating;
  error: string | null;
}

/** Every date that a rule comes to, which of them cannot be booked and why, and the way on: to book the others. */
export function RepeatDates({ repeating: { chosen, adjust, preview, loading }, error }: RepeatDatesProps) {
  const t = useTranslations('repeat');
  const region = useRef<HTMLElement>(null);
  // The buttons that leave out and put back go with what they were for.
  const except = (dates: string[]) => {
    adjust({ except: dates });
    region.current?.focus();
  };
  if (!preview) return <p className="text-ink-2">{loading ? t('loading') : ''}</p>;
  if (!preview.ok) return <Alert text={preview.text} />;
  const { summary, note, dates, trouble, which } = preview;
  return (
    <section ref={region} tabIndex={-1} aria-label={t('dates')} aria-busy={loading} className="grid gap-3 outline-none">
      <div role="status">
        <p className="font-semibold">{summary}</p>
        {note && <p className="text-ink-2">{note}</p>}
        {trouble && <p className="mt-2 rounded-m bg-wait-wash px-4 py-3 font-semibold text-wait">{trouble.text}</p>}
      </div>
      {which && (
        <fieldset>
          <legend className="font-semibold">{t('which')}</legend>
          {(['first', 'second'] as const).map((value) => (
            <label key={value} className="flex min-h-11 items-center gap-2.5">
              <input
                type="radio"
                name="twice"
                checked={chosen.twice === value}
                onChange={() => adjust({ twice: value })}
                className="size-5 accent-brand"
              />
              {which[value]}
            </label>
          ))}
        </fieldset>
      )}
      <ol className="grid gap-x-6 sm:grid-cols-2">
        {dates.map((date) => (
          <DateLine key={date.startsAt} date={date} out={t('leftOut')} />
        ))}
      </ol>
      <Alert text={error} />
      {trouble?.label && (
        <button
          type="button"
          className="button button-small justify-self-start"
          onClick={() => except([...chosen.except, ...trouble.leaveOut])}
        >
          {trouble.label}
        </button>
      )}
      {chosen.except.length > 0 && (
        <button type="button" className="button button-small justify-self-start" onClick={() => except([])}>
          {t('putBack')}
        </button>
      )}
    </section>
  );
}

function DateLine({ date: { when, there, problem, leftOut }, out }: { date: PreviewDate; out: string }) {
  const Sign = leftOut ? Minus : problem ? X : Check;
  const tone = leftOut ? 'text-ink-2' : problem ? 'text-no' : 'text-ok';
  return (
    <li className="flex gap-2 border-t border-line py-1.5">
      <Sign aria-hidden className={`mt-0.5 size-4.5 shrink-0 stroke-3 ${tone}`} />
      <span className="tabular-nums">
        <span className={leftOut ? 'text-ink-2 line-through' : ''}>{when}</span>
        {there && <span className="block text-note text-ink-2">{there}</span>}
        {(leftOut || problem) && (
          <span className={`block text-note font-semibold ${tone}`}>{leftOut ? out : problem}</span>
        )}
      </span>
    </li>
  );
}
