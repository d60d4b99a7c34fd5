'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DraftSpan } from '@/lib/availability/draft';

interface HoursSpanProps {
  span: DraftSpan;
  /** Its day and place, for those who do not see where it stands: "Monday, 2". */
  name: string;
  problem: string | undefined;
  change: (span: DraftSpan) => void;
  remove: () => void;
}

/** One stretch of a day: from, to, and the kinds of visits it is for. */
export function HoursSpan({ span, name, problem, change, remove }: HoursSpanProps) {
  const t = useTranslations('hours');
  const error = useId();
  const time = (end: 'start' | 'end', label: string) => (
    <input
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      placeholder="00:00"
      value={span[end]}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? error : undefined}
      onChange={(event) => change({ ...span, [end]: event.target.value })}
      className="field min-h-11 min-w-0 px-0 text-center tabular-nums"
    />
  );
  const kind = (type: 'video' | 'inPerson') => (
    <label className="flex min-h-9 items-center gap-2 whitespace-nowrap">
      <input
        type="checkbox"
        checked={span[type]}
        onChange={(event) => change({ ...span, [type]: event.target.checked })}
        className="size-4.5 shrink-0 accent-brand"
      />
      {t(type)}
    </label>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a narrow column
    <div role="group" aria-label={name} className="grid gap-1 rounded-small border border-line bg-card p-1.5">
      <div className="flex items-center gap-0.5">
        {time('start', t('from'))}
        <span aria-hidden>–</span>
        {time('end', t('to'))}
      </div>
      <div className="flex items-center justify-between">
        {kind('video')}
        <button
          type="button"
          onClick={remove}
          className="grid size-9 place-items-center rounded-full text-ink-2 hover:bg-wash"
        >
          <X aria-hidden className="size-4.5" />
          <span className="sr-only">
            {t('removeSpan')}: {name}
          </span>
        </button>
      </div>
      {kind('inPerson')}
      {problem && (
        <p id={error} className="font-semibold text-no">
          {problem}
        </p>
      )}
    </div>
  );
}
