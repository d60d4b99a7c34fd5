'use client';

import { type FormEvent, useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { useReady } from '@/components/ui/use-ready';
import { type Sent, useSend } from '@/components/ui/use-send';
import { type PickerWords, SlotPicker } from './slot-picker';
import { useChosenSlot, type WeekOfSlots } from './use-chosen-slot';

interface MoveFormProps {
  id: string;
  /** Of the appointment as it is shown. */
  revision: number;
  week: WeekOfSlots;
  move: (id: string, input: { revision: number; startsAt: string }) => Promise<Sent>;
  words: PickerWords &
    Record<'gone' | 'missingTime' | 'chosen' | 'submit' | 'submitting' | 'after' | 'unreachable', string>;
}

/** Another time for an appointment. */
export function MoveForm({ id, revision, week, move, words }: MoveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const ready = useReady();
  const { chosen, gone, choose } = useChosenSlot(week);
  const { pending, failure, setFailure, send } = useSend(words.unreachable);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen) return send(() => move(id, { revision, startsAt: chosen.startsAt }));
    setFailure({ ok: false, text: words.missingTime });
    form.current?.querySelector<HTMLElement>('[name="startsAt"]')?.focus();
  }

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
      <Alert text={failure?.text ?? (gone ? words.gone : null)} />
      <div className="grid gap-2">
        {chosen && <p className="font-semibold tabular-nums">{words.chosen.replace('{when}', chosen.inFull)}</p>}
        <button type="submit" className="button button-go" disabled={!ready} aria-disabled={pending || undefined}>
          {pending ? words.submitting : words.submit}
        </button>
        <p className="text-note text-ink-2">{words.after}</p>
      </div>
    </form>
  );
}
