import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import type { TimeOption } from './use-typed-form';

/** The clock that a time is typed by: an IANA name, and the city that people know it by. */
export interface TypedClock {
  zone: string;
  city: string;
}

interface TypedTimeFieldsProps {
  /** ISO date at first. */
  date: string;
  /** ISO date. */
  min?: string;
  clock: TypedClock | undefined;
  /** The reason why the time cannot be had. */
  error: string | null;
  /** The two instants that the time may be, when it comes twice. */
  options: TimeOption[];
  /** Another date or time was typed: the question is about one that no longer stands there. */
  onOther: () => void;
}

/** Date and time as doctors and the front desk type them, and which of two is meant. */
export function TypedTimeFields({ date, min, clock, error, options, onOther }: TypedTimeFieldsProps) {
  const t = useTranslations('typedTime');
  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field
          id="date"
          name="date"
          type="date"
          min={min}
          defaultValue={date}
          required
          label={t('date')}
          onChange={onOther}
        />
        <Field
          id="time"
          name="time"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          placeholder="09:30"
          required
          label={t('time')}
          hint={clock && t('clock', { city: clock.city, zone: clock.zone })}
          error={error}
          onChange={onOther}
        />
      </div>
      {options.length > 0 && (
        <fieldset>
          <legend className="font-semibold">{t('which')}</legend>
          {options.map(({ value, label }) => (
            <label key={value} className="flex min-h-11 items-center gap-2.5">
              <input type="radio" name="meant" value={value} className="size-5 accent-brand" />
              {label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
