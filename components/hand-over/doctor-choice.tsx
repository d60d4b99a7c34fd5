import { Check, TriangleAlert } from 'lucide-react';
import type { HandOverWords } from './words';

/** Someone who could have the visits; ids of those at whose time they are taken, and of those outside their hours. */
export interface DoctorItem {
  id: string;
  name: string;
  specialty: string;
  taken: string[];
  outside: string[];
}

interface DoctorChoiceProps {
  doctors: DoctorItem[];
  /** The visits that are ticked. */
  chosen: { id: string }[];
  doctorId: string | null;
  choose: (id: string) => void;
  words: HandOverWords;
}

/** The doctors who could have the visits, each with how many of those that are ticked collide. */
export function DoctorChoice({ doctors, chosen, doctorId, choose, words }: DoctorChoiceProps) {
  if (doctors.length === 0) return <p className="card p-4 text-ink-2">{words.noDoctors}</p>;
  const among = (ids: string[]) => chosen.filter(({ id }) => ids.includes(id)).length;
  return (
    <fieldset className="card min-w-0 overflow-hidden">
      <legend className="sr-only">{words.to}</legend>
      <p aria-hidden className="flex min-h-13 items-center border-b border-line px-4 font-semibold">
        {words.to}
      </p>
      <div className="max-h-96 overflow-y-auto">
        {doctors.map(({ id, name, specialty, taken, outside }) => {
          const [collide, off] = [among(taken), among(outside)];
          const Sign = collide > 0 ? TriangleAlert : Check;
          return (
            <label
              key={id}
              className="flex min-h-11 items-start gap-3 border-t border-line px-4 py-2.5 first:border-t-0 hover:bg-wash"
            >
              <input
                type="radio"
                name="doctor"
                value={id}
                className="mt-0.5 size-5 shrink-0 accent-brand"
                checked={id === doctorId}
                onChange={() => choose(id)}
              />
              <span className="grid min-w-0 grow gap-0.5">
                <span>
                  <span className="font-[650]">{name}</span>
                  <span className="text-ink-2"> · {specialty}</span>
                </span>
                {chosen.length > 0 && (
                  <span className={`flex items-center gap-1.5 ${collide > 0 ? 'text-no' : 'text-ok'}`}>
                    <Sign aria-hidden className="size-4.5 shrink-0" />
                    {collide > 0 ? words.collide[collide] : words.free[chosen.length]}
                  </span>
                )}
                {off > 0 && <span className="text-wait">{words.outside[off]}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
