'use client';

import { Check } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { BookingBody } from '@/lib/appointments/schema/booking';
import type { RepeatChoice, RepeatPreview } from './repeat-choice';
import { RepeatFields, type RepeatWords } from './repeat-fields';
import { Choice, type PickerWords, SlotPicker } from './slot-picker';
import { useBookingKey } from './use-booking-key';
import { useChosenSlot, type WeekOfSlots } from './use-chosen-slot';
import { useRepeat } from './use-repeat';

/** A visit as a patient chooses it. */
export type ChosenVisit = Omit<BookingBody, 'repeat'> & { repeat?: RepeatChoice };

export interface BookingFormProps {
  doctorId: string;
  week: WeekOfSlots;
  book: (input: ChosenVisit, key: string) => Promise<Sent>;
  preview: (input: Omit<ChosenVisit, 'reason'>, choice: RepeatChoice) => Promise<RepeatPreview>;
  repeatWords: RepeatWords;
  words: PickerWords &
    Record<
      | 'gone'
      | 'type'
      | 'video'
      | 'inPerson'
      | 'onlyVideo'
      | 'onlyInPerson'
      | 'reason'
      | 'reasonHint'
      | 'missingTime'
      | 'missingType'
      | 'missingReason'
      | 'chosen'
      | 'submit'
      | 'submitting'
      | 'after'
      | 'unreachable',
      string
    >;
}

/** Time, kind of visit, reason. What was typed and chosen stays whatever the server says. */
export function BookingForm({ doctorId, week, book, preview, repeatWords, words }: BookingFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { chosen, gone, choose } = useChosenSlot(week);
  const [type, setType] = useState<'video' | 'in_person' | null>(null);
  const [reason, setReason] = useState('');
  const keyFor = useBookingKey();
  const { pending, failure, setFailure, send } = useSend(words.unreachable);

  const offered = chosen?.visitTypes ?? [];
  const [only] = offered.length === 1 ? offered : [];
  const visitType = only ?? (type && offered.includes(type) ? type : null);

  // Both kinds have the same dates: the kind need not be chosen yet.
  const about = chosen && { doctorId, startsAt: chosen.startsAt, visitType: visitType ?? offered[0] ?? 'video' };
  const { reload, asked, ...repeating } = useRepeat(about, preview, words.unreachable);

  function fail(field: string, text: string) {
    setFailure({ ok: false, field, text });
    const inputs = form.current?.querySelectorAll<HTMLElement>(`[name="${field}"]:not(:disabled)`);
    inputs?.[0]?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!chosen) return fail('startsAt', words.missingTime);
    if (!visitType) return fail('visitType', words.missingType);
    if (!reason.trim()) return fail('reason', words.missingReason);
    const input = { doctorId, startsAt: chosen.startsAt, visitType, reason, repeat: asked };
    send(
      () => book(input, keyFor(JSON.stringify(input))),
      (sent) => {
        if (!sent.ok && sent.field === 'repeat') reload();
      },
    );
  }

  const ofReason = failure?.field === 'reason' ? failure.text : null;
  return (
    <form ref={form} method="post" noValidate onSubmit={submit} className="grid gap-6">
      <SlotPicker
        days={week.days}
        chosen={chosen}
        onChoose={(slot) => {
          setFailure(null);
          choose(slot);
        }}
        words={words}
      />
      <Alert text={failure?.field === 'startsAt' ? failure.text : gone ? words.gone : null} />
      {offered.length > 1 && (
        <fieldset>
          <legend className="mb-2 font-semibold">{words.type}</legend>
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
                  {value === 'video' ? words.video : words.inPerson}
                </span>
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      {only && <p>{only === 'video' ? words.onlyVideo : words.onlyInPerson}</p>}
      <RepeatFields
        repeating={repeating}
        known={about !== null}
        min={about?.startsAt.slice(0, 10) ?? ''}
        error={failure?.field === 'repeat' ? failure.text : null}
        words={repeatWords}
      />
      <TextArea
        id="reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        error={ofReason}
        maxLength={1000}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Alert text={failure && !['startsAt', 'repeat', 'reason'].includes(failure.field ?? '') ? failure.text : null} />
      <div className="grid gap-2">
        {chosen && !asked && (
          <p className="font-semibold tabular-nums">{words.chosen.replace('{when}', chosen.inFull)}</p>
        )}
        <SubmitButton pending={pending} busy={words.submitting}>
          {repeating.preview?.ok ? repeating.preview.submit : words.submit}
        </SubmitButton>
        <p className="text-note text-ink-2">{words.after}</p>
      </div>
    </form>
  );
}
