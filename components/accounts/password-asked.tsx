'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useCallback, useId, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { AskPasswordContext } from './ask-password';

interface PasswordAskedProps {
  /** Takes the password; null: it is right, else what to say. */
  prove: (password: string) => Promise<string | null>;
  children: ReactNode;
}

/** Asks whoever is signed in for their password, over what is inside it, when that needs it. What was typed there stays. */
export function PasswordAsked({ prove, children }: PasswordAskedProps) {
  const t = useTranslations('proof');
  const dialog = useRef<HTMLDialogElement>(null);
  const settle = useRef<(given: boolean) => void>(undefined);
  const id = useId();
  const [error, setError] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const [inIt, setInIt] = useState(false);
  const [round, setRound] = useState(0);

  const ask = useCallback(() => {
    settle.current?.(false);
    setError(null);
    dialog.current?.showModal();
    return new Promise<boolean>((given) => {
      settle.current = given;
    });
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // The form lies within no other form in the page's tree, but React hands its events on all the same.
    event.stopPropagation();
    if (pending) return;
    const form = event.currentTarget;
    const password = String(new FormData(form).get('password'));
    const field = form.elements.namedItem('password') as HTMLInputElement;
    setError(null);
    setInIt(document.activeElement === field);
    if (!password) {
      setError(t('missing'));
      return field.focus();
    }
    setPending(true);
    const refused = await prove(password).catch((thrown) => {
      unstable_rethrow(thrown);
      return t('unreachable');
    });
    setPending(false);
    setError(refused);
    if (refused) return field.focus();
    settle.current?.(true);
    dialog.current?.close();
  }

  return (
    <AskPasswordContext value={ask}>
      {children}
      <dialog
        ref={dialog}
        aria-labelledby={`${id}-title`}
        onClose={() => {
          settle.current?.(false);
          // What was typed and not sent stays for nobody else.
          setRound((round) => round + 1);
        }}
        className="m-auto w-[min(480px,calc(100vw-24px))] max-w-none rounded-large border border-line bg-card p-5 text-ink shadow-card"
      >
        <form key={round} method="post" noValidate onSubmit={submit} className="grid gap-4">
          <h2 id={`${id}-title`}>{t('title')}</h2>
          <p className="text-ink-2">{t('text')}</p>
          <PasswordField
            id={`${id}-password`}
            name="password"
            autoComplete="current-password"
            label={t('password')}
            error={error}
          />
          {/* Whoever is in the field already does not hear what is said with it. */}
          <Alert text={inIt ? error : null} hidden />
          <div className="grid gap-3 sm:flex sm:flex-row-reverse">
            <SubmitButton pending={pending} busy={t('checking')} look="button-go">
              {t('go')}
            </SubmitButton>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t('back')}
            </button>
          </div>
        </form>
      </dialog>
    </AskPasswordContext>
  );
}
