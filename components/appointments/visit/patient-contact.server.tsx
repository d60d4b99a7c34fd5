import 'server-only';
import { getTranslations } from 'next-intl/server';
import { telephone } from '@/components/ui/contact';
import { findPatientContact } from '@/lib/appointments/queries/patient-contact';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** How to reach the patient, as rows of the appointment's list of facts; nothing for the patient. */
export async function PatientContact({ actor, appointment }: { actor: Actor; appointment: AppointmentView }) {
  const [t, contact] = await Promise.all([getTranslations('appointment'), findPatientContact(actor, appointment.id)]);
  if (!contact) return null;
  const { phone, email } = contact;
  return [
    { term: t('phone'), text: phone, href: telephone(phone ?? '') },
    { term: t('email'), text: email, href: `mailto:${email}` },
  ]
    .filter(({ text }) => text)
    .map(({ term, text, href }) => (
      <div key={term}>
        <dt className="text-note text-ink-2">{term}</dt>
        <dd className="wrap-anywhere">
          <a href={href} className="link inline-flex min-h-11 items-center">
            {text}
          </a>
        </dd>
      </div>
    ));
}
