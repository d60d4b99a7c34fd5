'use client';

import type { ComponentProps, ReactNode } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { useAccountForm } from './use-account-form';

interface AccountFormProps extends ComponentProps<'form'> {
  form: ReturnType<typeof useAccountForm>;
  heading?: ReactNode;
}

/** The frame of a form that a server action takes. The errors that it was sent back for stand above its fields. */
export function AccountForm({ form, heading, children, ...rest }: AccountFormProps) {
  return (
    // Post, so that in no case a password ends up in an address.
    <form method="post" noValidate onSubmit={form.submit} onInput={form.correct} className="grid gap-5" {...rest}>
      {heading}
      <ErrorSummary key={form.attempt} {...form.summary} />
      {children}
    </form>
  );
}
