import { Field } from './field';

interface EmailFieldProps {
  label: string;
  error?: string | null;
  /** "username" where one signs in: a password manager keeps the password under it. */
  autoComplete: 'email' | 'username' | 'off';
}

/** A field for an e-mail address as it is typed; a phone's keyboard leaves it as it is. */
export function EmailField(props: EmailFieldProps) {
  return <Field id="email" name="email" type="email" autoCapitalize="none" spellCheck={false} required {...props} />;
}
