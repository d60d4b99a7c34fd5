'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { useTell } from '@/components/ui/news';
import type { Guarded } from './ask-password';
import { useGuarded } from './use-guarded';

interface DisableButtonProps {
  person: { id: string; name: string; email: string };
  disabled: boolean;
  change: (id: string, disabled: boolean) => Promise<Guarded>;
  /** Visits that a doctor leaves behind, and where they can be handed to another. */
  leaves?: { count: number; href: string };
}

/** Disables an account, or enables one that is disabled. */
export function DisableButton({ person: { id, name, email }, disabled, change, leaves }: DisableButtonProps) {
  const t = useTranslations('peopleActions');
  const tell = useTell();
  const button = useId();
  const { pending, failure, clear, run } = useGuarded(t('failed'));
  const kind = disabled ? 'enable' : 'disable';

  const confirm = (close: () => void) =>
    run(
      () => change(id, !disabled),
      () => {
        close();
        tell({ text: t(`${kind}.done`, { name }), focus: button });
      },
    );

  return (
    <ConfirmButton
      id={button}
      label={t(`${kind}.action`)}
      // Two people may have the same name.
      name={t(`${kind}.name`, { name: `${name}, ${email}` })}
      question={t(`${kind}.question`, { name })}
      back={t('cancel')}
      danger={!disabled}
      pending={pending}
      onOpen={clear}
      onGo={confirm}
    >
      <p className="text-ink-2">{t(`${kind}.text`, { name })}</p>
      {leaves && (
        <div className="rounded-m bg-wait-wash px-4 py-2 text-wait">
          <p className="pt-1 font-semibold">{t('leaves', { count: leaves.count, name })}</p>
          <Link href={leaves.href} prefetch={false} className="inline-flex min-h-11 items-center underline">
            {t('leavesLink')}
          </Link>
        </div>
      )}
      <div role="alert">{failure && <p className="font-semibold text-no">{failure}</p>}</div>
    </ConfirmButton>
  );
}
