'use client';

import { PasswordField } from '@/components/ui/password-field';
import { type Judge, useSaid } from './use-said';

interface NewPasswordFieldProps {
  id: string;
  name: string;
  label: string;
  /** Stands under the field until there is something to say of what was typed. */
  hint: string;
  error: string | null;
  judge: Judge;
}

/** The field for a new password. While it is typed the line under it says whether it will do and, if not, why and what to do. */
export function NewPasswordField({ judge, hint, error, ...field }: NewPasswordFieldProps) {
  const { said, listen } = useSaid(judge);
  // What the form was sent back for says the same.
  const shown = error ? null : said;
  return (
    <PasswordField
      {...field}
      autoComplete="new-password"
      error={error}
      hint={shown?.text ?? hint}
      hintLook={`min-h-[3lh] sm:min-h-[2lh] ${shown ? `font-semibold ${shown.good ? 'text-ok' : 'text-no'}` : ''}`}
      onInput={listen}
    />
  );
}
