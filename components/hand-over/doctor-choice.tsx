import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A doctor who could have the visits. */
export interface DoctorItem {
  id: string;
  name: string;
  specialty: string;
  /** Ids of the visits at whose time the doctor has another one. */
  taken: string[];
  /** Ids of the visits outside the doctor's working hours. */
  outside: string[];
}

interface DoctorChoiceProps {
  doctors: DoctorItem[];
  /** The visits that are ticked. */
  chosen: { id: string }[];
  doctorId: string | null;
  choose: (id: string) => void;
}

/** The doctors who could have the visits, each with how many of those that are ticked collide. */
export function DoctorChoice({ doctors, chosen, doctorId, choose }: DoctorChoiceProps) {
  const t = useTranslations('handOver');
  if (doctors.length === 0) return <p className="card p-4 text-ink-2">{t('noDoctors')}</p>;
  const among = (ids: string[]) => chosen.filter(({ id }) => ids.includes(id)).length;
  return (
    <fieldset className="card min-w-0 overflow-hidden">
      <legend className="sr-only">{t('to')}</legend>
      <p aria-hidden className="flex min-h-13 items-center border-b border-line px-4 font-semibold">
        {t('to')}
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
                    {collide > 0 ? t('collide', { count: collide }) : t('free', { count: chosen.length })}
                  </span>
                )}
                {off > 0 && <span className="text-wait">{t('outside', { count: off })}</span>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
