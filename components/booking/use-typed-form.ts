'use client';

import { useState } from 'react';
import { useFormSend } from '@/components/ui/use-form-send';
import type { Sent } from '@/components/ui/use-send';

/** A date and a time as they are typed by the doctor's clock. */
export interface TypedTime {
  /** ISO date. */
  date: string;
  /** As someone writes a time: "9:30". */
  time: string;
  /** The one of two instants that is meant, when the time comes twice: milliseconds since the epoch, as text. */
  meant?: string;
}

/** One of the two instants that a typed time may be, to choose from. */
export interface TimeOption {
  value: string;
  label: string;
}

/** The answer to a form with a typed time; `options`: the time comes twice, and one of them is to be chosen. */
export type TypedSent = Sent & { options?: TimeOption[] };

/** The fields of a form by their names, as texts; date and time at least. */
export const typedIn = (form: HTMLFormElement): TypedTime & Partial<Record<string, string>> => ({
  date: '',
  time: '',
  ...(Object.fromEntries(new FormData(form)) as Record<string, string>),
});

/** A form with a typed time: the props of its TypedTimeFields, which ask about a time that comes twice, and sending. */
export function useTypedForm() {
  const [options, setOptions] = useState<TimeOption[]>([]);
  const { form, pending, send, focus, errorAt, errorBeside } = useFormSend();
  const onOther = () => setOptions([]);
  const sendTyped = (action: () => Promise<TypedSent>) =>
    send(
      async () => {
        const sent = await action();
        setOptions(sent.options ?? []);
        return sent;
      },
      (sent) => {
        if (!sent.ok && sent.field) focus(sent.field);
      },
    );
  return { form, pending, send: sendTyped, errorAt, errorBeside, time: { error: errorAt('time'), options, onOther } };
}
