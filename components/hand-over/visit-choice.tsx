import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import type { DoctorItem } from './doctor-choice';

export interface VisitItem {
  id: string;
  revision: number;
  /** The patient asks for another time. */
  asks: boolean;
  line: ReactNode;
}

interface VisitChoiceProps {
  visits: VisitItem[];
  ticked: ReadonlySet<string>;
  tick: (ids: string[]) => void;
  /** The doctor who is chosen, so that each visit tells what stands against it. */
  doctor: DoctorItem | undefined;
}

/** The visits to tick, one by one or all at once. */
export function VisitChoice({ visits, ticked, tick, doctor }: VisitChoiceProps) {
  const t = useTranslations('handOver');
  const chosen = visits.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const all = useRef<HTMLInputElement>(null);
  const some = chosen.length > 0 && chosen.length < visits.length;
  useEffect(() => {
    if (all.current) all.current.indeterminate = some;
  }, [some]);
  const toggle = (id: string) => tick(ticked.has(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);

  return (
    <fieldset className="card min-w-0 overflow-hidden">
      <legend className="sr-only">{t('visits')}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1">
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            ref={all}
            type="checkbox"
            className="size-5 accent-brand"
            checked={chosen.length === visits.length}
            onChange={(event) => tick(event.target.checked ? visits.map(({ id }) => id) : [])}
          />
          {t('all')}
        </label>
        <p aria-live="polite" className="text-ink-2">
          {t('chosen', { count: chosen.length })}
        </p>
      </div>
      <ul>
        {visits.map(({ id, line }) => (
          <li key={id} className="border-t border-line first:border-t-0">
            <label className="flex min-h-11 items-start gap-3 px-4 py-2.5 hover:bg-wash">
              <input
                type="checkbox"
                name="visit"
                value={id}
                className="mt-0.5 size-5 shrink-0 accent-brand"
                checked={ticked.has(id)}
                onChange={() => toggle(id)}
              />
              <span className="grid min-w-0 grow gap-0.5">
                {line}
                {doctor?.taken.includes(id) && (
                  <span className="font-semibold text-no">{t('markTaken', { doctor: doctor.name })}</span>
                )}
                {doctor?.outside.includes(id) && (
                  <span className="font-semibold text-wait">{t('markOutside', { doctor: doctor.name })}</span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
