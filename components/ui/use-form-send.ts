'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useSend } from './use-send';

/** Sending for a form whose fields show their own refusals, each by the field's name, and which puts the focus where one is refused. */
export function useFormSend() {
  const form = useRef<HTMLFormElement>(null);
  const { pending, failure, setFailure, send } = useSend(useTranslations('send')('unreachable'));
  const focus = (field: string) =>
    form.current?.querySelector<HTMLElement>(`[name="${field}"]:not(:disabled)`)?.focus();

  /** Refuses a field before anything is sent. */
  function fail(field: string, text: string) {
    setFailure({ ok: false, field, text });
    focus(field);
  }
  return {
    form,
    pending,
    send,
    focus,
    fail,
    clear: () => setFailure(null),
    errorAt: (field: string) => (failure?.field === field ? failure.text : null),
    /** The refusal that none of these fields shows. */
    errorBeside: (...fields: string[]) => (failure && !fields.includes(failure.field ?? '') ? failure.text : null),
  };
}
