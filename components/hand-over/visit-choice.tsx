import { type ReactNode, useEffect, useRef } from 'react';
import type { DoctorItem } from './doctor-choice';
import type { HandOverWords } from './words';

export interface VisitItem {
  id: string;
  revision: number;
  /** Its patient asks for another time. */
  asks: boolean;
  line: ReactNode;
}

interface VisitChoiceProps {
  visits: VisitItem[];
  ticked: ReadonlySet<string>;
  tick: (ids: string[]) => void;
  /** The one who is chosen, so that each visit tells what stands against it. */
  doctor: DoctorItem | undefined;
  words: HandOverWords;
}

/** The visits, each to be ticked, and all at once. */
export function VisitChoice({ visits, ticked, tick, doctor, words }: VisitChoiceProps) {
  const chosen = visits.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
  const all = useRef<HTMLInputElement>(null);
  const some = chosen.length > 0 && chosen.length < visits.length;
  useEffect(() => {
    if (all.current) all.current.indeterminate = some;
  }, [some]);
  const toggle = (id: string) => tick(ticked.has(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const mark = (text: string) => text.replaceAll('{doctor}', doctor?.name ?? '');

  return (
    <fieldset className="card min-w-0 overflow-hidden">
      <legend className="sr-only">{words.visits}</legend>
      <div className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1">
        <label className="flex min-h-11 items-center gap-3 font-semibold">
          <input
            ref={all}
            type="checkbox"
            className="size-5 accent-brand"
            checked={chosen.length === visits.length}
            onChange={(event) => tick(event.target.checked ? visits.map(({ id }) => id) : [])}
          />
          {words.all}
        </label>
        <p aria-live="polite" className="text-ink-2">
          {words.chosen[chosen.length]}
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
                {doctor?.taken.includes(id) && <span className="font-semibold text-no">{mark(words.markTaken)}</span>}
                {doctor?.outside.includes(id) && (
                  <span className="font-semibold text-wait">{mark(words.markOutside)}</span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
