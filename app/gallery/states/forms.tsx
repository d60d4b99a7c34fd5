import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { fieldErrors } from '@/components/accounts/form-errors';
import { slotDays } from '@/components/booking/days';
import { Words } from '@/components/ui/words';
import { weekOf } from '@/lib/appointments/week';
import type { Reader } from '@/lib/appointments/when';
import { FORM_NAMES, type FormName } from './forms/form-names';
import { FormState } from './forms/form-state';
import { appointment, DAY, DOCTOR, PATIENT } from './samples';

const HOUR = 60 * 60_000;

/** A week with free times, in words for the patient. */
async function weekOfSlots() {
  const now = Date.now();
  const reader: Reader = { locale: (await getLocale()) as Reader['locale'], zone: PATIENT.zone };
  const tomorrow = Math.ceil((now + DAY) / HOUR) * HOUR;
  const week = weekOf(undefined, tomorrow, reader.zone);
  const free = [0, 1, 2, 3, 24, 25, 26].map((hours, index) => ({
    start: tomorrow + hours * HOUR,
    end: tomorrow + hours * HOUR + 50 * 60_000,
    visitTypes: index % 2 ? (['video'] as const) : (['video', 'in_person'] as const),
  }));
  return { days: slotDays(free, week, now, reader, DOCTOR.zone), from: week.from, to: week.to };
}

/** Fields of the forms about an account that can be wrong. */
const FIELDS: Partial<Record<FormName, string[]>> = {
  'sign up': ['name', 'email', 'phone', 'zone'],
  'forgot password': ['email'],
  'choose a password': ['password', 'zone'],
  'profile of a patient': ['name', 'phone', 'zone'],
  'profile of a doctor': ['name', 'phone', 'specialty', 'languages', 'zone'],
  invite: ['name', 'email', 'specialty', 'languages'],
};

/** The server's answers to a form that was sent empty, or too late. */
async function refusalOf(name: FormName) {
  const path = (field: string) => ({ path: [field] });
  const t = await getTranslations('problems');
  return { fields: await fieldErrors((FIELDS[name] ?? []).map(path), {}), visit: t('slot_taken') };
}

async function Form({ name, sent }: { name: FormName; sent: boolean }) {
  return (
    <Words
      of={[
        'account',
        'actions',
        'bookFor',
        'booking',
        'forgot',
        'form',
        'handOver',
        'hours',
        'invite',
        'move',
        'passwordField',
        'repeat',
        'send',
        'series',
        'signIn',
        'signUp',
        'slots',
        'typedTime',
        'welcome',
      ]}
    >
      <main className="mx-auto grid max-w-160 gap-4 p-4">
        <h1 className="sr-only">{name}</h1>
        <FormState
          name={name}
          sent={sent}
          week={await weekOfSlots()}
          visit={appointment()}
          refusal={await refusalOf(name)}
        />
      </main>
    </Words>
  );
}

/** Every form, as it comes and as it is when it was sent and refused. */
export const forms: Record<string, () => ReactNode> = Object.fromEntries(
  FORM_NAMES.flatMap((name) => [
    [name, () => <Form name={name} sent={false} />],
    [`${name} refused`, () => <Form name={name} sent />],
  ]),
);
