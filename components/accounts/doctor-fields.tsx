import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { LanguagesField } from './languages-field';

export interface DoctorFieldsProps {
  specialty: string;
  specialtyHint?: string;
  /** BCP 47 tags. */
  languages: string[];
  /** Every language that can be chosen, by its name. */
  choices: [code: string, name: string][];
  errorOf: (field: string) => string | null;
}

/** A doctor's specialty and languages, which patients read besides the name. */
export function DoctorFields({ specialty, specialtyHint, languages, choices, errorOf }: DoctorFieldsProps) {
  const t = useTranslations('form');
  return (
    <>
      <Field
        id="specialty"
        name="specialty"
        required
        maxLength={100}
        defaultValue={specialty}
        label={t('specialty')}
        hint={specialtyHint}
        error={errorOf('specialty')}
      />
      <LanguagesField saved={languages} choices={choices} error={errorOf('languages')} />
    </>
  );
}
