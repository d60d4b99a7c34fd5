import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { AccountForm } from './account-form';
import { Sent, type SentProps } from './sent';
import { type FormAction, useAccountForm } from './use-account-form';

interface MailFormProps extends Pick<SentProps, 'sent' | 'help' | 'again'> {
  send: FormAction;
  title: string;
  intro: string;
  /** The fields, "email" among them; `errorOf` says what is wrong with one. */
  children: (errorOf: (field: string) => string | null) => ReactNode;
}

/** A form that a mail answers. Once that is on its way the form stays, hidden, for another try. */
export function MailForm({ send, title, intro, sent, help, again, children }: MailFormProps) {
  const t = useTranslations('form');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useAccountForm(send, (data) => setSentTo(String(data.get('email')).trim()));
  return (
    <>
      {sentTo !== null && <Sent email={sentTo} onAgain={() => setSentTo(null)} {...{ sent, help, again }} />}
      <AccountForm
        form={form}
        className={sentTo === null ? 'grid gap-5' : 'hidden'}
        heading={
          <>
            <h1>{title}</h1>
            <p className="text-ink-2">{intro}</p>
          </>
        }
      >
        {children(form.errorOf)}
        <SubmitButton pending={form.pending} busy={t('sendingLink')}>
          {t('sendLink')}
        </SubmitButton>
      </AccountForm>
    </>
  );
}
