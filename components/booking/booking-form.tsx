'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { TextArea } from '@/components/ui/text-area';
import type { Sent } from '@/components/ui/use-send';
import type { BookingBody } from '@/lib/appointments/schema/booking';
import type { RepeatChoice } from '@/lib/appointments/schema/booking-form';
import { Choice } from './choice';
import type { RepeatPreview } from './repeat-choice';
import { RepeatFields } from './repeat-fields';
import { SlotPicker } from './slot-picker';
import { SlotSubmit } from './slot-submit';
import { useBookingKey } from './use-booking-key';
import type { WeekOfSlots } from './use-chosen-slot';
import { useRepeat } from './use-repeat';
import { useSlotForm } from './use-slot-form';

/** A visit as a patient chooses it. */
export type ChosenVisit = Omit<BookingBody, 'repeat'> & { repeat?: RepeatChoice };

interface BookingFormProps {
  /** `name` as the form calls the doctor; `slotMinutes` is how long the visit is. */
  doctor: { id: string; name: string; slotMinutes: number };
  /** The clinic's, for visits in person. */
  address: string | undefined;
  week: WeekOfSlots;
  book: (input: ChosenVisit, key: string) => Promise<Sent>;
  preview: (input: Omit<ChosenVisit, 'reason'>, choice: RepeatChoice) => Promise<RepeatPreview>;
}

/** A patient's form for a visit: time, kind of visit, reason. What was typed and chosen stays whatever the server says. */
export function BookingForm({ doctor, address, week, book, preview }: BookingFormProps) {
  const t = useTranslations('booking');
  const { form, picker, chosen, pending, submit, send, fail, errorAt, errorBeside } = useSlotForm(week);
  const [type, setType] = useState<'video' | 'in_person' | null>(null);
  const [reason, setReason] = useState('');
  const keyFor = useBookingKey();

  const offered = chosen?.visitTypes ?? [];
  const [only] = offered.length === 1 ? offered : [];
  const visitType = only ?? (type && offered.includes(type) ? type : null);
  const inPerson = address ? t('onlyInPersonAt', { address }) : t('onlyInPerson');

  // Both kinds have the same dates: the kind need not be chosen yet.
  const about = chosen && {
    doctorId: doctor.id,
    startsAt: chosen.startsAt,
    visitType: visitType ?? offered[0] ?? 'video',
  };
  const { reload, asked, ...repeating } = useRepeat(about, preview);

  const sendVisit = submit(({ startsAt }) => {
    if (!visitType) return fail('visitType', t('missingType'));
    if (!reason.trim()) return fail('reason', t('missingReason'));
    const input = { doctorId: doctor.id, startsAt, visitType, reason, repeat: asked };
    send(
      () => book(input, keyFor(JSON.stringify(input))),
      (sent) => {
        if (!sent.ok && sent.field === 'repeat') reload();
      },
    );
  });

  return (
    <form ref={form} method="post" noValidate onSubmit={sendVisit} className="grid gap-6">
      <SlotPicker {...picker} refusal={errorAt('startsAt')} />
      {offered.length > 1 && (
        <fieldset>
          <legend className="mb-2 font-semibold">{t('type')}</legend>
          <div className="grid grid-cols-2 gap-2">
            {(['video', 'in_person'] as const).map((value) => (
              <Choice
                key={value}
                name="visitType"
                value={value}
                checked={value === visitType}
                onChoose={() => setType(value)}
              >
                <span className="flex items-center gap-1.5">
                  {value === visitType && <Check aria-hidden className="size-4.5 stroke-3 text-brand" />}
                  {t(value === 'video' ? 'video' : 'inPerson')}
                </span>
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      {only && <p>{only === 'video' ? t('onlyVideo') : inPerson}</p>}
      <RepeatFields
        repeating={repeating}
        known={about !== null}
        min={about?.startsAt.slice(0, 10) ?? ''}
        error={errorAt('repeat')}
      />
      <TextArea
        id="reason"
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        error={errorAt('reason')}
        maxLength={1000}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Alert text={errorBeside('startsAt', 'repeat', 'reason')} />
      <SlotSubmit
        chosen={chosen && !asked ? t('chosen', { when: chosen.inFull, minutes: doctor.slotMinutes }) : null}
        pending={pending}
        busy={t('submitting')}
        after={t('after', { count: repeating.visits, doctor: doctor.name })}
      >
        {repeating.preview?.ok ? repeating.preview.submit : t('submit')}
      </SlotSubmit>
    </form>
  );
}
