import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';

interface PersonFieldsProps {
  name?: string;
  phone?: string;
  errorOf: (field: string) => string | null;
  /** The e-mail, which stands between the two. */
  children: ReactNode;
}

/** Name and phone, as people give them of themselves. */
export function PersonFields({ name, phone, errorOf, children }: PersonFieldsProps) {
  const t = useTranslations('form');
  return (
    <>
      <Field
        id="name"
        name="name"
        autoComplete="name"
        required
        maxLength={100}
        defaultValue={name}
        label={t('name')}
        error={errorOf('name')}
      />
      {children}
      <Field
        id="phone"
        name="phone"
        type="tel"
        autoComplete="tel"
        defaultValue={phone}
        label={t('phone')}
        hint={t('phoneHint')}
        error={errorOf('phone')}
      />
    </>
  );
}
