'use client';

import { Field } from '@/components/ui/field';
import { LanguagesField, type LanguagesWords } from './languages-field';

export interface DoctorFieldsProps {
  specialty: string;
  languages: string[];
  choices: [code: string, name: string][];
  words: { specialty: string; specialtyHint?: string; languages: LanguagesWords };
}

/** What patients read of a doctor besides the name. */
export function DoctorFields({
  specialty,
  languages,
  choices,
  words,
  errorOf,
}: DoctorFieldsProps & { errorOf: (field: string) => string | null }) {
  return (
    <>
      <Field
        id="specialty"
        name="specialty"
        required
        maxLength={100}
        defaultValue={specialty}
        label={words.specialty}
        hint={words.specialtyHint}
        error={errorOf('specialty')}
      />
      <LanguagesField saved={languages} choices={choices} error={errorOf('languages')} words={words.languages} />
    </>
  );
}
