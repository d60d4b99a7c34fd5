'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useTell } from '@/components/ui/news';
import type { DraftProblems, DraftSpan } from '@/lib/availability/draft';
import { HoursSpan } from './hours-span';

interface HoursDayProps {
  name: string;
  spans: DraftSpan[];
  problems: DraftProblems;
  /** The text for a day without spans. */
  none: string;
  change: (spans: DraftSpan[]) => void;
}

let made = 0;
/** An id for a span or day that was added on this page; no id of the server's. */
export const newId = () => `new-${++made}`;

/** A further span for a day: after its last one, or a morning. */
const nextSpan = (spans: DraftSpan[]): DraftSpan => ({
  id: newId(),
  start: spans.at(-1)?.end ?? '09:00',
  end: spans.length === 0 ? '12:30' : '',
  video: spans.at(-1)?.video ?? true,
  inPerson: spans.at(-1)?.inPerson ?? true,
});

/** The spans of one day, several of them or none. */
export function HoursDay({ name, spans, problems, none, change }: HoursDayProps) {
  const t = useTranslations('hours');
  const tell = useTell();
  const add = useId();
  return (
    <div className="grid content-start gap-2">
      {spans.length === 0 && <p className="text-ink-2">{none}</p>}
      {spans.map((span, index) => {
        const problem = problems[span.id];
        return (
          <HoursSpan
            key={span.id}
            span={span}
            name={`${name}, ${index + 1}`}
            problem={problem && t(`problems.${problem}`)}
            change={(next) => change(spans.map((other) => (other.id === span.id ? next : other)))}
            remove={() => {
              change(spans.filter((other) => other.id !== span.id));
              tell({ text: t('removed', { what: `${name}, ${span.start}–${span.end}` }), focus: add });
            }}
          />
        );
      })}
      <button
        id={add}
        type="button"
        aria-label={`${t('addSpan')}: ${name}`}
        onClick={() => change([...spans, nextSpan(spans)])}
        className="button button-small justify-self-start gap-1 px-3"
      >
        <Plus aria-hidden className="size-4.5" />
        {t('addSpan')}
      </button>
    </div>
  );
}
